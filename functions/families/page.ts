import { isFree } from '#shared/domain/collections/collection.ts';
import { formatLongDay, type Day } from '#shared/domain/dates.ts';
import { duePartsOf, leftCentsOf } from '#shared/domain/families/due.ts';
import { onReturn } from '#shared/domain/families/page.ts';
import { payLinkOf } from '#shared/domain/families/pay-link.ts';
import { html, link, type Html } from '#functions/platform/html.ts';
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

export const receiptPath = (token: string, paymentId: string): string =>
  `/f/${token}/recu/${encodeURIComponent(paymentId)}`;

const saidOf: Readonly<Record<string, string>> = {
  'place-confirmee': 'C’est noté : la place de votre enfant est confirmée.',
  'place-declinee': 'C’est noté : votre enfant ne participera pas.',
  complet: 'Toutes les places sont prises. L’enseignant peut vous inscrire en liste d’attente.',
};

const donePart = (done: string | undefined): Html | undefined => {
  const said = done === undefined ? undefined : saidOf[done];
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

/** What is asked, by when, and the one button. */
function askedPart(opened: Opened, asked: Asked): Html {
  const { collection, own } = opened;
  const free = isFree(collection);
  const left = own ? leftCentsOf(collection, own.family) : undefined;
  return html`
    <section>
      <h2>${own ? `Pour ${own.family.pupil}, ${own.family.className}` : 'Ce qui est proposé'}</h2>
      ${free ? freePart(opened) : amountPart(opened, left)} ${periodOf(opened)}
      <p>
        <strong>Participation volontaire.</strong> Aucun enfant n’est mis à l’écart${'\u00A0'}: si
        ce montant est difficile pour vous, parlez-en à l’enseignant, sans avoir à vous justifier.
      </p>
      ${left !== 0 && payPart(opened)}
      ${!free && own && left !== 0 && instalmentsPart(opened, own, asked)}
    </section>
  `;
}

const freePart = ({ collection }: Opened): Html =>
  html`<p class="big">Montant libre</p>
    <p>Chaque famille donne ce qu’elle souhaite, jusqu’au ${formatLongDay(collection.dueOn)}.</p>`;

function amountPart({ collection, own }: Opened, left: number | undefined): Html {
  if (!own)
    return html`<p class="big">${money(collection.expectedCents)}</p>
      <p>par enfant, avant le ${formatLongDay(collection.dueOn)}.</p>`;
  const { family } = own;
  if (left === 0)
    return html`<p class="big">Tout est payé</p>
      <p>Rien ne vous est plus demandé. Merci${'\u202F'}!</p>
      ${
        family.creditCents > 0 &&
        html`<p>
          Vous avez versé ${money(family.creditCents)} de plus${'\u00A0'}: l’école vous les rendra
          ou les reportera.
        </p>`
      }`;
  return html`<p class="big">${money(leftCentsOf(collection, family))}</p>
    <p>
      ${
        family.paidCents > 0
          ? html`restent à payer sur ${money(family.expectedCents)}, avant le`
          : 'à payer avant le'
      }
      ${formatLongDay(collection.dueOn)}.
    </p>`;
}

const periodOf = ({ collection: { startsOn, endsOn } }: Opened): Html | undefined => {
  if (startsOn === undefined) return undefined;
  return endsOn === undefined || endsOn === startsOn
    ? html`<p>Date${'\u00A0'}: ${formatLongDay(startsOn)}.</p>`
    : html`<p>Du ${formatLongDay(startsOn)} au ${formatLongDay(endsOn)}.</p>`;
};

/** The way to the platform's own page, its name said before, and the reference with it. */
function payPart({ collection, own }: Opened): Html | undefined {
  const { paymentPage } = collection;
  const page = paymentPage && payLinkOf(paymentPage, own?.family.reference);
  if (!page) return undefined;
  return html`
    <p>
      <a class="button" href="${link(page.href)}" rel="noopener noreferrer">Payer en ligne</a>
    </p>
    <p class="soft">
      Vous continuez sur le site ${page.site}. Tirelire ne voit ni votre carte ni votre compte.
      ${
        page.carriesReference
          ? 'Votre référence est transmise avec le paiement.'
          : own
            ? `Indiquez-y votre référence, dans un champ libre ou le commentaire :`
            : 'Indiquez-y la référence de votre lettre (TRL-…) : elle dit pour quel enfant vous payez.'
      }
      ${!page.carriesReference && own && html`<span class="reference">${own.family.reference}</span>`}
    </p>
  `;
}

/** Each instalment with what is left of it, and the dates for a calendar. */
function instalmentsPart({ collection }: Opened, { family }: OwnFamily, asked: Asked): Html {
  const parts = duePartsOf(collection, family, asked.today);
  return html`
    ${
      parts.length > 1 &&
      html`<h3>En ${parts.length} fois</h3>
        <ul>
          ${parts.map(
            ({ dueOn, amountCents, leftCents, state }) =>
              html`<li>
                <span>${formatLongDay(dueOn)}</span>
                <span
                  >${money(amountCents)}
                  ${
                    state === 'paid'
                      ? '· payé'
                      : leftCents < amountCents
                        ? html`· reste ${money(leftCents)}`
                        : state === 'late'
                          ? '· en attente'
                          : ''
                  }</span
                >
              </li>`,
          )}
        </ul>`
    }
    <p>
      <a href="${link(`/f/${asked.token}/echeances.ics`)}"
        >${parts.length > 1 ? 'Ajouter les échéances à mon agenda' : 'Ajouter la date à mon agenda'}</a
      >
    </p>
  `;
}

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
