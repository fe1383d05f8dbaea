import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Carry } from '#shared/domain/collections/carry.ts';
import type { Family } from '#shared/domain/collections/collection.ts';
import {
  collectionTotals,
  familyStanding,
  familyState,
  paidCentsOf,
  type FamilyPayment,
  type Money,
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
  token: 'lea',
  version: 1,
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

test.each(['pending', 'failed', 'moved', 'givenBack', 'returned'] as const)(
  'a %s payment does not count',
  (state) => {
    expect(paidCentsOf([{ ...payment, state }])).toBe(0);
  },
);

test('INV-37: what went back no longer counts, and never makes a family owe', () => {
  expect(paidCentsOf([{ ...payment, refundedCents: cents(1_500) }])).toBe(3_000);
  expect(paidCentsOf([{ ...payment, refundedCents: cents(9_000) }])).toBe(0);
});

const trip = { id: 'trip', kind: 'trip', status: 'open' } as const;
const none: Money = { payments: [], carries: [] };

const credit: Carry = {
  id: 'c',
  kind: 'credit',
  from: { collectionId: 'trip', familyId: 'lea' },
  to: { collectionId: 'photos', familyId: 'lea' },
  amountCents: cents(500),
  carriedOn: day('2026-03-12'),
  by: 'camille',
  at: '2026-03-12T09:00:00.000Z',
};

test('INV-44: the payment of another family never settles this one', () => {
  const payments = [{ ...payment, familyId: 'tom' }];
  expect(familyStanding(trip, family, { ...none, payments })).toMatchObject({
    paidCents: 0,
    creditCents: 0,
    state: 'unpaid',
  });
});

test.each([
  ['a part', [2_000], { paidCents: 2_000, creditCents: 0, state: 'partlyPaid' }],
  ['too much', [5_000], { paidCents: 5_000, creditCents: 500, state: 'overpaid' }],
  ['twice', [4_500, 4_500], { paidCents: 9_000, creditCents: 4_500, state: 'overpaid' }],
] as const)(
  'A97: a family that pays %s shows what it paid and its credit, each payment a movement',
  (_, amounts, shown) => {
    const payments = amounts.map((amount, index) => ({
      ...payment,
      id: `p${index}`,
      grossCents: cents(amount),
    }));
    const standing = familyStanding(trip, family, { ...none, payments });
    expect(standing).toMatchObject(shown);
    expect(payments.every(({ refundedCents }) => refundedCents === 0)).toBe(true);
  },
);

test('INV-37: a credit carried to another collecte leaves one and reaches the other', () => {
  const money = { payments: [{ ...payment, grossCents: cents(5_000) }], carries: [credit] };
  expect(familyStanding(trip, family, money)).toMatchObject({ paidCents: 4_500, state: 'paid' });
  const photos = { id: 'photos', kind: 'photos', status: 'open' } as const;
  expect(
    familyStanding(
      photos,
      { ...family, expectedCents: cents(500) },
      { ...none, carries: [credit] },
    ),
  ).toMatchObject({ paidCents: 500, state: 'paid' });
});

test('a free contribution awaits nothing: a gift is paid, never too much', () => {
  const yearly = { id: 'trip', kind: 'contribution', status: 'open' } as const;
  const free = { ...family, expectedCents: cents(0) };
  expect(familyStanding(yearly, free, none)).toMatchObject({ state: 'free', creditCents: 0 });
  const gift = { ...none, payments: [payment] };
  expect(familyStanding(yearly, free, gift)).toMatchObject({ state: 'paid', creditCents: 0 });
});

test('INV-46: once cancelled, all that a family paid is its credit', () => {
  const cancelled = { ...trip, status: 'cancelled' } as const;
  const paid = { ...none, payments: [payment] };
  expect(familyStanding(cancelled, family, paid)).toMatchObject({
    creditCents: 4_500,
    state: 'overpaid',
  });
  expect(familyStanding(cancelled, family, none)).toMatchObject({ state: 'free' });
});

test('INV-46: a credit carried away, then its payment given back, is to be put right', () => {
  const money = {
    payments: [{ ...payment, refundedCents: cents(4_500) }],
    carries: [{ ...credit, amountCents: cents(4_500) }],
  };
  const cancelled = { ...trip, status: 'cancelled' } as const;
  expect(familyStanding(cancelled, family, money)).toMatchObject({
    paidCents: 0,
    creditCents: 0,
    overdrawnCents: 4_500,
  });
  expect(collectionTotals(cancelled, [family], money)).toMatchObject({ overdrawnCents: 4_500 });
  expect(familyStanding(trip, family, { ...money, carries: [] }).overdrawnCents).toBe(0);
});

test('the figures of a collecte count each payment once, known family or not', () => {
  const someone = fc.constantFrom('lea', 'tom', undefined);
  const amount = fc.integer({ min: 1, max: 1_000_000 }).map(cents);
  fc.assert(
    fc.property(fc.array(fc.tuple(someone, amount)), (paid) => {
      const payments = paid.map(([familyId, grossCents]) => ({ ...payment, familyId, grossCents }));
      const families = [family, { ...family, id: 'tom' }];
      const totals = collectionTotals(trip, families, { ...none, payments });
      expect(totals.receivedCents).toBe(sumCents(paid.map(([, grossCents]) => grossCents)));
      expect(totals.expectedTotalCents).toBe(9_000);
      expect(totals.paidCount + totals.partlyPaidCount).toBeLessThanOrEqual(totals.familyCount);
    }),
  );
});
