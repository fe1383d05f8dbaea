import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { bringsMoney, paymentIsNews, payoutIsNews } from '#shared/domain/payments/news.ts';
import { mergePayout, type Payout, type PayoutFacts } from '#shared/domain/payments/payout.ts';
import {
  mergePayment,
  type PaymentFacts,
  type PlatformPayment,
} from '#shared/domain/payments/platform-payment.ts';

const told: PaymentFacts = {
  paymentId: 'pi_1',
  heardOn: day('2026-03-10'),
  familyReference: 'TRL-7K2MX',
  charge: { grossCents: cents(12_000), paidOn: day('2026-03-10') },
};
const listed: PaymentFacts = { ...told, refundedAtLeastCents: cents(2_000) };

const merged = (...facts: readonly PaymentFacts[]): PlatformPayment | undefined => {
  let known: PlatformPayment | undefined;
  for (const one of facts) {
    const next = mergePayment(known, 'stripe', one);
    if (next.ok) known = next.value;
  }
  return known;
};

test('what was told already is no news; more than that is', () => {
  expect(paymentIsNews(undefined, 'stripe', told)).toBe(true);
  expect(paymentIsNews(merged(told), 'stripe', told)).toBe(false);
  expect(paymentIsNews(merged(told), 'stripe', listed)).toBe(true);
  expect(paymentIsNews(merged(told, listed), 'stripe', told)).toBe(false);
});

test('W-14 another amount for a payment that is known is news: somebody has to see it', () => {
  const other = { ...told, charge: { grossCents: cents(12_001), paidOn: day('2026-03-10') } };
  expect(paymentIsNews(merged(told), 'stripe', other)).toBe(true);
});

test('only a payment that was not known to be paid brings money', () => {
  expect(bringsMoney(undefined, told)).toBe(true);
  expect(bringsMoney(merged({ paymentId: 'pi_1', heardOn: day('2026-03-10') }), told)).toBe(true);
  expect(bringsMoney(merged(told), listed)).toBe(false);
});

const paid: PayoutFacts = {
  id: 'po_1',
  status: 'paid',
  arrivalOn: day('2026-03-16'),
  netCents: cents(11_787),
  itemised: true,
  toldAt: '2026-03-16T00:00:00.000Z',
};
const payoutOf = (facts: PayoutFacts): Payout => {
  const known = mergePayout(undefined, 'stripe', facts, '2026-03-16T08:00:00.000Z');
  if (!known.ok) throw new Error(known.rejection);
  return known.value;
};

test('a payout that went further, or has another amount, is news; one told later is none', () => {
  expect(payoutIsNews(undefined, paid)).toBe(true);
  expect(payoutIsNews(payoutOf({ ...paid, status: 'pending' }), paid)).toBe(true);
  expect(payoutIsNews(payoutOf(paid), { ...paid, status: 'pending' })).toBe(false);
  expect(payoutIsNews(payoutOf(paid), { ...paid, toldAt: '2026-04-01T00:00:00.000Z' })).toBe(false);
  expect(payoutIsNews(payoutOf(paid), { ...paid, netCents: cents(1) })).toBe(true);
});
