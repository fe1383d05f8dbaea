import { formatLongDay, type Day } from '#shared/domain/dates.ts';
import { onReturn } from '#shared/domain/families/page.ts';
import { html, link, type Html } from '#functions/platform/html.ts';
import { askedPart } from './asked-part.ts';
import type { Opened, OwnFamily } from './by-link.ts';
import { heading, money } from './frame.ts';
import { paymentsOf } from './payments-part.ts';
import { seatPart } from './seat-part.ts';

/** What the page is asked besides its link. */
export interface Asked {
  readonly token: string;
  readonly today: Day;
  /** The browser says that it comes back from the platform. */
  readonly isBack: boolean;
  /** What a form has just done. */
  readonly done?: string | undefined;
}

/** The page of a family, or of a whole collecte. Rules: FAMILY-1 (docs/rules.md). */
export const familyPage = (opened: Opened, asked: Asked): Html => {
  const { collection, coop, own, state } = opened;
  return html`
    ${heading(coop, collection.title)}
    ${collection.purpose !== undefined && html`<p>${collection.purpose}</p>`}
    ${asked.isBack && own && backPart(own, asked)} ${donePart(asked.done)}
    ${state === 'ended' ? endedPart(opened) : askedPart(opened, asked)}
    ${own && paymentsOf(own, asked.token)}
    ${state === 'open' && own && seatPart(collection, own.family, asked.token)}
    ${state === 'open' && meansPart(opened)}
    <footer>
      <p>
        Cette page est réservée à votre famille. Elle ne montre le paiement d’aucune autre, et ne
        garde de votre enfant que son prénom et une initiale.
      </p>
    </footer>
  `;
};

/** What the portal knows of the payment just made: never what the address says. */
function backPart({ payments }: OwnFamily, { token, today }: Asked): Html {
  const known = onReturn(payments, today);
  if (known.kind === 'received')
    return html`<section class="good" role="status">
      <h2>Votre paiement est arrivé</h2>
      <p>
        Nous avons bien reçu ${money(known.payment.grossCents)} le
        ${formatLongDay(known.payment.paidOn)}. Merci${'\u202F'}!
      </p>
      <p>
        <a href="${link(receiptPath(token, known.payment.id))}">Voir et imprimer le reçu</a>
      </p>
    </section>`;
  if (known.kind === 'failed')
    return html`<section class="warn" role="status">
      <h2>Le paiement n’a pas abouti</h2>
      <p>La plateforme indique que rien n’a été encaissé. Vous pouvez essayer de nouveau.</p>
    </section>`;
  return html`<section class="say" role="status">
    <h2>Paiement en cours de confirmation</h2>
    <p>
      Si vous venez de payer, la plateforme nous le confirme d’ordinaire en quelques minutes. Ne
      payez pas une seconde fois.
    </p>
    <p><a href="${link(`/f/${token}?retour=1`)}">Actualiser cette page</a></p>
  </section>`;
}

const receiptPath = (token: string, paymentId: string): string =>
  `/f/${token}/recu/${encodeURIComponent(paymentId)}`;

const saidOf: Readonly<Record<string, string>> = {
  'place-confirmee': 'C’est noté\u00A0: la place de votre enfant est confirmée.',
  'place-declinee': 'C’est noté\u00A0: votre enfant ne participera pas.',
  complet: 'Toutes les places sont prises. L’enseignant peut vous inscrire en liste d’attente.',
};

const donePart = (done: string | undefined): Html | undefined => {
  const said = done !== undefined && Object.hasOwn(saidOf, done) ? saidOf[done] : undefined;
  return said === undefined
    ? undefined
    : html`<section class="${done === 'complet' ? 'warn' : 'good'}" role="status">
        <p>${said}</p>
      </section>`;
};

const endedPart = ({ collection, own }: Opened): Html => html`
  <section class="say">
    <h2>
      ${collection.status === 'cancelled' ? 'Cette collecte est annulée' : 'Cette collecte est terminée'}
    </h2>
    <p>
      ${
        collection.status === 'cancelled'
          ? 'Plus rien ne vous est demandé. L’école vous rendra ce que vous avez versé, ou vous proposera de le reporter.'
          : 'Plus rien ne vous est demandé. Vos reçus restent ici.'
      }
    </p>
    ${own && own.family.creditCents > 0 && html`<p>À vous rendre${'\u00A0'}: ${money(own.family.creditCents)}.</p>`}
  </section>
`;

/** Cheque, cash, and what to write on the envelope. */
const meansPart = ({ coop, own }: Opened): Html => html`
  <section>
    <h2>Payer autrement</h2>
    <dl>
      <dt>Chèque</dt>
      <dd>à l’ordre de «${'\u00A0'}${coop.name}${'\u00A0'}»</dd>
      <dt>Espèces</dt>
      <dd>sous enveloppe fermée, remise à l’enseignant</dd>
      <dt>À écrire dessus</dt>
      <dd>
        ${
          own
            ? html`<span class="reference">${own.family.reference}</span>`
            : 'la référence de votre lettre (TRL-…)'
        }
      </dd>
    </dl>
  </section>
`;
