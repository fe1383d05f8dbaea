import type { FamilyPayment, PaymentState } from '../collections/family-payment.ts';
import type { Day } from '../dates.ts';
import { cents, sumCents, zeroCents, type Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import { eachBackOnce } from './told-twice.ts';

/** Amounts by the id of the movement that brought them: told twice, counted once. */
type AmountsById = Readonly<Record<string, Cents>>;

/** What a family paid, the day it did, and the fee where the platform already says it. */
interface Charge {
  readonly grossCents: Cents;
  readonly paidOn: Day;
  readonly feeCents?: Cents | undefined;
}

/**
 * What platforms told us of one payment. It only ever grows: facts are a union, so the order in
 * which they come and how many times do not matter.
 */
export interface PlatformPayment {
  readonly provider: string;
  readonly id: string;
  readonly familyReference?: string | undefined;
  readonly campaign?: string | undefined;
  readonly payerName?: string | undefined;
  readonly charge?: Charge | undefined;
  /** The day it was first heard of: shown until it is paid. */
  readonly heardOn: Day;
  readonly failed: boolean;
  readonly refunds: AmountsById;
  /** Where the platform tells only a running total. */
  readonly refundedAtLeastCents: Cents;
  /** Positive when contested, negative when given back. */
  readonly disputes: AmountsById;
  /** The day we were first told of each of them. */
  readonly backOn?: Readonly<Record<string, Day>> | undefined;
  /** The payout that carries the charge. */
  readonly payoutId?: string | undefined;
  readonly collectionId?: string | undefined;
  readonly familyId?: string | undefined;
  readonly version: number;
}

/** What one message, or one line of a payout, says of a payment. */
export interface PaymentFacts {
  readonly paymentId: string;
  readonly heardOn: Day;
  readonly familyReference?: string | undefined;
  readonly campaign?: string | undefined;
  readonly payerName?: string | undefined;
  readonly charge?: Charge | undefined;
  readonly failed?: boolean | undefined;
  readonly refunds?: AmountsById | undefined;
  readonly refundedAtLeastCents?: Cents | undefined;
  readonly disputes?: AmountsById | undefined;
  readonly payoutId?: string | undefined;
}

export type MergeRejection = 'amount_conflict' | 'refund_too_large' | 'in_another_payout';

/** What is known after a telling, or why it does not fit; `kept` is what fits of it all the same. */
type Merged =
  | Result<PlatformPayment, Exclude<MergeRejection, 'in_another_payout'>>
  | {
      readonly ok: false;
      readonly rejection: 'in_another_payout';
      readonly kept: PlatformPayment;
    };

const firstOf = (provider: string, { paymentId, heardOn }: PaymentFacts): PlatformPayment => ({
  provider,
  id: paymentId,
  heardOn,
  failed: false,
  refunds: {},
  refundedAtLeastCents: zeroCents,
  disputes: {},
  version: 0,
});

/**
 * The payment with what was just said of it. Refused: another amount for what is already known
 * under that id, more given back than was paid, a charge that two payouts carry. In the last case
 * the payment stays in its payout, and whatever else was said of it is kept.
 */
export function mergePayment(
  known: PlatformPayment | undefined,
  provider: string,
  facts: PaymentFacts,
): Merged {
  const before = known ?? firstOf(provider, facts);
  if (conflicts(before, facts)) return reject('amount_conflict');
  const merged: PlatformPayment = {
    ...before,
    familyReference: before.familyReference ?? facts.familyReference,
    campaign: before.campaign ?? facts.campaign,
    payerName: before.payerName ?? facts.payerName,
    heardOn: before.heardOn < facts.heardOn ? before.heardOn : facts.heardOn,
    failed: before.failed || facts.failed === true,
    charge: earliest(before.charge, facts.charge),
    refunds: { ...before.refunds, ...facts.refunds },
    refundedAtLeastCents: largest(before.refundedAtLeastCents, facts.refundedAtLeastCents),
    disputes: { ...before.disputes, ...facts.disputes },
    backOn: earliestDays(before.backOn, facts),
    payoutId: before.payoutId ?? facts.payoutId,
  };
  if (merged.charge && refundedCentsOf(merged) > merged.charge.grossCents)
    return reject('refund_too_large');
  if (facts.payoutId !== undefined && merged.payoutId !== facts.payoutId)
    return { ok: false, rejection: 'in_another_payout', kept: merged };
  return accept(merged);
}

const differs = (known: AmountsById, told: AmountsById = {}): boolean =>
  Object.entries(told).some(([id, amount]) => (known[id] ?? amount) !== amount);

const conflicts = (known: PlatformPayment, facts: PaymentFacts): boolean =>
  (known.charge !== undefined &&
    facts.charge !== undefined &&
    known.charge.grossCents !== facts.charge.grossCents) ||
  differs(known.refunds, facts.refunds) ||
  differs(known.disputes, facts.disputes);

const earliest = (
  one: PlatformPayment['charge'],
  other: PlatformPayment['charge'],
): PlatformPayment['charge'] => {
  if (!one || !other) return one ?? other;
  const first = one.paidOn <= other.paidOn ? one : other;
  return { ...first, feeCents: one.feeCents ?? other.feeCents };
};

function earliestDays(
  known: PlatformPayment['backOn'],
  { refunds, disputes, heardOn }: PaymentFacts,
): PlatformPayment['backOn'] {
  const told = Object.keys({ ...refunds, ...disputes });
  if (told.length === 0) return known;
  const days = told.map((id) => [id, earlierDay(known?.[id] ?? heardOn, heardOn)] as const);
  return { ...known, ...Object.fromEntries(days) };
}

const earlierDay = (one: Day, other: Day): Day => (one < other ? one : other);

const largest = (one: Cents, other: Cents = zeroCents): Cents => cents(Math.max(one, other));

const sumOf = (amounts: AmountsById): Cents =>
  sumCents(eachBackOnce(amounts).map(({ amountCents }) => amountCents));

/** What went back to the family, by refund or by dispute. */
export const refundedCentsOf = ({
  refunds,
  refundedAtLeastCents,
  disputes,
}: PlatformPayment): Cents =>
  cents(Math.max(sumOf(refunds), refundedAtLeastCents) + Math.max(0, sumOf(disputes)));

/** Paid once paid: a late "failed" never undoes it. */
export function paymentStateOf({ charge, failed }: PlatformPayment): PaymentState {
  if (charge) return 'received';
  return failed ? 'failed' : 'pending';
}

/** How the collecte it belongs to sees the payment; undefined while it belongs to none. */
export function asFamilyPayment(payment: PlatformPayment): FamilyPayment | undefined {
  const { provider, id, collectionId, familyId, payerName, charge, heardOn, payoutId } = payment;
  if (collectionId === undefined) return undefined;
  return {
    id: `${provider}.${id}`,
    collectionId,
    familyId,
    payerName,
    means: 'platform',
    provider,
    platformReference: id,
    grossCents: charge?.grossCents ?? zeroCents,
    refundedCents: refundedCentsOf(payment),
    paidOn: charge?.paidOn ?? heardOn,
    state: paymentStateOf(payment),
    payoutId,
  };
}

/** Whether the message changed anything: what did not is not written. */
export const samePlatformPayment = (one: PlatformPayment, other: PlatformPayment): boolean =>
  textOf(one) === textOf(other);

const textOf = (payment: PlatformPayment): string =>
  JSON.stringify([
    payment.familyReference,
    payment.campaign,
    payment.payerName,
    payment.charge?.grossCents,
    payment.charge?.paidOn,
    payment.charge?.feeCents,
    Object.entries(payment.backOn ?? {}).toSorted(),
    payment.heardOn,
    payment.failed,
    Object.entries(payment.refunds).toSorted(),
    payment.refundedAtLeastCents,
    Object.entries(payment.disputes).toSorted(),
    payment.payoutId,
    payment.collectionId,
    payment.familyId,
  ]);
