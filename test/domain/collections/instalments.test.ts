import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addsUpTo,
  equalParts,
  inOrder,
  instalmentsOf,
} from '#shared/domain/collections/instalments.ts';
import { day } from '#shared/domain/dates.ts';
import { cents, sumCents } from '#shared/domain/money.ts';

const days = ['2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10'].map(day);

const asked = (amounts: readonly number[]) => ({
  expectedCents: cents(amounts.reduce((sum, amount) => sum + amount, 0)),
  dueOn: day('2026-04-30'),
  instalments: amounts.map((amount, index) => ({
    dueOn: days[index] ?? day('2026-05-10'),
    amountCents: cents(amount),
  })),
});

test('100,00 € in three parts differ by a cent at most', () => {
  expect(equalParts(cents(10_000), 3)).toEqual([3_334, 3_333, 3_333]);
});

test('each day comes once, in order', () => {
  const { instalments } = asked([100, 200]);
  expect(inOrder(instalments)).toBe(true);
  expect(inOrder(instalments.toReversed())).toBe(false);
  expect(inOrder([...instalments.slice(0, 1), ...instalments])).toBe(false);
  expect(inOrder([])).toBe(true);
});

test('they add up to the amount, to the cent', () => {
  const { instalments } = asked([100, 200]);
  expect(addsUpTo(instalments, cents(300))).toBe(true);
  expect(addsUpTo(instalments, cents(299))).toBe(false);
  expect(addsUpTo([], cents(299))).toBe(true);
});

test('without instalments all is due on the day of the collecte, and nothing when waived', () => {
  expect(instalmentsOf(asked([]), cents(4_500))).toEqual([
    { dueOn: '2026-04-30', amountCents: 4_500 },
  ]);
  expect(instalmentsOf(asked([100, 200]), cents(0))).toEqual([]);
});

test('a family with an amount of its own has instalments that make it, to the cent', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 100_000_000 }), {
    minLength: 1,
    maxLength: 4,
  });
  const own = fc.integer({ min: 1, max: 100_000_000_000 }).map(cents);
  fc.assert(
    fc.property(amounts, own, (parts, expectedCents) => {
      const given = instalmentsOf(asked(parts), expectedCents);
      expect(sumCents(given.map(({ amountCents }) => amountCents))).toBe(expectedCents);
      expect(given.every(({ amountCents }) => amountCents > 0)).toBe(true);
      expect(inOrder(given)).toBe(true);
    }),
  );
});

test('a family that pays the amount of the collecte has its instalments as they are', () => {
  const collection = asked([3_334, 3_333, 3_333]);
  expect(instalmentsOf(collection, collection.expectedCents)).toEqual(collection.instalments);
});
