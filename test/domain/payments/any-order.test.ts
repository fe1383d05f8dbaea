import { expect, test } from 'vitest';
import { cents } from '#shared/domain/money.ts';
import { factsOfMovement, factsOfPayout } from '#shared/domain/payments/facts.ts';
import type { Movement } from '#shared/domain/payments/movement.ts';
import {
  mergePayment,
  paymentStateOf,
  refundedCentsOf,
  samePlatformPayment,
  type PaymentFacts,
  type PlatformPayment,
} from '#shared/domain/payments/platform-payment.ts';
import { orders } from '#test/support/orders.ts';

const charge: Movement = {
  movementId: 'mv_1',
  kind: 'charge',
  paymentId: 'pay_1',
  familyReference: 'TRL-7K2MX',
  campaign: 'Classe de mer',
  payerName: 'Mme Roux',
  grossCents: cents(4_500),
  feeCents: cents(100),
  netCents: cents(4_400),
  paidAt: '2026-03-03T09:00:00Z',
};
const refund: Movement = {
  ...charge,
  movementId: 'mv_2',
  kind: 'refund',
  grossCents: cents(-1_500),
  feeCents: cents(0),
  netCents: cents(-1_500),
};

function factsOf(movement: Movement): PaymentFacts {
  const facts = factsOfMovement(movement);
  if (!facts) throw new Error('tells nothing of a payment');
  return facts;
}

const announced: PaymentFacts = { ...factsOf(charge), charge: undefined };
const messages: Readonly<Record<string, readonly PaymentFacts[]>> = {
  created: [announced],
  refused: [{ ...announced, failed: true }],
  paid: [factsOf(charge)],
  refunded: [factsOf(refund)],
  payout: factsOfPayout('jp_1', [charge, refund]),
};

function told(names: readonly string[]): PlatformPayment {
  let known: PlatformPayment | undefined;
  for (const facts of names.flatMap((name) => messages[name] ?? [])) {
    const merged = mergePayment(known, 'jaikan', facts);
    if (!merged.ok) throw new Error(`${names.join(', ')}: ${merged.rejection}`);
    known = merged.value;
  }
  if (!known) throw new Error('nothing told');
  return known;
}

const every = orders(Object.keys(messages));

test('W-03: created, refused, paid, refunded, paid out: all 120 orders end the same', () => {
  expect(new Set(every.map((order) => order.join())).size).toBe(120);
  const expected = told(Object.keys(messages));
  expect(paymentStateOf(expected)).toBe('received');
  expect(refundedCentsOf(expected)).toBe(1_500);
  expect(expected.payoutId).toBe('jp_1');
  for (const order of every)
    expect([order, samePlatformPayment(told(order), expected)]).toEqual([order, true]);
});

test('W-03: in all 120 orders, each told twice, the payment ends the same', () => {
  const expected = told(Object.keys(messages));
  for (const order of every) {
    const again = [...order.slice(2), ...order.slice(0, 2)];
    expect(samePlatformPayment(told([...order, ...again]), expected)).toBe(true);
  }
});
