import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import type { BankLine, Reconciliation } from '#web/features/bank/reconciliation.ts';

/** A line of the bank. */
export const line = (id: string, date: string, more: Partial<BankLine> = {}): BankLine => ({
  id,
  date: day(date),
  amountCents: cents(-1_000),
  label: `LIGNE ${id}`,
  apart: false,
  toExplain: false,
  ...more,
});

/** An entry that no line has met. */
export const entry = (id: string, entryDate: string, amountCents = -1_000) => ({
  id,
  number: 1,
  entryDate: day(entryDate),
  label: `Écriture ${id}`,
  kind: 'expense',
  amountCents: cents(amountCents),
});

/** A bank against its books, with something of everything. */
export const books: Reconciliation = {
  bankAccount: { id: 'b', label: 'Compte', maskedRef: 'x', accountNumber: '512', version: 1 },
  missingPeriods: [],
  lines: [
    line('none', '2025-10-09'),
    line('possible', '2025-10-08'),
    line('sure', '2025-10-01'),
    line('met', '2025-10-02', { matchId: 'm1' }),
    line('explain', '2025-10-10', { toExplain: true }),
    line('apart', '2025-10-10', { apart: true }),
  ],
  waitingEntries: [entry('e1', '2025-10-01'), entry('e2', '2025-09-20')],
  proposals: [
    {
      lineIds: ['possible'],
      entryIds: ['e2'],
      automatic: false,
      balances: true,
      reasons: ['même montant'],
    },
    {
      lineIds: ['sure'],
      entryIds: ['e1'],
      automatic: true,
      balances: true,
      reasons: ['même numéro de chèque'],
    },
  ],
  returnedCheques: [],
  matches: [
    {
      id: 'm1',
      lineIds: ['met'],
      entryIds: ['e9'],
      journalEntryIds: ['e9'],
      madeAt: '2025-10-10T10:00:00Z',
    },
  ],
  identity: {
    statementCents: cents(10_000),
    statementOn: '2025-10-31',
    notYetDebitedCents: cents(2_000),
    notYetCreditedCents: cents(500),
    notInBooksCents: cents(-1_000),
    setApartCents: cents(0),
    ledgerCents: cents(9_300),
    gapCents: cents(200),
  },
};
