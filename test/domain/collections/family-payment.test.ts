import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Family } from '#shared/domain/collections/collection.ts';
import {
  collectionTotals,
  familyStanding,
  familyState,
  paidCentsOf,
  type FamilyPayment,
} from '#shared/domain/collections/family-payment.ts';
import { day } from '#shared/domain/dates.ts';
import { cents, sumCents } from '#shared/domain/money.ts';

const payment: FamilyPayment = {
  id: 'p',
  collectionId: 'trip',
  familyId: 'lea',
  means: 'cheque',
  grossCents: cents(4_500),
  refundedCents: cents(0),
  paidOn: day('2026-03-12'),
  state: 'received',
};

const family: Family = {
  id: 'lea',
  collectionId: 'trip',
  pupil: 'Léa M.',
  className: 'CM2',
  reference: 'TRL-7K2MX',
  expectedCents: cents(4_500),
};

test.each([
  [4_500, 0, 'unpaid'],
  [4_500, 1, 'partlyPaid'],
  [4_500, 4_499, 'partlyPaid'],
  [4_500, 4_500, 'paid'],
  [4_500, 4_501, 'overpaid'],
  [0, 0, 'paid'],
  [0, 1, 'overpaid'],
] as const)('asked for %d, having paid %d, a family is %s', (expected, paid, state) => {
  expect(familyState(cents(expected), cents(paid))).toBe(state);
});

test.each(['pending', 'failed'] as const)('a %s payment does not count', (state) => {
  expect(paidCentsOf([{ ...payment, state }])).toBe(0);
});

test('INV-37: what went back no longer counts, and never makes a family owe', () => {
  expect(paidCentsOf([{ ...payment, refundedCents: cents(1_500) }])).toBe(3_000);
  expect(paidCentsOf([{ ...payment, refundedCents: cents(9_000) }])).toBe(0);
});

test('INV-44: the payment of another family never settles this one', () => {
  expect(familyStanding(family, [{ ...payment, familyId: 'tom' }])).toMatchObject({
    paidCents: 0,
    state: 'unpaid',
  });
});

test('the figures of a collecte count each payment once, known family or not', () => {
  const someone = fc.constantFrom('lea', 'tom', undefined);
  const amount = fc.integer({ min: 1, max: 1_000_000 }).map(cents);
  fc.assert(
    fc.property(fc.array(fc.tuple(someone, amount)), (paid) => {
      const payments = paid.map(([familyId, grossCents]) => ({ ...payment, familyId, grossCents }));
      const families = [family, { ...family, id: 'tom' }];
      const totals = collectionTotals(families, payments);
      expect(totals.receivedCents).toBe(sumCents(paid.map(([, grossCents]) => grossCents)));
      expect(totals.expectedTotalCents).toBe(9_000);
      expect(totals.paidCount + totals.partlyPaidCount).toBeLessThanOrEqual(totals.familyCount);
    }),
  );
});
