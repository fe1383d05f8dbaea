import { belongingOf } from '#shared/domain/payments/belonging.ts';
import {
  mergePayment,
  samePlatformPayment,
  type MergeRejection,
  type PaymentFacts,
  type PlatformPayment,
} from '#shared/domain/payments/platform-payment.ts';
import type { EventDecision } from '#shared/domain/payments/inbox-state.ts';
import { isMadeHere } from '#shared/domain/payments/reports/made-id.ts';
import { mayBeSamePayment } from '#shared/domain/payments/told-twice.ts';
import { referenceIn } from '#shared/domain/collections/reference.ts';
import { findReferences, listCollections } from '#functions/stores/collections.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import {
  findPlatformPayments,
  keepPlatformPayment,
  listPaymentsMadeHere,
  listPlatformPayments,
} from '#functions/stores/platform-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';

/** Each payment is two items: this many stay under the hundred actions of a transaction. */
const paymentsPerCommit = 40;

export interface Noted {
  readonly payments: readonly PlatformPayment[];
  /** The first thing that does not fit with what was known; what fits is kept. */
  readonly refusal?: MergeRejection | 'perhaps_known' | undefined;
  /** What may be known already under another name: not noted, unless somebody said that it is not. */
  readonly twins: readonly PaymentFacts[];
  /** A payment that belonged nowhere now belongs to a collecte. */
  readonly unlocked: boolean;
}

/**
 * Adds facts to the payments they are about, and finds the collecte of each. What may be known under
 * another name waits until somebody says whether it is the same payment.
 */
export async function notePayments(
  scope: CoopScope,
  provider: string,
  facts: readonly PaymentFacts[],
  decision?: EventDecision,
): Promise<Noted> {
  const ids = [...new Set(facts.map(({ paymentId }) => paymentId))];
  const found = await findPlatformPayments(scope, provider, ids);
  const known = new Map(found.map((payment) => [payment.id, payment]));
  const merged = new Map(known);
  const isTwin = decision === 'other' ? () => false : await twinsOf(scope, provider, facts, known);
  const twins = facts.filter(isTwin);
  let refusal: Noted['refusal'] =
    twins.length > 0 && decision === undefined ? 'perhaps_known' : undefined;
  for (const fact of facts) {
    if (twins.includes(fact)) continue;
    const before = await withoutFailedPayout(scope, merged.get(fact.paymentId), fact);
    const after = mergePayment(before, provider, fact);
    if (after.ok) merged.set(fact.paymentId, after.value);
    else refusal ??= after.rejection;
    if (!after.ok && after.rejection === 'in_another_payout')
      merged.set(fact.paymentId, after.kept);
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
  return { payments, refusal, twins, unlocked };
}

/** Whether a payment that is new to us may be one that is known under the other kind of ids. */
async function twinsOf(
  scope: CoopScope,
  provider: string,
  facts: readonly PaymentFacts[],
  known: ReadonlyMap<string, PlatformPayment>,
): Promise<(fact: PaymentFacts) => boolean> {
  const isNew = ({ paymentId, charge }: PaymentFacts): boolean =>
    charge !== undefined && known.get(paymentId)?.charge === undefined;
  const fresh = facts.filter(isNew);
  if (fresh.length === 0) return () => false;
  // What files name is rare: where a message is new, nothing else is read.
  const others = fresh.some(({ paymentId }) => isMadeHere(paymentId))
    ? await listPlatformPayments(scope, provider)
    : await listPaymentsMadeHere(scope, provider);
  const free = others.filter(({ id }) => !known.has(id));
  return (fact) => isNew(fact) && free.some((other) => mayBeSamePayment(fact, other));
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
