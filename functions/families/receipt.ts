import type { openReceiptEndpoint } from '#shared/contract/families/page.ts';
import {
  counts,
  keptCentsOf,
  type FamilyPayment,
} from '#shared/domain/collections/family-payment.ts';
import { formatLongDay } from '#shared/domain/dates.ts';
import { accept } from '#shared/domain/result.ts';
import { html, link, type Html } from '#functions/platform/html.ts';
import { paperCodeOf } from '#functions/platform/voucher.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { openedBy, type Opened, type OwnFamily } from './by-link.ts';
import { heading, money, nothingHere, pageAnswer } from './frame.ts';
import { meansWord } from './words.ts';

/** The receipt of a payment that arrived, of the family whose link it is, and of no other. */
export const openReceipt: UseCase<typeof openReceiptEndpoint> = async ({ params }) => {
  const opened = await openedBy(params.token);
  const payment = opened?.own?.payments.find(({ id }) => id === params.paymentId);
  if (!opened?.own || !payment || !counts(payment)) return accept(nothingHere());
  const body = receiptPage(opened, opened.own, payment, params.token);
  return accept(pageAnswer({ title: `Reçu de paiement · ${opened.coop.schoolName}`, body }));
};

function receiptPage(
  { coop, collection, scope }: Opened,
  { family }: OwnFamily,
  payment: FamilyPayment,
  token: string,
): Html {
  const number = paperCodeOf([scope.coopId, collection.id, payment.id]).slice(0, 8);
  return html`
    ${heading(coop, 'Reçu de paiement')}
    <p>
      ${coop.name}, coopérative n°${'\u00A0'}${coop.number}, ${coop.departmentName}, certifie avoir
      reçu le paiement suivant.
    </p>
    <section>
      <p class="big">${money(payment.grossCents)}</p>
      <dl>
        <dt>Reçu n°</dt>
        <dd>${number}</dd>
        <dt>Date du paiement</dt>
        <dd>${formatLongDay(payment.paidOn)}</dd>
        <dt>Moyen</dt>
        <dd>
          ${meansWord[payment.means]}${payment.chequeNumber !== undefined && `, n°\u00A0${payment.chequeNumber}`}
        </dd>
        <dt>Pour</dt>
        <dd>${collection.title}</dd>
        <dt>Élève</dt>
        <dd>${family.pupil}, ${family.className}</dd>
        <dt>Référence</dt>
        <dd>${family.reference}</dd>
        ${
          payment.refundedCents > 0 &&
          html`<dt>Rendu depuis</dt>
            <dd>${money(payment.refundedCents)} (reste ${money(keptCentsOf(payment))})</dd>`
        }
      </dl>
      ${payment.means === 'cheque' && html`<p>Sous réserve d’encaissement du chèque.</p>`}
    </section>
    <footer>
      <p>Ce document est un reçu de paiement. Ce n’est pas un reçu fiscal.</p>
      <p class="no-print"><a href="${link(`/f/${token}`)}">Revenir à la page de la famille</a></p>
    </footer>
  `;
}
