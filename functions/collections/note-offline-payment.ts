import type { noteOfflinePaymentEndpoint } from '#shared/contract/collections/collection.ts';
import type { Collection, Family } from '#shared/domain/collections/collection.ts';
import {
  familyStanding,
  samePayment,
  type FamilyPayment,
} from '#shared/domain/collections/family-payment.ts';
import { checkNoted } from '#shared/domain/collections/owed.ts';
import { zeroCents } from '#shared/domain/money.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import {
  findCollection,
  findFamily,
  requireOpenCollection,
  touchFamily,
} from '#functions/stores/collections.ts';
import {
  findPayment,
  listCarries,
  listPayments,
  notePayment,
} from '#functions/stores/family-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';

/**
 * Notes a cheque, cash or a transfer received from a family. It is in the books once it is
 * deposited. Once the collecte ended, only what the family owes there. Rules: CREDIT-1.
 */
export const noteOfflinePayment: UseCase<typeof noteOfflinePaymentEndpoint> = async (call) => {
  const { actor, scope, params, body, now, today, requestId } = call;
  const { collectionId } = params;
  const { amountCents, ...written } = body;
  const payment: FamilyPayment = {
    ...written,
    collectionId,
    grossCents: amountCents,
    refundedCents: zeroCents,
    state: 'received',
  };
  const known = await findPayment(scope, collectionId, body.id);
  if (known) return samePayment(payment, known) ? accept(known) : reject('payment_id_reused');
  const collection = await findCollection(scope, collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  const isOpen = collection.status === 'open';
  const family = await findFamily(scope, collectionId, body.familyId);
  const noted = checkNoted(
    collection,
    isOpen || !family ? undefined : await standingOf(scope, collection, family),
    amountCents,
  );
  if (!noted.ok) return noted;
  if (!family) return reject('family_unknown', 'familyId');
  if (body.paidOn > today) return reject('date_in_future', 'paidOn');
  if (body.means === 'cheque' && body.chequeNumber === undefined)
    return reject('cheque_number_missing', 'chequeNumber');
  await commit([
    notePayment(scope, payment),
    touchFamily(scope, family),
    ...(isOpen ? [requireOpenCollection(scope, collectionId)] : []),
    recordAct(scope, {
      act: 'note-offline-payment',
      target: body.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept(payment);
};

/** Read after the family: what moved its money meanwhile moved its version too. */
const standingOf = async (scope: CoopScope, collection: Collection, family: Family) =>
  familyStanding(collection, family, {
    payments: await listPayments(scope, collection.id),
    carries: await listCarries(scope),
  });
