import { expect, test } from 'vitest';
import {
  accountTotals,
  filterAccounts,
  type Followed,
} from '#web/features/headoffice/filter-accounts.ts';

const account = (bankAccountId: string, more: Partial<Followed> = {}): Followed => ({
  bankAccountId,
  coopId: 'tilleuls',
  coopName: 'Coopérative des Tilleuls',
  city: 'Nice',
  number: '06-0001',
  label: 'Compte courant',
  bankName: 'Banque des Pins',
  maskedRef: '•••• 033',
  signatories: ['Camille Roux'],
  signatoriesState: 'upToDate',
  isDormant: false,
  ...more,
});

const accounts = [
  account('A', { lastStatementOn: '2026-03-15' }),
  account('B', { signatoriesState: 'outOfDate', city: 'Antibes' }),
  account('C', { signatoriesState: 'unknown', isDormant: true }),
  account('D', { signatoriesState: 'outOfDate', closedOn: '2025-12-31' }),
];

const idsOf = (found: readonly Followed[]) => found.map(({ bankAccountId }) => bankAccountId);

test('keeps what the filter asks for; a closed account asks for nothing', () => {
  expect(idsOf(filterAccounts(accounts, 'all', ''))).toEqual(['A', 'B', 'C', 'D']);
  expect(idsOf(filterAccounts(accounts, 'toTell', ''))).toEqual(['B', 'C']);
  expect(idsOf(filterAccounts(accounts, 'dormant', ''))).toEqual(['C']);
});

test('searches names, cities and banks without accents', () => {
  expect(idsOf(filterAccounts(accounts, 'all', 'ANTIBES'))).toEqual(['B']);
  expect(idsOf(filterAccounts(accounts, 'all', 'coopérative'))).toHaveLength(4);
});

test('counts each sort', () => {
  expect(accountTotals(accounts)).toEqual({
    open: 3,
    closed: 1,
    toTell: 2,
    dormant: 1,
    withoutStatement: 2,
  });
});
