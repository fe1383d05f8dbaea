import { isFree } from '#shared/domain/collections/collection.ts';
import { formatLongDay, type Day } from '#shared/domain/dates.ts';
import { duePartsOf, leftCentsOf } from '#shared/domain/families/due.ts';
import { payLinkOf } from '#shared/domain/families/pay-link.ts';
import { periodText } from '#shared/domain/families/period.ts';
import { html, link, type Html } from '#functions/platform/html.ts';
import type { Opened, OwnFamily } from './by-link.ts';
import { money } from './frame.ts';
import type { Asked } from './page.ts';

/** What is asked, by when, and the one button. */
export function askedPart(opened: Opened, asked: Asked): Html {
  const { collection, own } = opened;
  const free = isFree(collection);
  const left = own ? leftCentsOf(collection, own.family) : undefined;
  return html`
    <section>
      <h2>${own ? `Pour ${own.family.pupil}, ${own.family.className}` : 'Ce qui est proposé'}</h2>
      ${free ? freePart(opened) : amountPart(opened, left, asked.today)} ${periodOf(opened)}
      <p>
        <strong>Participation volontaire.</strong> Aucun enfant n’est mis à l’écart${'\u00A0'}: si
        ce montant est difficile pour vous, parlez-en à l’enseignant, sans avoir à vous justifier.
      </p>
      ${(free || left !== 0) && payPart(opened)}
      ${!free && own && left !== 0 && instalmentsPart(opened, own, asked)}
    </section>
  `;
}

const freePart = ({ collection }: Opened): Html =>
  html`<p class="big">Montant libre</p>
    <p>Chaque famille donne ce qu’elle souhaite, jusqu’au ${formatLongDay(collection.dueOn)}.</p>`;

function amountPart(opened: Opened, left: number | undefined, today: Day): Html {
  const { collection, own } = opened;
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
    </p>
    ${nextPart(opened, today)}`;
}

/** The instalment that comes first, when several are left. */
function nextPart({ collection, own }: Opened, today: Day): Html | undefined {
  const left = own
    ? duePartsOf(collection, own.family, today).filter(({ leftCents }) => leftCents > 0)
    : [];
  const [next] = left;
  if (!next || left.length === 1) return undefined;
  return html`<p>
    Prochaine échéance${'\u00A0'}: <strong>${money(next.leftCents)}</strong>, le
    ${formatLongDay(next.dueOn)}.
  </p>`;
}

const periodOf = ({ collection: { startsOn, endsOn } }: Opened): Html | undefined => {
  const period = periodText(startsOn, endsOn);
  return period === undefined ? undefined : html`<p>${period}.</p>`;
};

/** The way to the platform's own page, its name said before, and the reference with it. */
function payPart({ collection, own }: Opened): Html | undefined {
  const { paymentPage } = collection;
  const page = paymentPage && payLinkOf(paymentPage, own?.family.reference);
  if (!page) return undefined;
  return html`
    ${!page.carriesReference && own && html`<p>Copiez d’abord votre référence${'\u00A0'}: <span class="reference">${own.family.reference}</span>, et collez-la dans un champ libre ou le commentaire du paiement.</p>`}
    <p>
      <a class="button" href="${link(page.href)}" rel="noopener noreferrer">Payer en ligne</a>
    </p>
    <p class="soft">
      Vous continuez sur le site ${page.site}. Tirelire ne voit ni votre carte ni votre compte.
      ${page.carriesReference && 'Votre référence est transmise avec le paiement.'}
      ${!own && 'Indiquez-y la référence de votre lettre (TRL-…)\u00A0: elle dit pour quel enfant vous payez.'}
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
