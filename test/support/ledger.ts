import * as fc from 'fast-check';
import { cents } from '#shared/domain/money.ts';
import { day, type Day } from '#shared/domain/dates.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import type { EntryContent, EntryLine } from '#shared/domain/ledger/entry.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import type { Book, Posting } from '#shared/domain/ledger/post-entry.ts';

export const posting: Posting = {
  at: '2026-03-16T09:00:00.000Z',
  today: day('2026-08-31'),
  by: 'camille',
  salt: 'salt',
  digest: (text) => `<${text.length}:${text.slice(-40)}>`,
};

export const openBook: Book = { year: newFiscalYear('2025'), chart: chart2024 };

export const debitOf = (amountCents: number, accountNumber = '6180'): EntryLine => ({
  accountNumber,
  side: 'debit',
  amountCents: cents(amountCents),
});

export const creditOf = (amountCents: number, accountNumber = '512'): EntryLine => ({
  accountNumber,
  side: 'credit',
  amountCents: cents(amountCents),
});

export const busTrip: EntryContent = {
  id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  kind: 'expense',
  entryDate: day('2026-03-12'),
  label: 'Bus pour le musée',
  paymentMeans: 'card',
  attachmentIds: [],
  noVoucherReason: 'Ticket perdu',
  lines: [debitOf(18_000), creditOf(18_000)],
};

const accountNumbers = chart2024.accounts.map((account) => account.accountNumber);

/** Any day of the fiscal year 2025-2026, its bounds included. */
const dayOfYear: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 364 })
  .map((count) => day(new Date(Date.UTC(2025, 8, 1 + count)).toISOString().slice(0, 10)));

/** Lines that balance: some debits, and credits that share out their sum. */
const balancedLines = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...accountNumbers), fc.integer({ min: 1, max: 1_000_000 })), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.constantFrom(...accountNumbers.filter((number) => number !== '530')),
  )
  .map(([debits, creditAccount]) => [
    ...debits.map(([accountNumber, amount]) => debitOf(amount, accountNumber)),
    creditOf(
      debits.reduce((sum, [, amount]) => sum + amount, 0),
      creditAccount,
    ),
  ]);

/** An entry that may be posted in 2025-2026. */
export const balancedContent: fc.Arbitrary<EntryContent> = fc
  .tuple(dayOfYear, balancedLines, fc.string({ minLength: 1, maxLength: 40 }), fc.uuid())
  .map(([entryDate, lines, label, id]) => ({ ...busTrip, id, entryDate, lines, label }));
