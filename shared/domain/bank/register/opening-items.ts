import type { Day } from '../../dates.ts';
import type { PostedEntry } from '../../ledger/entry.ts';
import { openingAccountNumber } from '../../ledger/chart.ts';
import type { Cents } from '../../money.ts';
import { accept, reject, type Result } from '../../result.ts';

/** The year of what was written before the books: no year of theirs, so that no list shows it. */
export const beforeBooksYearId = 'before';

export const openingItemKinds = ['cheque', 'payment', 'deposit'] as const;
export type OpeningItemKind = (typeof openingItemKinds)[number];

/** What was written before these books and the bank had not shown yet: a cheque, a deposit. */
export interface OpeningItem {
  readonly id: string;
  readonly bankAccountId: string;
  readonly itemKind: OpeningItemKind;
  readonly writtenOn: Day;
  readonly label: string;
  /** Of the cheque or of the slip. */
  readonly itemNumber?: string | undefined;
  /** Positive; its kind says the way. */
  readonly amountCents: Cents;
  readonly matchId?: string | undefined;
}

/** Whether the item is older than the books: what they hold is written as an entry. */
export const checkOpeningItem = (
  { writtenOn }: Pick<OpeningItem, 'writtenOn'>,
  booksStartOn: Day,
): Result<true, 'opening_item_in_books'> =>
  writtenOn < booksStartOn ? accept(true) : reject('opening_item_in_books', 'writtenOn');

/**
 * The item as the comparison with the bank reads entries: it waits for a line, and a line meets it.
 * It is in no year and moves no balance: the opening entry already counts it. Rules: BANK-1, YEAR-2.
 */
export function asEntry(item: OpeningItem, accountNumber: string): PostedEntry {
  const { id, itemKind, writtenOn, label, itemNumber, amountCents, matchId } = item;
  const isOut = itemKind !== 'deposit';
  return {
    id,
    kind: isOut ? 'expense' : 'deposit',
    entryDate: writtenOn,
    label,
    ...(itemKind === 'cheque' && { paymentMeans: 'cheque', chequeNumber: itemNumber }),
    ...(itemKind !== 'cheque' && { reference: itemNumber }),
    attachmentIds: [],
    lines: [
      { accountNumber, side: isOut ? 'credit' : 'debit', amountCents },
      { accountNumber: openingAccountNumber, side: isOut ? 'debit' : 'credit', amountCents },
    ],
    status: 'posted',
    fiscalYearId: beforeBooksYearId,
    number: 0,
    postedAt: '',
    postedBy: '',
    salt: '',
    seal: '',
    ...(matchId !== undefined && { bankMatchId: matchId }),
  };
}
