import type { DemoAccount } from './demo/accounts.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const text = (value: string): string => value.replace(/[&<>"']/gu, (sign) => entities[sign] ?? '');

export const stylesheet = `
:root { color-scheme: light dark; --ink: #1f2a30; --paper: #fbf8f1; --card: #fff; --line: #75808a; --accent: #1d5c63; --on: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #f0ece2; --paper: #182024; --card: #212b30; --line: #8b979f; --accent: #8fd0d4; --on: #10201f } }
* { box-sizing: border-box }
body { margin: 0; padding: 24px 16px; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 'Atkinson Hyperlegible Next', system-ui, sans-serif }
main { max-width: 32rem; margin: 0 auto; padding: 24px; background: var(--card); border-radius: 12px }
h1 { font-size: 1.625rem; line-height: 1.25; margin: 0 0 8px }
h2 { font-size: 1.25rem; margin: 32px 0 8px }
label { display: block; font-weight: 700; margin: 24px 0 4px }
input { width: 100%; min-height: 48px; padding: 8px 12px; font: inherit; color: inherit; background: var(--card); border: 2px solid var(--line); border-radius: 8px }
button { width: 100%; min-height: 48px; margin: 12px 0 0; padding: 8px 16px; font: inherit; text-align: left; color: var(--ink); background: transparent; border: 2px solid var(--line); border-radius: 8px; cursor: pointer }
button.primary { color: var(--on); background: var(--accent); border-color: var(--accent); text-align: center; font-weight: 700 }
button span { display: block; font-size: 1rem }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
`;

const page = (title: string, content: string): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)} – Tirelire</title>
<link rel="stylesheet" href="/oidc/style.css">
</head>
<body><main>${content}</main></body>
</html>`;

const accountButton = ({ mail, name, title }: DemoAccount): string =>
  `<button name="mail" value="${text(mail)}"><strong>${text(name)}</strong><span>${text(title)}</span></button>`;

/** Where a person says who they are: on one machine an address is enough, there is no password. */
export const signInPage = (uid: string, accounts: readonly DemoAccount[]): string =>
  page(
    'Se connecter',
    `<h1>Se connecter à Tirelire</h1>
<p>Cette page remplace, sur votre ordinateur, le service de connexion de l’OCCE. Aucun mot de passe n’est demandé.</p>
<form method="post" action="/oidc/interaction/${text(uid)}">
<label for="mail">Votre adresse électronique</label>
<input id="mail" name="mail" type="email" autocomplete="email" required maxlength="254">
<button class="primary">Continuer</button>
</form>
<h2>Comptes de démonstration</h2>
<form method="post" action="/oidc/interaction/${text(uid)}">
${accounts.map(accountButton).join('\n')}
</form>`,
  );

/** What is said when a sign-in cannot go on: nothing of the reason, only what to do. */
export const failedPage = (): string =>
  page(
    'Connexion interrompue',
    `<h1>La connexion n’a pas abouti</h1>
<p>Elle a peut-être attendu trop longtemps. Rien n’a été enregistré.</p>
<p><a href="/api/session/sign-in">Recommencer la connexion</a></p>`,
  );
