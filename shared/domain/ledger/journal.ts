import type { Day } from '../dates.ts';
import { cents, sumCents, zeroCents, type Cents } from '../money.ts';
import { searchable } from '../text.ts';
import { bankAccountNumber, cashAccountNumber, postalAccountNumber } from './chart.ts';
import { movementCents, type EntryLine } from './entry.ts';

/** What a journal needs of an entry: the books and the browser both have it. */
export interface JournalEntry {
  readonly status: 'draft' | 'posted';
  /** Given at posting. */
  readonly number?: number | undefined;
  readonly entryDate: Day;
  readonly lines: readonly EntryLine[];
}

/** What a search looks in. */
export interface SearchedEntry extends JournalEntry {
  readonly label: string;
  readonly counterparty?: string | undefined;
  readonly chequeNumber?: string | undefined;
  readonly reference?: string | undefined;
}

/** What an entry does to bank and cash, and what they hold after it. */
export interface JournalRow<E extends JournalEntry = JournalEntry> {
  readonly entry: E;
  readonly bankMoveCents: Cents;
  readonly cashMoveCents: Cents;
  readonly bankCents: Cents;
  readonly cashCents: Cents;
}

/** What lines bring to the bank: current and postal account together. */
const bankMoveCents = (lines: readonly EntryLine[]): Cents =>
  sumCents([movementCents(lines, bankAccountNumber), movementCents(lines, postalAccountNumber)]);

const byDateThenNumber = (one: JournalEntry, other: JournalEntry): number =>
  one.entryDate.localeCompare(other.entryDate) || orderOf(one) - orderOf(other);

const orderOf = ({ number }: JournalEntry): number => number ?? Number.MAX_SAFE_INTEGER;

/** The entries in the order of their dates, with bank and cash after each; drafts move nothing. */
export function journalOf<E extends JournalEntry>(entries: readonly E[]): readonly JournalRow<E>[] {
  let bankCents = zeroCents;
  let cashCents = zeroCents;
  return entries.toSorted(byDateThenNumber).map((entry) => {
    const moves = entry.status === 'posted' ? entry.lines : [];
    const bankMove = bankMoveCents(moves);
    const cashMove = movementCents(moves, cashAccountNumber);
    bankCents = cents(bankCents + bankMove);
    cashCents = cents(cashCents + cashMove);
    return { entry, bankMoveCents: bankMove, cashMoveCents: cashMove, bankCents, cashCents };
  });
}

/** The lowest that the cash box goes on any day; below zero is an error of dates or a lost entry. */
export function lowestCashCents(entries: readonly JournalEntry[]): Cents {
  const lastOfDay = new Map(
    journalOf(entries).map((row) => [row.entry.entryDate, row.cashCents] as const),
  );
  return cents(Math.min(0, ...lastOfDay.values()));
}

/** Whether an entry answers a search: its words in label and counterparty, number or amount. */
export function answers(entry: SearchedEntry, search: string): boolean {
  const words = searchable(search).split(' ').filter(Boolean);
  const amounts = entry.lines.map(({ amountCents }) =>
    searchable((amountCents / 100).toFixed(2).replace('.', ',')),
  );
  const text = searchable(
    [
      entry.label,
      entry.counterparty ?? '',
      entry.chequeNumber ?? '',
      entry.reference ?? '',
      entry.number ?? 'brouillon',
    ].join(' '),
  );
  return words.every((word) => text.includes(word)) || amounts.includes(searchable(search));
}
