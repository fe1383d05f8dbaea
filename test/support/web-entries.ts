import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { listEntriesEndpoint } from '#shared/contract/ledger/list-entries.ts';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';

type LedgerEntry = AnswerOf<typeof listEntriesEndpoint>['entries'][number];

let count = 0;

/** Lines of an expense of one account paid from one place. */
export const expenseLines = (
  amountCents: number,
  accountNumber = '6180',
  place = '512',
): LedgerEntry['lines'] => [
  { accountNumber, side: 'debit', amountCents: cents(amountCents) },
  { accountNumber: place, side: 'credit', amountCents: cents(amountCents) },
];

/** An entry as the portal gives it to the browser, with what the test changes in it. */
export function webEntry(change: Partial<LedgerEntry> = {}): LedgerEntry {
  count += 1;
  return {
    id: `01JA${String(count).padStart(22, '0')}`,
    status: 'posted',
    kind: 'expense',
    number: count,
    entryDate: day('2025-10-03'),
    label: 'Bus pour le musée',
    counterparty: 'Transports Martin',
    paymentMeans: 'card',
    attachmentIds: [],
    lines: expenseLines(12_000),
    ...change,
  };
}
