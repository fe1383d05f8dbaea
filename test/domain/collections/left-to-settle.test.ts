import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leftToSettle } from '#shared/domain/collections/left-to-settle.ts';
import { sumCents } from '#shared/domain/money.ts';

const paid = (id: string, grossCents: number, familyId?: string, refundedCents = 0) => ({
  ...{ id, grossCents, familyId, refundedCents },
  state: 'booked' as const,
});

const left = (...asked: Parameters<typeof leftToSettle<ReturnType<typeof paid>>>) =>
  leftToSettle(...asked).map(({ payment, leftCents }) => [payment.id, leftCents]);

test('a payment is to go back whole, or what is left of it', () => {
  const families = [{ id: 'lea', paidCents: 7_500 }];
  expect(left([paid('p1', 4_500, 'lea'), paid('p2', 4_500, 'lea', 1_500)], families)).toEqual([
    ['p1', 4_500],
    ['p2', 3_000],
  ]);
});

test('INV-46: what a family carried elsewhere does not go back as well', () => {
  const payments = [paid('p1', 4_500, 'lea'), paid('p2', 2_000, 'lea')];
  expect(left(payments, [{ id: 'lea', paidCents: 5_000 }])).toEqual([
    ['p1', 4_500],
    ['p2', 500],
  ]);
  expect(left(payments, [{ id: 'lea', paidCents: 0 }])).toEqual([]);
});

test('a payment of nobody known is to go back whole', () => {
  expect(left([paid('p1', 4_500)], [{ id: 'lea', paidCents: 0 }])).toEqual([['p1', 4_500]]);
});

test('what failed or went back already is not to go back', () => {
  expect(left([paid('p1', 4_500, undefined, 4_500)], [])).toEqual([]);
  expect(leftToSettle([{ ...paid('p1', 4_500), state: 'failed' as const }], [])).toEqual([]);
});

test('together, never more than what the family has here', () => {
  const amount = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(fc.array(amount), fc.integer({ min: 0, max: 50_000 }), (amounts, paidCents) => {
      const payments = amounts.map((grossCents, index) => paid(`p${index}`, grossCents, 'lea'));
      const all = leftToSettle(payments, [{ id: 'lea', paidCents }]);
      const total = amounts.reduce((sum, each) => sum + each, 0);
      expect(sumCents(all.map(({ leftCents }) => leftCents))).toBe(Math.min(total, paidCents));
    }),
  );
});
