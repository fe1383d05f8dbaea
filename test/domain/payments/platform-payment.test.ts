import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import {
  asFamilyPayment,
  mergePayment,
  paymentStateOf,
  refundedCentsOf,
  samePlatformPayment,
  type PaymentFacts,
  type PlatformPayment,
} from '#shared/domain/payments/platform-payment.ts';

const heardOn = day('2026-03-03');
const pending: PaymentFacts = { paymentId: 'pay_1', heardOn, familyReference: 'TRL-7K2MX' };
const paid: PaymentFacts = {
  ...pending,
  charge: { grossCents: cents(4_500), paidOn: heardOn },
  payoutId: 'po_1',
};
const refused: PaymentFacts = { ...pending, failed: true };
const refund = (id: string, amount: number): PaymentFacts => ({
  ...pending,
  refunds: { [id]: cents(amount) },
});
const dispute = (id: string, amount: number): PaymentFacts => ({
  ...pending,
  disputes: { [id]: cents(amount) },
});

function told(facts: readonly PaymentFacts[]): PlatformPayment {
  let known: PlatformPayment | undefined;
  for (const fact of facts) {
    const merged = mergePayment(known, 'jaikan', fact);
    if (!merged.ok) throw new Error(merged.rejection);
    known = merged.value;
  }
  if (!known) throw new Error('nothing told');
  return known;
}

test('a payment goes from announced to received', () => {
  expect(paymentStateOf(told([pending]))).toBe('pending');
  expect(paymentStateOf(told([refused]))).toBe('failed');
  expect(paymentStateOf(told([pending, paid]))).toBe('received');
});

test('INV-41: a late "failed" after "paid" never undoes it', () => {
  expect(paymentStateOf(told([paid, refused]))).toBe('received');
  expect(paymentStateOf(told([refused, paid]))).toBe('received');
});

test('INV-42: refunds told twice count once, and never exceed what was paid', () => {
  const known = told([paid, refund('r1', 1_500), refund('r1', 1_500), refund('r2', 3_000)]);
  expect(refundedCentsOf(known)).toBe(4_500);
  expect(mergePayment(known, 'jaikan', refund('r3', 1))).toEqual({
    ok: false,
    rejection: 'refund_too_large',
  });
});

test('a running total of refunds and their list are the same money', () => {
  const facts = { ...pending, refundedAtLeastCents: cents(1_500) };
  expect(refundedCentsOf(told([paid, facts, refund('r1', 1_500)]))).toBe(1_500);
  expect(refundedCentsOf(told([paid, refund('r1', 1_000), facts]))).toBe(1_500);
});

test('a dispute takes back, a dispute won gives back again', () => {
  expect(refundedCentsOf(told([paid, dispute('d1', 4_500)]))).toBe(4_500);
  expect(refundedCentsOf(told([paid, dispute('d1', 4_500), dispute('d2', -4_500)]))).toBe(0);
});

test('refuses another amount for the same payment, or for the same refund', () => {
  const conflict = { ok: false, rejection: 'amount_conflict' };
  const other = { ...paid, charge: { grossCents: cents(4_501), paidOn: heardOn } };
  expect(mergePayment(told([paid]), 'jaikan', other)).toEqual(conflict);
  const known = told([paid, refund('r1', 1)]);
  expect(mergePayment(known, 'jaikan', refund('r1', 2))).toEqual(conflict);
});

test('INV-38: refuses a charge that another payout carries', () => {
  const merged = mergePayment(told([paid]), 'jaikan', { ...paid, payoutId: 'po_2' });
  expect(merged).toMatchObject({
    ok: false,
    rejection: 'in_another_payout',
    kept: { payoutId: 'po_1' },
  });
});

test('a refund told with a charge that another payout carries is kept', () => {
  const facts = { ...paid, ...refund('r1', 1_500), payoutId: 'po_2' };
  const merged = mergePayment(told([paid]), 'jaikan', facts);
  expect(merged).toMatchObject({ ok: false, kept: { refunds: { r1: 1_500 } } });
});

test('a payment that belongs to no collecte is shown in none', () => {
  expect(asFamilyPayment(told([paid]))).toBeUndefined();
  expect(asFamilyPayment({ ...told([paid]), collectionId: 'trip', familyId: 'lea' })).toEqual({
    id: 'jaikan.pay_1',
    collectionId: 'trip',
    familyId: 'lea',
    payerName: undefined,
    means: 'platform',
    provider: 'jaikan',
    platformReference: 'pay_1',
    grossCents: 4_500,
    refundedCents: 0,
    paidOn: heardOn,
    state: 'received',
    payoutId: 'po_1',
  });
});

test('W-03: told in any order, and any number of times, a payment ends the same', () => {
  const story = [pending, paid, refused, refund('r1', 1_500), refund('r2', 500)];
  const expected = told(story);
  const disorder = fc.array(fc.nat({ max: story.length - 1 }), { maxLength: 10 }).chain((again) =>
    fc.shuffledSubarray([...story, ...again.map((index) => story[index] ?? pending)], {
      minLength: story.length + again.length,
    }),
  );
  fc.assert(
    fc.property(disorder, (facts) => {
      expect(samePlatformPayment(told(facts), expected)).toBe(true);
    }),
  );
});
