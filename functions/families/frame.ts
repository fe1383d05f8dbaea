import type { PaperCoop } from '#shared/domain/documents/payout-voucher.ts';
import { formatCents, type Cents } from '#shared/domain/money.ts';
import { Html, html } from '#functions/platform/html.ts';
import { RawAnswer } from '#functions/platform/use-case.ts';
import { pagePolicy, style } from './style.ts';

const styleElement = new Html(`<style>${style}</style>`);

/** What every answer under `/f/` carries: kept by nobody, followed by nobody, framed by nobody. */
export const pageHeaders = {
  'content-security-policy': pagePolicy,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'x-frame-options': 'DENY',
} as const;

/** A whole page. */
export const pageAnswer = (
  { title, body }: { readonly title: string; readonly body: Html },
  statusCode = 200,
): RawAnswer =>
  new RawAnswer({
    statusCode,
    headers: { ...pageHeaders, 'content-type': 'text/html; charset=utf-8' },
    body: html`<!doctype html>
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex, nofollow" />
          <meta name="color-scheme" content="light dark" />
          <meta name="format-detection" content="telephone=no" />
          <title>${title}</title>
          ${styleElement}
        </head>
        <body>
          <main>${body}</main>
        </body>
      </html> `.text,
  });

/** Back to the page of the family once a form has done its work: a reload does nothing again. */
export const seeOther = (location: string): RawAnswer =>
  new RawAnswer({ statusCode: 303, headers: { ...pageHeaders, location } });

/** The school and its cooperative, at the top of each page. */
export const heading = ({ schoolName, city, name }: PaperCoop, title: string): Html => html`
  <header>
    <p class="coop">${schoolName}, ${city}</p>
    <p>${name}</p>
    <h1>${title}</h1>
  </header>
`;

export const money = (value: Cents): Html =>
  html`<span class="amount">${formatCents(value)}</span>`;

/** For every link that opens nothing: it says neither why, nor whether it ever did. */
export const nothingHere = (): RawAnswer =>
  pageAnswer(
    {
      title: 'Page non disponible',
      body: html`
        <h1>Cette page n’est pas disponible</h1>
        <section>
          <p>
            Le lien est peut-être incomplet, ou la collecte est terminée. Vérifiez que l’adresse est
            copiée en entier, ou scannez de nouveau le code de la lettre.
          </p>
          <p>
            Si rien n’y fait, demandez à l’enseignant de votre enfant${'\u00A0'}: il a votre lien.
          </p>
        </section>
      `,
    },
    404,
  );
