import { expect, test } from 'vitest';
import { activityOf } from '#shared/domain/bank/register/activity.ts';
import { cashQuota, costOf } from '#shared/domain/bank/register/cost.ts';
import { tariffOf, unknownTariff } from '#shared/domain/bank/register/tariffs.ts';
import { asEntry } from '#shared/domain/bank/register/opening-items.ts';
import { day } from '#shared/domain/dates.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { cents } from '#shared/domain/money.ts';

const base = asEntry(
  {
    id: 'E',
    bankAccountId: 'B',
    itemKind: 'payment',
    writtenOn: day('2026-01-10'),
    label: 'Écriture',
    amountCents: cents(1_000),
  },
  '512',
);

const cashDeposit = (id: string, more: Partial<PostedEntry> = {}): PostedEntry => ({
  ...base,
  id,
  kind: 'transfer',
  lines: [
    { accountNumber: '512', side: 'debit', amountCents: cents(1_000) },
    { accountNumber: '530', side: 'credit', amountCents: cents(1_000) },
  ],
  ...more,
});

const cheque = (id: string, side: 'debit' | 'credit'): PostedEntry => ({
  ...base,
  id,
  kind: side === 'debit' ? 'deposit' : 'expense',
  paymentMeans: 'cheque',
  lines: [{ accountNumber: '512', side, amountCents: cents(1_000) }],
});

const year = newFiscalYear('2025');
const books = { accountNumber: '512', year, entries: [], lines: [], payments: [] };

test('counts cheques, slips with their cheques, and cash deposits of the year', () => {
  const payments = ['P1', 'P2', 'P3'].map(() => ({ means: 'cheque', entryId: 'slip' }));
  const entries = [
    cheque('slip', 'debit'),
    cheque('one', 'debit'),
    cheque('out', 'credit'),
    cashDeposit('cash'),
    cashDeposit('late', { entryDate: day('2026-09-01') }),
  ];
  expect(activityOf({ ...books, entries, payments })).toEqual({
    chequesIssued: 1,
    chequesDeposited: 4,
    depositSlips: 2,
    cashDeposits: 1,
    operations: 4,
  });
});

test('a deposit that was reversed counts neither way', () => {
  const entries = [
    cashDeposit('cash', { reversedBy: 'back' }),
    cashDeposit('back', { kind: 'reversal', reverses: 'cash' }),
  ];
  expect(activityOf({ ...books, entries })).toMatchObject({ cashDeposits: 0, operations: 0 });
});

test('keeps the larger count when the bank shows more than the books', () => {
  const lines = ['2025-09-01', '2026-08-31', '2026-09-01'].map((date) => ({
    date: day(date),
    operation: 'cashDeposit' as const,
  }));
  const entries = [cashDeposit('cash')];
  expect(activityOf({ ...books, entries, lines })).toMatchObject({
    cashDeposits: 2,
    operations: 2,
  });
});

const activity = {
  chequesIssued: 3,
  chequesDeposited: 20,
  depositSlips: 2,
  cashDeposits: 5,
  operations: 40,
};

test('bills the cash deposits beyond the free ones', () => {
  const { prices } = tariffOf('LA BANQUE POSTALE - Nice', day('2026-01-01'));
  const cost = costOf(activity, prices, 3);
  expect(cost).toMatchObject({ knownCents: 1_200, isPartial: true });
  expect(cost.billed[0]).toMatchObject({ count: 5, billedCount: 2, unitCents: 600 });
});

test('the price that the association agreed comes before the public one', () => {
  const { prices } = tariffOf('La Banque Postale', day('2026-01-01'), {
    cashDepositCents: cents(450),
  });
  expect(prices.cashDepositCents).toBe(450);
});

test('a bank without known prices costs nothing that is known, and says so', () => {
  expect(tariffOf('Banque des Pins', day('2026-01-01'))).toEqual(unknownTariff);
  expect(tariffOf('', day('2026-01-01'))).toEqual(unknownTariff);
  expect(costOf(activity, unknownTariff.prices, 3)).toMatchObject({
    knownCents: 0,
    isPartial: true,
  });
});

test('warns before the fourth deposit when three are free', () => {
  expect(cashQuota(2, 3, cents(600)).isNextBilled).toBe(false);
  expect(cashQuota(3, 3, cents(600)).isNextBilled).toBe(true);
});
