import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { openingEntry } from '#shared/domain/ledger/opening.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { postAll } from '#shared/domain/ledger/post-all.ts';
import { yearAfter } from '#shared/domain/ledger/post-entry.ts';
import { cents, sumCents } from '#shared/domain/money.ts';
import { accountNumbersOf, crfLines } from '#shared/domain/reports/crf-lines.ts';
import { countedCents, withoutVoucherCount } from '#shared/domain/reports/crf.ts';
import { refoldBalances, refoldCrf } from '#shared/domain/reports/operating-statement.ts';
import {
  balancedContent,
  busTrip,
  creditOf,
  debitOf,
  openBook,
  posting,
} from '#test/support/ledger.ts';
import { crfWith, posted } from './evidence.ts';

test('every account of income or expense is in exactly one line, of its own section', () => {
  for (const { accountNumber, kind } of chart2024.accounts) {
    const lines = crfLines.filter((line) =>
      accountNumbersOf(chart2024, line).includes(accountNumber),
    );
    const section = kind === 'expense' ? ['expenses'] : kind === 'income' ? ['incomes'] : [];
    expect(
      lines.map((line) => line.section),
      accountNumber,
    ).toEqual(section);
  }
});

test('sums bank fees with the other running costs, and shows lines at zero', () => {
  const { expenses, totalExpensesCents } = crfWith({ '6278': cents(350), '6500': cents(1_000) });
  expect(expenses.find(({ line }) => line === '65')?.amountCents).toBe(1_350);
  expect(expenses.find(({ line }) => line === '607')?.amountCents).toBe(0);
  expect(totalExpensesCents).toBe(1_350);
});

test('a deficit is a negative result on line 129, a surplus is on line 120', () => {
  const deficit = crfWith({ '512': cents(-500), '6180': cents(500) });
  const surplus = crfWith({ '512': cents(500), '7080': cents(-500) });
  expect(deficit.resultCents).toBe(-500);
  expect(deficit.balanceSheet.liabilities[1]?.line).toBe('129');
  expect(surplus.balanceSheet.liabilities[1]).toMatchObject({ line: '120', amountCents: 500 });
});

test('shows bank and cash even empty, the postal account and advances only when used', () => {
  const linesOf = (balances: Parameters<typeof crfWith>[0]) =>
    crfWith(balances).balanceSheet.assets.map(({ line }) => line);
  expect(linesOf({})).toEqual(['512', '530']);
  expect(linesOf({ '514': cents(1), '541': cents(1), '467': cents(-2) })).toEqual([
    '467',
    '512',
    '514',
    '530',
    '541',
  ]);
});

test('counts coins and notes at their value', () => {
  const rows = [
    { denominationCents: 2_000, count: 2 },
    { denominationCents: 5, count: 3 },
  ];
  expect(countedCents(rows)).toBe(4_015);
});

test('counts expenses without a voucher, those taken back left out', () => {
  const entries: PostedEntry[] = [
    posted(1),
    posted(2, { attachmentIds: ['photo'] }),
    posted(3, { reversedBy: 'other' }),
    posted(4, { kind: 'reversal' }),
  ];
  expect(withoutVoucherCount(entries)).toBe(1);
});

const entriesOf = (contents: readonly (typeof busTrip)[]) => {
  const result = postAll(contents, openBook.year, chart2024, () => posting);
  return result.ok ? result.value : [];
};

test('law: the balances that postings keep are those counted again from the entries', () => {
  fc.assert(
    fc.property(fc.array(balancedContent, { maxLength: 8 }), (contents) => {
      const entries = entriesOf(contents);
      const year = entries.reduce(yearAfter, openBook.year);
      expect(refoldBalances(entries)).toEqual(year.balanceCents);
      const { totalExpensesCents, totalIncomesCents } = crfWith(year.balanceCents);
      expect(refoldCrf(entries, chart2024)).toMatchObject({
        totalExpensesCents,
        totalIncomesCents,
      });
    }),
  );
});

test('law: the balance sheet balances after any entries', () => {
  fc.assert(
    fc.property(fc.array(balancedContent, { maxLength: 8 }), (contents) => {
      const { balanceSheet } = crfWith(
        entriesOf(contents).reduce(yearAfter, openBook.year).balanceCents,
      );
      expect(balanceSheet.totalAssetsCents).toBe(balanceSheet.totalLiabilitiesCents);
      expect(sumCents(balanceSheet.assets.map(({ amountCents }) => amountCents))).toBe(
        balanceSheet.totalAssetsCents,
      );
    }),
  );
});

test('law: the year after opens with what this one left, its result included', () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(amount, amount, amount, (opened, earned, spent) => {
      const entries = entriesOf([
        { ...busTrip, kind: 'opening', lines: [debitOf(opened, '512'), creditOf(opened, '110')] },
        { ...busTrip, id: 'b', lines: [debitOf(earned, '530'), creditOf(earned, '7070')] },
        { ...busTrip, id: 'c', lines: [debitOf(spent, '6180'), creditOf(spent, '512')] },
      ]);
      const { balanceCents } = entries.reduce(yearAfter, openBook.year);
      const closed = crfWith(balanceCents).balanceSheet;
      const next = openingEntry(newFiscalYear('2026'), {
        id: 'd',
        bankCents: balanceCents['512'] ?? cents(0),
        postalCents: cents(0),
        cashCents: balanceCents['530'] ?? cents(0),
      });
      const balances = next ? refoldBalances([{ ...posted(1), ...next }]) : {};
      expect(crfWith(balances).balanceSheet.liabilities[0]?.amountCents).toBe(
        closed.totalLiabilitiesCents,
      );
    }),
  );
});
