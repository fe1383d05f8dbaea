import { expect, test } from 'vitest';
import {
  amountIn,
  columnsOf,
  type ConsolidationRow,
} from '#shared/domain/documents/consolidation.ts';
import { cents, zeroCents } from '#shared/domain/money.ts';

const rowOf = (lines: ConsolidationRow['lines'], isFiled = true): ConsolidationRow => ({
  coop: { number: '1', name: 'A', schoolName: 'B', city: 'C' },
  yearId: '2025',
  status: isFiled ? 'submitted' : 'missing',
  lines,
  ...(isFiled && {
    totals: {
      expensesCents: zeroCents,
      incomesCents: zeroCents,
      resultCents: zeroCents,
      bankCents: zeroCents,
      cashCents: zeroCents,
      carriedForwardCents: zeroCents,
    },
  }),
});

const activities = { kind: 'expense', line: '618', label: 'Activités' } as const;
const subsidies = { kind: 'income', line: '74', label: 'Subventions' } as const;

test('the columns are every line in use, once, expenses first', () => {
  const rows = [
    rowOf([{ ...subsidies, amountCents: cents(1) }]),
    rowOf([
      { ...activities, amountCents: cents(2) },
      { ...subsidies, amountCents: cents(3) },
    ]),
  ];
  expect(columnsOf(rows)).toEqual([activities, subsidies]);
});

test('a line that a filed report does not use is zero; of a report not filed, nothing is known', () => {
  expect(amountIn(rowOf([]), activities)).toBe(0);
  expect(amountIn(rowOf([], false), activities)).toBeUndefined();
  expect(amountIn(rowOf([{ ...activities, amountCents: cents(2) }]), activities)).toBe(2);
});
