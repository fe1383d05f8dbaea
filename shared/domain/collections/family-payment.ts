import type { Day } from '../dates.ts';
import { cents, sumCents, type Cents } from '../money.ts';
import type { Family } from './collection.ts';

export type PaymentState = 'pending' | 'received' | 'booked' | 'failed';

/** What a family paid to a collecte, by whichever means. */
export interface FamilyPayment {
  readonly id: string;
  readonly collectionId: string;
  readonly familyId?: string | undefined;
  readonly payerName?: string | undefined;
  readonly means: 'platform' | 'cheque' | 'cash';
  readonly provider?: string | undefined;
  readonly platformReference?: string | undefined;
  readonly chequeNumber?: string | undefined;
  readonly grossCents: Cents;
  /** What went back to the family, or was contested. */
  readonly refundedCents: Cents;
  readonly paidOn: Day;
  readonly state: PaymentState;
  readonly payoutId?: string | undefined;
  readonly entryId?: string | undefined;
}

export type FamilyState = 'unpaid' | 'partlyPaid' | 'paid' | 'overpaid';

const counts = ({ state }: FamilyPayment): boolean => state === 'received' || state === 'booked';

/** What was received and kept: announced and failed payments do not count. */
export const paidCentsOf = (payments: readonly FamilyPayment[]): Cents =>
  sumCents(
    payments
      .filter(counts)
      .map(({ grossCents, refundedCents }) => cents(Math.max(0, grossCents - refundedCents))),
  );

/** Where a family stands. A family asked for nothing has paid. */
export function familyState(expectedCents: Cents, paidCents: Cents): FamilyState {
  if (paidCents > expectedCents) return 'overpaid';
  if (paidCents === expectedCents) return 'paid';
  return paidCents === 0 ? 'unpaid' : 'partlyPaid';
}

/** A family with what it paid. A payment of another family never counts. */
export function familyStanding<F extends Pick<Family, 'id' | 'expectedCents'>>(
  family: F,
  payments: readonly FamilyPayment[],
): F & { readonly paidCents: Cents; readonly state: FamilyState } {
  const paidCents = paidCentsOf(payments.filter(({ familyId }) => familyId === family.id));
  return { ...family, paidCents, state: familyState(family.expectedCents, paidCents) };
}

/** The figures of a collecte: what was received includes payments without a known family. */
export function collectionTotals(families: readonly Family[], payments: readonly FamilyPayment[]) {
  const states = families.map((family) => familyStanding(family, payments).state);
  const count = (...wanted: readonly FamilyState[]): number =>
    states.filter((state) => wanted.includes(state)).length;
  return {
    familyCount: families.length,
    paidCount: count('paid', 'overpaid'),
    partlyPaidCount: count('partlyPaid'),
    receivedCents: paidCentsOf(payments),
    expectedTotalCents: sumCents(families.map(({ expectedCents }) => expectedCents)),
  };
}

/** Whether a retry notes the same payment, whatever became of it since. */
export const samePayment = (one: FamilyPayment, other: FamilyPayment): boolean =>
  one.familyId === other.familyId &&
  one.means === other.means &&
  one.grossCents === other.grossCents &&
  one.chequeNumber === other.chequeNumber &&
  one.payerName === other.payerName &&
  one.paidOn === other.paidOn;
