import { cents, sumCents, zeroCents, type Cents } from '../money.ts';
import { searchable } from '../text.ts';
import { bankAccountNumber, cashAccountNumber, postalAccountNumber } from './chart.ts';
import { movementCents, type Entry, type EntryLine } from './entry.ts';

/** What an entry does to bank and cash, and what they hold after it. */
export interface JournalRow<E extends Entry = Entry> {
  readonly entry: E;
  readonly bankMoveCents: Cents;
  readonly cashMoveCents: Cents;
  readonly bankCents: Cents;
  readonly cashCents: Cents;
}

/** What lines bring to the bank: current and postal account together. */
export const bankMoveCents = (lines: readonly EntryLine[]): Cents =>
  sumCents([movementCents(lines, bankAccountNumber), movementCents(lines, postalAccountNumber)]);

const byDateThenNumber = (one: Entry, other: Entry): number =>
  one.entryDate.localeCompare(other.entryDate) || orderOf(one) - orderOf(other);

const orderOf = (entry: Entry): number =>
  entry.status === 'posted' ? entry.number : Number.MAX_SAFE_INTEGER;

/** The entries in the order of their dates, with bank and cash after each; drafts move nothing. */
export function journalOf(entries: readonly Entry[]): readonly JournalRow[] {
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
export function lowestCashCents(entries: readonly Entry[]): Cents {
  const lastOfDay = new Map(
    journalOf(entries).map((row) => [row.entry.entryDate, row.cashCents] as const),
  );
  return cents(Math.min(0, ...lastOfDay.values()));
}

/** Whether an entry answers a search: its words in label and counterparty, number or amount. */
export function answers(entry: Entry, search: string): boolean {
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
      entry.status === 'posted' ? entry.number : 'brouillon',
    ].join(' '),
  );
  return words.every((word) => text.includes(word)) || amounts.includes(searchable(search));
}
