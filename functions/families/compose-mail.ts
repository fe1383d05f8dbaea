import { formatLongDay } from '#shared/domain/dates.ts';
import { askedNow } from '#shared/domain/families/reminders.ts';
import type { FamilyPayment } from '#shared/domain/collections/family-payment.ts';
import { duePartsOf, leftCentsOf } from '#shared/domain/families/due.ts';
import { formatCents } from '#shared/domain/money.ts';
import { spaced } from '#shared/domain/text.ts';
import type { Mail } from '#functions/gateways/mail.ts';
import { html, link, type Html } from '#functions/platform/html.ts';
import type { Opened, OwnFamily } from './by-link.ts';
import { dueDatesOf } from './due-dates.ts';
import { meansWord } from './words.ts';

/** To whom and about what a mail is, and when it is written. */
export interface About extends Pick<Opened, 'coop' | 'collection'> {
  readonly own: OwnFamily;
  readonly to: string;
  /** `https://…`, without a slash at its end. */
  readonly origin: string;
  readonly now: string;
  readonly today: Parameters<typeof askedNow>[1];
}

/** A mail before it has its two forms: sentences, and one thing to do. */
interface Words {
  readonly subject: string;
  readonly sentences: readonly string[];
  readonly action: { readonly label: string; readonly url: string };
  readonly last: readonly { readonly text: string; readonly url?: string }[];
}

/** The receipt of a payment that arrived. */
export function receiptMail(about: About, payment: FamilyPayment): Mail {
  const { coop, collection, own } = about;
  const left = leftCentsOf(collection, own.family);
  const words: Words = {
    subject: `${coop.schoolName} : votre paiement est arrivé`,
    sentences: [
      'Bonjour,',
      `Nous avons bien reçu ${formatCents(payment.grossCents)} le ${formatLongDay(payment.paidOn)}, ${meansWord[payment.means]}, pour « ${collection.title} » (${own.family.pupil}, ${own.family.className}, référence ${own.family.reference}).`,
      left > 0
        ? `Il reste ${formatCents(left)} à payer avant le ${formatLongDay(collection.dueOn)}.`
        : 'Rien ne vous est plus demandé. Merci !',
    ],
    action: {
      label: 'Voir et imprimer le reçu',
      url: `${pageUrl(about)}/recu/${encodeURIComponent(payment.id)}`,
    },
    last: [
      {
        text: `Ce message vient de la coopérative scolaire de votre enfant. Ce n’est pas un reçu fiscal.`,
      },
    ],
  };
  return mailOf(about, words);
}

/** What is left to pay, said once more. */
export function reminderMail(about: About): Mail {
  const { coop, collection, own, today } = about;
  const asked = askedNow(duePartsOf(collection, own.family, today), today);
  const stopUrl = `${pageUrl(about)}/rappels`;
  const when = asked && asked.dueOn < today ? 'était attendu pour' : 'est attendu avant';
  const words: Words = {
    subject: `${coop.schoolName} : une participation à régler`,
    sentences: [
      'Bonjour,',
      asked
        ? `Pour « ${collection.title} » (${own.family.pupil}, ${own.family.className}), un paiement de ${formatCents(asked.amountCents)} ${when} le ${formatLongDay(asked.dueOn)}.`
        : `Pour « ${collection.title} », un paiement est attendu.`,
      `Votre référence : ${own.family.reference}. Vous pouvez payer ${collection.paymentPage ? 'en ligne, ' : ''}par chèque à l’ordre de « ${coop.name} » ou en espèces.`,
      'La participation est volontaire et aucun enfant n’est mis à l’écart : si ce montant est difficile pour vous, parlez-en à l’enseignant. Si vous venez de payer, ne tenez pas compte de ce message.',
    ],
    action: { label: 'Ouvrir la page de ma famille', url: pageUrl(about) },
    last: [
      { text: 'Vous recevrez au plus deux rappels pour cette collecte.' },
      { text: 'Ne plus recevoir de rappels de cette coopérative', url: stopUrl },
    ],
  };
  return {
    ...mailOf(about, words),
    unsubscribeUrl: stopUrl,
    attachment: {
      fileName: 'echeances.ics',
      mediaType: 'text/calendar; charset=utf-8',
      text: dueDatesOf(about, own.family.token, about),
    },
  };
}

const pageUrl = ({ origin, own }: About): string => `${origin}/f/${own.family.token}`;

const mailOf = ({ coop, to }: About, words: Words): Mail => ({
  to,
  fromName: `${coop.schoolName}, ${coop.city}`,
  subject: spaced(words.subject),
  text: textOf(words),
  html: htmlOf(words).text,
});

const textOf = ({ sentences, action, last }: Words): string =>
  spaced(
    [
      ...sentences,
      `${action.label} :\n${action.url}`,
      '--',
      ...last.map(({ text, url }) => (url === undefined ? text : `${text} :\n${url}`)),
    ].join('\n\n'),
  );

const line = (text: string): Html => html`<p style="margin:0 0 16px">${spaced(text)}</p>`;

/** Mail programs read few styles, and only those on the element itself. */
const htmlOf = ({ sentences, action, last }: Words): Html =>
  html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Coopérative scolaire</title>
      </head>
      <body
        style="margin:0;padding:24px 16px;font:17px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif"
      >
        <div style="max-width:560px;margin:0 auto">
          ${sentences.map(line)}
          <p style="margin:0 0 24px">
            <a
              href="${link(action.url)}"
              style="display:inline-block;padding:12px 20px;border-radius:8px;background:#2a3f8f;color:#fffdf8;font-weight:700;text-decoration:none"
              >${spaced(action.label)}</a
            >
          </p>
          ${last.map(({ text, url }) =>
            url === undefined
              ? html`<p style="margin:0 0 8px;font-size:15px;opacity:.8">${spaced(text)}</p>`
              : html`<p style="margin:0 0 8px;font-size:15px">
                  <a href="${link(url)}">${spaced(text)}</a>
                </p>`,
          )}
        </div>
      </body>
    </html> `;
