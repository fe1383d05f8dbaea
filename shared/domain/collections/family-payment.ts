import type { Day } from '../dates.ts';
import { cents, sumCents, type Cents } from '../money.ts';
import { broughtCents, type Carry } from './carry.ts';
import { isFree, type Collection, type Family } from './collection.ts';

/**
 * Where a payment is. `booked` once an entry carries it; `moved` when it now belongs elsewhere;
 * `givenBack` when it went back to the family before any entry; `returned` when the bank sent the
 * cheque back unpaid.
 */
export const paymentStates = [
  'pending',
  'received',
  'booked',
  'failed',
  'moved',
  'givenBack',
  'returned',
] as const;
export type PaymentState = (typeof paymentStates)[number];

export const paymentMeansOfFamilies = ['platform', 'cheque', 'cash', 'transfer'] as const;
export type FamilyMeans = (typeof paymentMeansOfFamilies)[number];

/** What a family paid to a collecte, by whichever means. */
export interface FamilyPayment {
  readonly id: string;
  readonly collectionId: string;
  readonly familyId?: string | undefined;
  readonly payerName?: string | undefined;
  readonly means: FamilyMeans;
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

/** `free`: nothing is awaited of the family, and it gave nothing. */
export const familyStates = ['unpaid', 'partlyPaid', 'paid', 'overpaid', 'free'] as const;
export type FamilyState = (typeof familyStates)[number];

/** What came in for a collecte, and what families carried from or to another one. */
export interface Money {
  readonly payments: readonly FamilyPayment[];
  readonly carries: readonly Carry[];
}

type Asking = Pick<Collection, 'id' | 'kind' | 'status'>;

/** Whether the money is here: what is announced, failed, moved or given back does not count. */
export const counts = ({ state }: Pick<FamilyPayment, 'state'>): boolean =>
  state === 'received' || state === 'booked';

/** What is left of a payment once what went back is taken off. */
export const keptCentsOf = (
  payment: Pick<FamilyPayment, 'state'> & {
    readonly grossCents: number;
    readonly refundedCents: number;
  },
): Cents =>
  counts(payment) ? cents(Math.max(0, payment.grossCents - payment.refundedCents)) : cents(0);

/** What was received and kept. */
export const paidCentsOf = (payments: readonly FamilyPayment[]): Cents =>
  sumCents(payments.map(keptCentsOf));

/** What is awaited of a family: nothing when it gives what it wants, or when all is cancelled. */
export const awaitedCentsOf = (
  collection: Asking,
  { expectedCents }: Pick<Family, 'expectedCents'>,
) => (isFree(collection) || collection.status === 'cancelled' ? cents(0) : expectedCents);

/** Where a family stands. A family asked for nothing has paid. */
export function familyState(expectedCents: Cents, paidCents: Cents): FamilyState {
  if (paidCents > expectedCents) return 'overpaid';
  if (paidCents === expectedCents) return 'paid';
  return paidCents === 0 ? 'unpaid' : 'partlyPaid';
}

function stateIn(collection: Asking, family: Pick<Family, 'expectedCents'>, paidCents: Cents) {
  const isCancelled = collection.status === 'cancelled';
  if (paidCents === 0 && (isFree(collection) || isCancelled)) return 'free';
  if (isFree(collection) && !isCancelled) return 'paid';
  return familyState(awaitedCentsOf(collection, family), paidCents);
}

export interface Standing {
  readonly paidCents: Cents;
  /** What the family may have back, or carry to another collecte. */
  readonly creditCents: Cents;
  /** What it carried to another collecte and got back as well: to be put right by hand. */
  readonly overdrawnCents: Cents;
  readonly state: FamilyState;
}

/**
 * A family with what it paid: payments kept, and credits carried in less credits carried out. A
 * payment of another family never counts. What is above the awaited amount is its credit; a free
 * gift is none.
 */
export function familyStanding<F extends Pick<Family, 'id' | 'expectedCents'>>(
  collection: Asking,
  family: F,
  { payments, carries }: Money,
): F & Standing {
  const own = payments.filter(({ familyId }) => familyId === family.id);
  const place = { collectionId: collection.id, familyId: family.id };
  const balanceCents = paidCentsOf(own) + broughtCents(carries, place);
  const paidCents = cents(Math.max(0, balanceCents));
  const overdrawnCents = cents(Math.max(0, -balanceCents));
  const gift = isFree(collection) && collection.status !== 'cancelled';
  const over = gift ? 0 : Math.max(0, paidCents - awaitedCentsOf(collection, family));
  const state = stateIn(collection, family, paidCents);
  return { ...family, paidCents, creditCents: cents(over), overdrawnCents, state };
}

/** The figures of a collecte: what was received includes payments without a known family. */
export function collectionTotals(collection: Asking, families: readonly Family[], money: Money) {
  const standings = families.map((family) => familyStanding(collection, family, money));
  const count = (...wanted: readonly FamilyState[]): number =>
    standings.filter(({ state }) => wanted.includes(state)).length;
  const familyIds = new Set(families.map(({ id }) => id));
  const unknown = money.payments.filter(({ familyId = '' }) => !familyIds.has(familyId));
  return {
    familyCount: families.length,
    paidCount: count('paid', 'overpaid'),
    partlyPaidCount: count('partlyPaid'),
    receivedCents: sumCents([...standings.map(({ paidCents }) => paidCents), paidCentsOf(unknown)]),
    creditCents: sumCents(standings.map(({ creditCents }) => creditCents)),
    overdrawnCents: sumCents(standings.map(({ overdrawnCents }) => overdrawnCents)),
    expectedTotalCents: sumCents(families.map((family) => awaitedCentsOf(collection, family))),
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
