import { belongingOf } from '#shared/domain/payments/belonging.ts';
import {
  mergePayment,
  samePlatformPayment,
  type MergeRejection,
  type PaymentFacts,
  type PlatformPayment,
} from '#shared/domain/payments/platform-payment.ts';
import { referenceIn } from '#shared/domain/collections/reference.ts';
import { findReferences, listCollections } from '#functions/stores/collections.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import { findPlatformPayments, keepPlatformPayment } from '#functions/stores/platform-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';

/** Each payment is two items: this many stay under the hundred actions of a transaction. */
const paymentsPerCommit = 40;

export interface Noted {
  readonly payments: readonly PlatformPayment[];
  /** The first thing that does not fit with what was known; what fits is kept. */
  readonly refusal?: MergeRejection | undefined;
  /** A payment that belonged nowhere now belongs to a collecte. */
  readonly unlocked: boolean;
}

/** Adds facts to the payments they are about, and finds the collecte of each. */
export async function notePayments(
  scope: CoopScope,
  provider: string,
  facts: readonly PaymentFacts[],
): Promise<Noted> {
  const ids = [...new Set(facts.map(({ paymentId }) => paymentId))];
  const found = await findPlatformPayments(scope, provider, ids);
  const known = new Map(found.map((payment) => [payment.id, payment]));
  const merged = new Map(known);
  let refusal: MergeRejection | undefined;
  for (const fact of facts) {
    const before = await withoutFailedPayout(scope, merged.get(fact.paymentId), fact);
    const after = mergePayment(before, provider, fact);
    if (after.ok) merged.set(fact.paymentId, after.value);
    else refusal ??= after.rejection;
  }
  const payments = await withBelonging(scope, [...merged.values()]);
  const changed = payments.filter((payment) => {
    const before = known.get(payment.id);
    return !before || !samePlatformPayment(before, payment);
  });
  for (let start = 0; start < changed.length; start += paymentsPerCommit)
    await commit(
      changed
        .slice(start, start + paymentsPerCommit)
        .flatMap((payment) => keepPlatformPayment(scope, payment)),
    );
  const unlocked = changed.some(
    ({ id, collectionId }) => known.has(id) && known.get(id)?.collectionId !== collectionId,
  );
  return { payments, refusal, unlocked };
}

/** A charge leaves a payout that failed and is not in the books: the platform pays it out again. */
async function withoutFailedPayout(
  scope: CoopScope,
  payment: PlatformPayment | undefined,
  { payoutId }: PaymentFacts,
): Promise<PlatformPayment | undefined> {
  if (payoutId === undefined || payment?.payoutId === undefined) return payment;
  if (payment.payoutId === payoutId) return payment;
  const other = await findPayout(scope, payment.provider, payment.payoutId);
  const isUndone = other?.entryId === undefined || other.reversalId !== undefined;
  return other?.status === 'failed' && isUndone ? { ...payment, payoutId: undefined } : payment;
}

/** Finds the collecte of the payments that have none, and the family of those that have none. */
async function withBelonging(
  scope: CoopScope,
  payments: readonly PlatformPayment[],
): Promise<readonly PlatformPayment[]> {
  const asking = payments.filter(({ familyId }) => familyId === undefined);
  if (asking.length === 0) return payments;
  const [references, collections] = await Promise.all([
    findReferences(
      scope,
      asking
        .map(({ familyReference = '' }) => referenceIn(familyReference))
        .filter((reference) => reference !== undefined),
    ),
    asking.some(({ collectionId }) => collectionId === undefined) ? listCollections(scope) : [],
  ]);
  return payments.map((payment) => {
    const belonging =
      payment.familyId === undefined ? belongingOf(payment, references, collections) : undefined;
    const { collectionId = belonging?.collectionId } = payment;
    return belonging?.collectionId === collectionId
      ? { ...payment, ...belonging }
      : { ...payment, collectionId };
  });
}
