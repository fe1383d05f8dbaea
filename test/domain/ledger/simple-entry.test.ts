import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '#shared/domain/money.ts';
import { day } from '#shared/domain/dates.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { checkSimpleEntry } from '#shared/domain/ledger/check-simple-entry.ts';
import { totalCents } from '#shared/domain/ledger/entry.ts';
import {
  linesOf,
  type ExpenseOrIncome,
  type InternalTransfer,
} from '#shared/domain/ledger/simple-entry.ts';

const expense: ExpenseOrIncome = {
  kind: 'expense',
  entryDate: day('2026-03-12'),
  label: 'Peinture',
  attachmentIds: ['01ARZ3NDEKTSV4RRFFQ69G5FAV'],
  treasuryAccountNumber: '512',
  paymentMeans: 'cheque',
  chequeNumber: '1234567',
  splits: [{ accountNumber: '6180', amountCents: cents(1_250) }],
};
const transfer: InternalTransfer = {
  kind: 'transfer',
  entryDate: day('2026-03-12'),
  label: 'Dépôt d’espèces',
  attachmentIds: [],
  fromAccountNumber: '530',
  toAccountNumber: '512',
  amountCents: cents(9_100),
};

test('an expense leaves the bank and goes to its accounts', () => {
  expect(linesOf(expense)).toEqual([
    { accountNumber: '6180', side: 'debit', amountCents: 1_250 },
    { accountNumber: '512', side: 'credit', amountCents: 1_250 },
  ]);
});

test('a cash deposit goes from the cash box to the bank', () => {
  expect(linesOf(transfer)).toEqual([
    { accountNumber: '512', side: 'debit', amountCents: 9_100 },
    { accountNumber: '530', side: 'credit', amountCents: 9_100 },
  ]);
});

test('splits always balance against the treasury account', () => {
  const splits = fc.array(
    fc.record({
      accountNumber: fc.constantFrom('7080', '7562'),
      amountCents: fc.integer({ min: 1, max: 10_000_000 }).map(cents),
    }),
    { minLength: 1, maxLength: 50 },
  );
  fc.assert(
    fc.property(fc.constantFrom('expense' as const, 'income' as const), splits, (kind, parts) => {
      const lines = linesOf({ ...expense, kind, splits: parts });
      expect(totalCents(lines, 'debit')).toBe(totalCents(lines, 'credit'));
      expect(lines).toHaveLength(parts.length + 1);
    }),
  );
});

test.each<[string, ExpenseOrIncome | InternalTransfer]>([
  ['accounts_identical', { ...transfer, toAccountNumber: '530' }],
  ['account_unknown', { ...expense, splits: [{ accountNumber: '6999', amountCents: cents(1) }] }],
  [
    'account_not_allowed',
    { ...expense, splits: [{ accountNumber: '7080', amountCents: cents(1) }] },
  ],
  ['cheque_number_missing', { ...expense, chequeNumber: undefined, attachmentIds: [] }],
  ['voucher_missing', { ...expense, attachmentIds: [] }],
])('rejects: %s', (rejection, simple) => {
  expect(checkSimpleEntry(simple, chart2024)).toMatchObject({ ok: false, rejection });
});

test('accepts an expense without a voucher that says why', () => {
  const simple = { ...expense, attachmentIds: [], noVoucherReason: 'Ticket perdu' };
  expect(checkSimpleEntry(simple, chart2024).ok).toBe(true);
});
