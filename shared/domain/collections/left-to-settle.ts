import { cents, type Cents } from '../money.ts';
import { keptCentsOf, type FamilyPayment } from './family-payment.ts';

/** A payment with what may still go back of it. */
export interface LeftToSettle<P> {
  readonly payment: P;
  readonly leftCents: Cents;
}

/**
 * What is left of each payment to go back to its family, in the order given: never more than the
 * payment, nor together more than what the family still has here. What it carried to another
 * collecte is not given back a second time. Nobody known: the whole payment.
 */
export function leftToSettle<
  P extends Pick<FamilyPayment, 'familyId' | 'state'> & {
    readonly grossCents: number;
    readonly refundedCents: number;
  },
>(
  payments: readonly P[],
  families: readonly { readonly id: string; readonly paidCents: number }[],
): readonly LeftToSettle<P>[] {
  const held = new Map(families.map(({ id, paidCents }) => [id, paidCents]));
  return payments.flatMap((payment) => {
    const { familyId = '' } = payment;
    const kept = keptCentsOf(payment);
    const left = Math.min(kept, held.get(familyId) ?? kept);
    if (held.has(familyId)) held.set(familyId, (held.get(familyId) ?? 0) - left);
    return left > 0 ? [{ payment, leftCents: cents(left) }] : [];
  });
}
