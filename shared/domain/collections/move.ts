import type { Day } from '../dates.ts';
import type { Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import type { Carry, KnownPlace } from './carry.ts';
import { keptCentsOf, type FamilyPayment } from './family-payment.ts';

/** A payment put where it belongs: another family, another collecte, or both. */
export interface PaymentMove {
  readonly id: string;
  readonly paymentId: string;
  readonly to: KnownPlace;
  readonly movedOn: Day;
}

/**
 * What is left of the payment goes, whole, and the payment with it: later refunds follow it.
 * Refused when nothing is left, when its family no longer has it, or when it would stay in place.
 * A payment without a family may be given one.
 */
export function carriedPayment(
  move: PaymentMove,
  payment: FamilyPayment,
  paidCentsOfFamily: Cents | undefined,
  done: { readonly by: string; readonly at: string },
): Result<Carry, 'payment_not_movable' | 'input_invalid'> {
  const { collectionId, familyId } = payment;
  const amountCents = keptCentsOf(payment);
  if (amountCents === 0 || amountCents > (paidCentsOfFamily ?? amountCents))
    return reject('payment_not_movable', 'paymentId');
  if (collectionId === move.to.collectionId && familyId === move.to.familyId)
    return reject('input_invalid', 'to');
  return accept({
    id: move.id,
    kind: 'payment',
    paymentId: payment.id,
    from: { collectionId, familyId },
    to: move.to,
    amountCents,
    carriedOn: move.movedOn,
    ...done,
  });
}
