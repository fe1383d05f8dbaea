import {
  counts,
  keptCentsOf,
  type FamilyPayment,
} from '#shared/domain/collections/family-payment.ts';
import { formatLongDay } from '#shared/domain/dates.ts';
import { html, link, type Html } from '#functions/platform/html.ts';
import type { OwnFamily } from './by-link.ts';
import { money } from './frame.ts';
import { meansWord } from './words.ts';

const saidOf = (payment: FamilyPayment): string => {
  if (payment.state === 'pending') return 'en cours de confirmation';
  if (payment.state === 'failed') return 'non abouti';
  if (payment.state === 'returned') return 'revenu impayé';
  if (payment.state === 'givenBack') return 'rendu';
  return 'reporté';
};

const line = (payment: FamilyPayment, token: string): Html => html`
  <li>
    <span>${formatLongDay(payment.paidOn)}, ${meansWord[payment.means]}</span>
    <span>
      ${money(payment.grossCents)}
      ${
        counts(payment)
          ? html`·
              <a href="${link(`/f/${token}/recu/${encodeURIComponent(payment.id)}`)}"
                >reçu<span hidden> du ${formatLongDay(payment.paidOn)}</span></a
              >`
          : html`· ${saidOf(payment)}`
      }
      ${
        payment.refundedCents > 0 &&
        counts(payment) &&
        html`· rendu ${money(payment.refundedCents)}, gardé ${money(keptCentsOf(payment))}`
      }
    </span>
  </li>
`;

/** What this family paid, each with its receipt. Of no other family anything is read. */
export const paymentsOf = ({ family, payments }: OwnFamily, token: string): Html | undefined =>
  payments.length === 0
    ? undefined
    : html`
        <section>
          <h2>Vos paiements</h2>
          <ul>
            ${payments.map((payment) => line(payment, token))}
          </ul>
          <p>Total reçu${'\u00A0'}: <strong>${money(family.paidCents)}</strong></p>
        </section>
      `;
