import { useEffect } from 'preact/hooks';
import { useLocation, useSearch } from 'wouter-preact';
import { LinkButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './sign-in-page.module.css';

/** Why a sign-in did not succeed, by the word the portal puts in the address. */
const refusals: ReadonlyMap<string, readonly [title: string, text: string]> = new Map([
  [
    'inconnu',
    [
      'Cette adresse n’est connue d’aucune coopérative.',
      'Demandez à la personne qui tient le mandat, ou au siège de votre association départementale, de vous inviter avec cette adresse électronique.',
    ],
  ],
  [
    'expire',
    ['La connexion a pris trop de temps.', 'Recommencez\u00A0: elle reste ouverte dix minutes.'],
  ],
  ['refuse', ['La connexion a été annulée.', 'Recommencez quand vous voulez.']],
  [
    'indisponible',
    [
      'Le service de connexion ne répond pas.',
      'Réessayez dans quelques minutes\u00A0: rien n’est perdu.',
    ],
  ],
]);

/** Where signing in brings back to: the page that was asked, never this one. */
export const signInHref = (path: string, search: string): string => {
  const asked = path === '/connexion' ? '/' : path + (search && `?${search}`);
  return `/api/session/sign-in?${new URLSearchParams({ returnTo: asked }).toString()}`;
};

const families =
  'Vous êtes parent d’élève\u202F? Vous n’avez pas besoin de compte\u00A0: suivez le lien que la coopérative vous a donné.';

/** The door of the portal. Without a refusal, web/index.html already holds the same. */
export function SignInPage() {
  const [path] = useLocation();
  const search = useSearch();
  const refusal = refusals.get(new URLSearchParams(search).get('refus') ?? '');
  useEffect(() => {
    document.title = 'Se connecter — Tirelire';
  }, []);
  return (
    <main class={css['door']}>
      <div class={css['sheet']}>
        <img src="/favicon.svg" alt="" width="72" height="72" />
        <h1>Tirelire</h1>
        <p class={css['promise']}>
          La comptabilité de votre coopérative scolaire, sans débit ni crédit.
        </p>
        {refusal && (
          <Notice tone="warning" title={refusal[0]}>
            <p>{refusal[1]}</p>
          </Notice>
        )}
        <LinkButton look="primary" wide outside href={signInHref(path, refusal ? '' : search)}>
          Se connecter
        </LinkButton>
        <p class={css['families']}>{families}</p>
      </div>
    </main>
  );
}
