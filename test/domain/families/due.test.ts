import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '#shared/domain/dates.ts';
import { duePartsOf, leftCentsOf } from '#shared/domain/families/due.ts';
import { cents, sumCents } from '#shared/domain/money.ts';

const today = day('2026-03-16');
const trip = {
  id: 'c',
  kind: 'trip',
  status: 'open',
  expectedCents: cents(9_000),
  dueOn: day('2026-05-31'),
  instalments: [
    { dueOn: day('2026-03-15'), amountCents: cents(3_000) },
    { dueOn: day('2026-03-16'), amountCents: cents(3_000) },
    { dueOn: day('2026-05-31'), amountCents: cents(3_000) },
  ],
} as const;
const paying = (paidCents: number, expectedCents = 9_000) => ({
  expectedCents: cents(expectedCents),
  paidCents: cents(paidCents),
});

test('what was paid fills the instalments in their order; yesterday is late, today is not', () => {
  expect(duePartsOf(trip, paying(1_000), today)).toMatchObject([
    { leftCents: 2_000, state: 'late' },
    { leftCents: 3_000, state: 'due' },
    { leftCents: 3_000, state: 'due' },
  ]);
  expect(duePartsOf(trip, paying(3_000), today)[0]).toMatchObject({ leftCents: 0, state: 'paid' });
});

test('nothing is due of a gift, nor once all is cancelled', () => {
  const gift = { ...trip, kind: 'contribution', expectedCents: cents(0), instalments: [] } as const;
  expect(duePartsOf(gift, paying(0, 0), today)).toEqual([]);
  expect(leftCentsOf(gift, paying(0, 0))).toBe(0);
  const cancelled = { ...trip, status: 'cancelled' } as const;
  expect(duePartsOf(cancelled, paying(1_000), today)).toEqual([]);
  expect(leftCentsOf(cancelled, paying(1_000))).toBe(0);
});

test('what is left of the instalments is what is left of the whole, whatever was paid', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: -100, max: 100 }),
      (paid, expected, days) => {
        const family = paying(paid, expected);
        const parts = duePartsOf(trip, family, addDays(today, days));
        expect(sumCents(parts.map(({ leftCents }) => leftCents))).toBe(leftCentsOf(trip, family));
        for (const { leftCents, amountCents } of parts) {
          expect(leftCents).toBeGreaterThanOrEqual(0);
          expect(leftCents).toBeLessThanOrEqual(amountCents);
        }
      },
    ),
  );
});
