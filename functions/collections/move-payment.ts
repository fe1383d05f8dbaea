import type { movePaymentEndpoint } from '#shared/contract/collections/money.ts';
import { carryFacts, type FamilyPlace } from '#shared/domain/collections/carry.ts';
import { familyStanding, type FamilyPayment } from '#shared/domain/collections/family-payment.ts';
import { carriedPayment, type PaymentMove } from '#shared/domain/collections/move.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findCollection, findFamily, touchFamily } from '#functions/stores/collections.ts';
import {
  changePayment,
  findCarry,
  findPayment,
  keepCarry,
  leaveTrace,
  listCarries,
  listPayments,
  placePayment,
} from '#functions/stores/family-payments.ts';
import { findPayout, touchPayout } from '#functions/stores/payouts.ts';
import { findPlatformPayments, keepPlatformPayment } from '#functions/stores/platform-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit, type Write } from '#functions/stores/table.ts';
import { actOf } from './act-of.ts';
import { carriedEntry, targetOf } from './carried-entry.ts';

/** Moves a payment to another family or collecte: both sides, who did it, and the accounts. */
export const movePayment: UseCase<typeof movePaymentEndpoint> = async (call) => {
  const { actor, scope, params, body, now } = call;
  const known = await findCarry(scope, body.id);
  if (known)
    return known.factsSha256 === factsOf(body, known.from)
      ? accept(known)
      : reject('carry_id_reused');
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  const payment = await findPayment(scope, collection.id, body.paymentId);
  if (!payment) return reject('payment_not_movable', 'paymentId');
  const target = await targetOf(scope, body.to);
  if (!target.ok) return target;
  const owner = await findFamily(scope, collection.id, payment.familyId ?? '');
  const money = {
    payments: await listPayments(scope, collection.id),
    carries: await listCarries(scope),
  };
  const paidCents = owner && familyStanding(collection, owner, money).paidCents;
  const carry = carriedPayment(body, payment, paidCents, { by: actor.userId, at: now });
  if (!carry.ok) return carry;
  const moved = await movedWrites(scope, payment, body);
  const entry = await carriedEntry(
    call,
    carry.value,
    { from: collection, to: target.value.collection },
    moved.isBooked,
  );
  if (!entry.ok) return entry;
  const kept = {
    ...carry.value,
    ...entry.value.made,
    factsSha256: factsOf(body, carry.value.from),
  };
  await commit([
    ...entry.value.writes,
    ...moved.writes,
    ...(owner ? [touchFamily(scope, owner)] : []),
    touchFamily(scope, target.value.family),
    keepCarry(scope, kept),
    recordAct(scope, actOf(call, 'move-payment', body.id)),
  ]);
  return accept(kept);
};

const factsOf = ({ id, paymentId, to }: PaymentMove, from: FamilyPlace) =>
  sha256Hex(
    carryFacts({ id, kind: 'payment', paymentId, from: { collectionId: from.collectionId }, to }),
  );

interface Moved {
  readonly isBooked: boolean;
  readonly writes: readonly Write[];
}

const movedWrites = (
  scope: CoopScope,
  payment: FamilyPayment,
  { to }: PaymentMove,
): Promise<Moved> | Moved =>
  payment.means === 'platform'
    ? movedOnPlatform(scope, payment, to)
    : movedByHand(scope, payment, to);

/** The payment goes to its new place; where it was stays a trace, unless it only changes family. */
function movedByHand(scope: CoopScope, payment: FamilyPayment, to: PaymentMove['to']): Moved {
  const isBooked = payment.state === 'booked';
  const moved = { ...payment, ...to };
  if (to.collectionId === payment.collectionId)
    return { isBooked, writes: [changePayment(scope, payment, moved)] };
  const trace = changePayment(scope, payment, { ...payment, state: 'moved' });
  return { isBooked, writes: [trace, placePayment(scope, moved)] };
}

/**
 * What the platform says next of the payment follows it. A payout whose entry is being written at
 * this moment is read again, so that its entry knows the new place.
 */
async function movedOnPlatform(
  scope: CoopScope,
  payment: FamilyPayment,
  to: PaymentMove['to'],
): Promise<Moved> {
  const { provider = '', platformReference = '', payoutId } = payment;
  const [told] = await findPlatformPayments(scope, provider, [platformReference]);
  if (!told) throw new Error('a payment of a platform that it never told');
  const payout = payoutId === undefined ? undefined : await findPayout(scope, provider, payoutId);
  const isBooked = payout?.entryId !== undefined;
  return {
    isBooked,
    writes: [
      ...keepPlatformPayment(scope, { ...told, ...to }),
      ...(to.collectionId === payment.collectionId ? [] : [leaveTrace(scope, payment)]),
      ...(payout && !isBooked ? [touchPayout(scope, payout)] : []),
    ],
  };
}
