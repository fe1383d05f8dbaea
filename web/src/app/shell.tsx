import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Link, useLocation, useSearch } from 'wouter-preact';
import { Icon } from '#web/ui/icon.tsx';
import { Toasts } from '#web/ui/toast.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { isCurrentItem, navigationOf, type NavItem } from './navigation.ts';
import { PlaceMenu } from './place-menu.tsx';
import { useSession } from './session.tsx';
import css from './shell.module.css';
import { signInHref } from './sign-in-page.tsx';
import { UserMenu } from './user-menu.tsx';

/** How many entries the bar at the bottom of a phone holds before «Plus». */
const tabCount = 3;

/** What surrounds every page: where one is, where one can go, who one is. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const { me, lost } = useSession();
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  useFocusOnArrival(path, main);
  const items = navigationOf(me, path);
  return (
    <div class={css['shell']}>
      <a href="#contenu" class={css['skip']} onClick={() => main.current?.focus()}>
        Aller au contenu
      </a>
      <header class={css['header']}>
        <div class={css['bar']}>
          <Link href="/" class={css['brand']}>
            <img src="/favicon.svg" alt="" width="32" height="32" />
            <span class={css['brandName']}>Tirelire</span>
          </Link>
          <PlaceMenu />
          <UserMenu />
        </div>
        {items.length > 0 && <MainNav items={items} path={path} />}
      </header>
      {lost && <LostSession />}
      <main id="contenu" ref={main} tabIndex={-1} class={css['main']}>
        <ErrorBoundary place={path}>{children}</ErrorBoundary>
      </main>
      {items.length > 0 && <TabBar items={items} path={path} />}
      <Toasts />
    </div>
  );
}

interface NavProps {
  readonly items: readonly NavItem[];
  readonly path: string;
}

const NavLink = ({ item, path }: { readonly item: NavItem; readonly path: string }) => (
  <Link
    href={item.href}
    class={css['navLink']}
    aria-current={isCurrentItem(item, path) ? 'page' : undefined}
  >
    <Icon name={item.icon} />
    <span>{item.label}</span>
  </Link>
);

const MainNav = ({ items, path }: NavProps) => (
  <nav aria-label="Navigation principale" class={css['nav']}>
    {items.map((item) => (
      <NavLink key={item.href} item={item} path={path} />
    ))}
  </nav>
);

/** The same navigation under the thumb, on a phone. */
function TabBar({ items, path }: NavProps) {
  const fits = items.length <= tabCount + 1;
  const first = fits ? items : items.slice(0, tabCount);
  const rest = fits ? [] : items.slice(tabCount);
  const more = useRef<HTMLDivElement>(null);
  useEffect(() => more.current?.hidePopover(), [path]);
  return (
    <nav aria-label="Navigation principale" class={css['tabBar']}>
      {first.map((item) => (
        <NavLink key={item.href} item={item} path={path} />
      ))}
      {rest.length > 0 && (
        <>
          <button
            type="button"
            class={css['navLink']}
            popovertarget="plus"
            aria-current={rest.some((item) => isCurrentItem(item, path)) ? 'true' : undefined}
          >
            <Icon name="more" />
            <span>Plus</span>
          </button>
          <div id="plus" popover="auto" ref={more} class={css['more']}>
            {rest.map((item) => (
              <NavLink key={item.href} item={item} path={path} />
            ))}
          </div>
        </>
      )}
    </nav>
  );
}

/** The page stays as it is: signing in happens in another tab, and this one notices. */
function LostSession() {
  const [path] = useLocation();
  const search = useSearch();
  return (
    <div role="alert" class={css['lost']}>
      <Icon name="warning" />
      <span>
        Votre session est terminée. Ce que vous avez saisi est gardé sur cet appareil.{' '}
        <a href={signInHref(path, search)} target="_blank" rel="noreferrer">
          Reconnectez-vous<span class="unseen"> (nouvel onglet)</span>
        </a>
        , puis revenez ici.
      </span>
    </div>
  );
}

/** On another page, readers and keyboards start at its content; the first page keeps its focus. */
function useFocusOnArrival(path: string, main: { readonly current: HTMLElement | null }): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);
}
