import { useEffect } from 'preact/hooks';
import { Route, Switch, useLocation } from 'wouter-preact';
import { ChoosePlacePage } from './choose-place-page.tsx';
import { NotFound } from './not-found.tsx';
import type { Page } from './page.tsx';
import { galleryPage, pages, publicPages } from './pages.ts';
import { usePlaceName } from './place-name.ts';
import { PublicFrame } from './public-frame.tsx';
import { SessionGate, useSession } from './session.tsx';
import { Shell } from './shell.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** Where the whole portal runs on one machine, the gallery of its parts is there too. */
const isLocal = ['127.0.0.1', 'localhost'].includes(location.hostname);
const openPages = isLocal ? [...publicPages, galleryPage] : publicPages;

const openPlaces = ['/connexion', ...openPages.map(({ path }) => path.replace(/:.*$/u, ''))];

/** Whether anybody may see the page at the address, without a session. */
export const isOpen = (path: string): boolean => openPlaces.some((place) => path.startsWith(place));

/** Which page the address asks for: the public ones first, the others behind the session. */
export const Router = () => (
  <Switch>
    <Route path="/connexion">
      <SignInPage />
    </Route>
    {openPages.map((page) => (
      <Route key={page.path} path={page.path}>
        {(params) => <PublicFrame title={page.title}>{page.draw(params)}</PublicFrame>}
      </Route>
    ))}
    <Route>
      <SessionGate>
        <Shell>
          <Switch>
            <Route path="/">
              <Titled title="Accueil" />
              <ChoosePlacePage />
            </Route>
            {pages.map(routeOf)}
            <Route>
              <Titled title="Page introuvable" />
              <NotFound />
            </Route>
          </Switch>
        </Shell>
      </SessionGate>
    </Route>
  </Switch>
);

const routeOf = (page: Page) => (
  <Route key={page.path} path={page.path}>
    {(params) => (
      <>
        <Titled title={page.title} />
        {page.draw(params)}
      </>
    )}
  </Route>
);

/** «Journal — Coopérative des Tilleuls — Tirelire», as tabs and readers say it. */
function Titled({ title }: { readonly title: string }) {
  const { me } = useSession();
  const [path] = useLocation();
  const place = usePlaceName(me, path);
  useEffect(() => {
    document.title = [title, place, 'Tirelire'].filter(Boolean).join(' — ');
  }, [title, place]);
  return null;
}
