import { expect, test } from 'vitest';
import { missingPeriods } from '#shared/domain/bank/missing-periods.ts';
import { cents } from '#shared/domain/money.ts';
import { statementOf } from './books.ts';

const month = (
  from: string,
  to: string,
  openingCents: number | null,
  closingCents: number | null,
) => ({
  ...statementOf(from, to, closingCents),
  openingCents: openingCents === null ? null : cents(openingCents),
});
const january = month('2026-01-01', '2026-01-31', 1_000, 2_000);
const march = month('2026-03-01', '2026-03-31', 2_500, 3_000);

test('a chain whose balances follow lacks nothing, whatever the order of the files', () => {
  const february = month('2026-02-01', '2026-02-28', 2_000, 2_500);
  expect(missingPeriods([march, january, february])).toEqual([]);
});

test('tells the days that lack, and what they moved', () => {
  expect(missingPeriods([january, march])).toEqual([
    { from: '2026-02-01', to: '2026-02-28', missingCents: 500 },
  ]);
});

test('days without a statement lack nothing when the balance did not move meanwhile', () => {
  expect(missingPeriods([january, { ...march, openingCents: cents(2_000) }])).toEqual([]);
});

test('two statements that follow each other and do not agree lack something all the same', () => {
  const february = month('2026-02-01', '2026-02-28', 2_001, 2_500);
  expect(missingPeriods([january, february])).toEqual([
    { from: '2026-02-01', to: '2026-02-01', missingCents: 1 },
  ]);
});

test('a statement within another opens no hole after itself', () => {
  const year = month('2026-01-01', '2026-02-28', 1_000, 2_500);
  expect(missingPeriods([year, january, march])).toEqual([]);
});

test('without balances, only more than a month of silence is told', () => {
  const first = month('2026-01-01', '2026-01-31', null, null);
  const after = (from: string) => missingPeriods([first, month(from, '2026-04-30', null, null)]);
  expect(after('2026-03-04')).toEqual([]);
  expect(after('2026-03-05')).toEqual([
    { from: '2026-02-01', to: '2026-03-04', missingCents: null },
  ]);
});
