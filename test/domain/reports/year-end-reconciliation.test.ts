import { expect, test } from 'vitest';
import type { BankBooks } from '#shared/domain/bank/reconciliation.ts';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { yearEndReconciliation } from '#shared/domain/reports/year-end-reconciliation.ts';
import { creditOf, debitOf } from '#test/support/ledger.ts';
import { posted } from './evidence.ts';

const endOn = day('2026-08-31');
const opening = posted(1, {
  kind: 'opening',
  entryDate: day('2025-09-01'),
  lines: [debitOf(50_000, '512'), creditOf(50_000, '110')],
});
const cheque = posted(2, { entryDate: day('2026-08-25'), chequeNumber: '42' });
const deposit = posted(3, {
  entryDate: day('2026-08-30'),
  kind: 'deposit',
  lines: [debitOf(3_000, '512'), creditOf(3_000, '7080')],
});

const booksOf = (change: Partial<BankBooks> = {}): BankBooks => ({
  accountNumber: '512',
  entries: [opening, cheque, deposit],
  lines: [],
  statements: [],
  ...change,
});
const typed = (closingCents: number, on = '2026-08-31') => ({
  on: day(on),
  closingCents: cents(closingCents),
});
const statementTo = (to: string, closingCents: number) => ({
  id: to,
  openingCents: null,
  closingCents: cents(closingCents),
  closingOn: day(to),
  from: day('2026-08-01'),
  to: day(to),
});

test('lists what the bank had not shown, and agrees to the cent', () => {
  expect(yearEndReconciliation([booksOf()], endOn, typed(50_000))).toEqual({
    statementOn: '2026-08-31',
    statementCents: 50_000,
    notYetDebited: [
      {
        number: 2,
        entryDate: '2026-08-25',
        label: 'Bus pour le musée',
        chequeNumber: '42',
        amountCents: 18_000,
      },
    ],
    notYetCredited: [
      { number: 3, entryDate: '2026-08-30', label: 'Bus pour le musée', amountCents: 3_000 },
    ],
    ledgerCents: 35_000,
    gapCents: 0,
  });
});

test('leaves what the books lack in the gap', () => {
  expect(yearEndReconciliation([booksOf()], endOn, typed(49_650)).gapCents).toBe(-350);
});

test('has no gap to tell without a statement', () => {
  expect(yearEndReconciliation([booksOf()], endOn)).toMatchObject({
    statementOn: null,
    gapCents: null,
  });
});

test('prefers the imported statement that frames the day to what was typed', () => {
  const books = booksOf({ statements: [statementTo('2026-09-30', 50_000)] });
  const { statementCents } = yearEndReconciliation([books], endOn, typed(1));
  expect(statementCents).toBe(50_000);
});

test('prefers what was typed to an older imported statement', () => {
  const books = booksOf({ statements: [statementTo('2026-08-20', 1)] });
  expect(yearEndReconciliation([books], endOn, typed(50_000)).statementCents).toBe(50_000);
});

test('ignores a typed balance of after the year', () => {
  expect(yearEndReconciliation([booksOf()], endOn, typed(50_000, '2026-09-01'))).toMatchObject({
    statementOn: null,
  });
});

test('a cheque debited after the year was still out on its last day', () => {
  const books = booksOf({
    entries: [opening, { ...cheque, bankMatchId: 'match' }],
    lines: [
      {
        id: 'line',
        date: day('2026-09-04'),
        amountCents: cents(-18_000),
        label: 'CHEQUE 42',
        operation: 'cheque',
        matchId: 'match',
      },
    ],
    statements: [statementTo('2026-09-30', 32_000)],
  });
  expect(yearEndReconciliation([books], endOn)).toMatchObject({
    statementCents: 50_000,
    notYetDebited: [{ number: 2 }],
    gapCents: 0,
  });
});

test('adds up the current and the postal account, at the older of their days', () => {
  const current = booksOf({ statements: [statementTo('2026-08-31', 50_000)] });
  const postal = booksOf({
    accountNumber: '514',
    entries: [],
    statements: [statementTo('2026-08-28', 0)],
  });
  expect(yearEndReconciliation([current, postal], endOn)).toMatchObject({
    statementOn: '2026-08-28',
    statementCents: 50_000,
    gapCents: 0,
  });
});

test('knows no balance when one of two accounts has none', () => {
  const current = booksOf({ statements: [statementTo('2026-08-31', 50_000)] });
  const postal = booksOf({ accountNumber: '514', entries: [] });
  for (const accounts of [
    [current, postal],
    [postal, current],
  ])
    expect(yearEndReconciliation(accounts, endOn)).toMatchObject({
      statementOn: null,
      statementCents: null,
      gapCents: null,
    });
});
