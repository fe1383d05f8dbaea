import type { Day } from '../dates.ts';
import { bankAccountNumber, postalAccountNumber } from '../ledger/chart.ts';
import { movementCents, type PostedEntry } from '../ledger/entry.ts';
import { fiscalYearIdOf, newFiscalYear } from '../ledger/fiscal-year.ts';
import { cents, sumCents, zeroCents, type Cents } from '../money.ts';
import { balanceOn } from './balance-on.ts';
import type { KeptLine, KeptStatement } from './statement.ts';

/** An entry that moves the account, and by how much: money in is positive. */
export interface BankEntry {
  readonly entry: PostedEntry;
  readonly amountCents: Cents;
}

/** Everything that the comparison of bank and books needs. */
export interface BankBooks {
  /** The account of the chart: 512 or 514. */
  readonly accountNumber: string;
  /** The posted entries of EVERY year: a cheque of last year may still be out. */
  readonly entries: readonly PostedEntry[];
  readonly lines: readonly KeptLine[];
  readonly statements: readonly KeptStatement[];
}

/** Bank against books on a day, to the cent. */
export interface Reconciliation {
  readonly statementOn: Day | null;
  readonly statementCents: Cents | null;
  /** In the books, not yet on the bank: money out, then money in. Each list sums below. */
  readonly notYetDebited: readonly BankEntry[];
  readonly notYetCredited: readonly BankEntry[];
  /** On the bank, not in the books. */
  readonly notInBooks: readonly KeptLine[];
  /** Positive. */
  readonly notYetDebitedCents: Cents;
  /** Positive. */
  readonly notYetCreditedCents: Cents;
  /** Signed. */
  readonly notInBooksCents: Cents;
  readonly ledgerCents: Cents;
  /** Null while no statement gives a balance. */
  readonly gapCents: Cents | null;
}

export const matchFields = ['bankMatchId', 'postalMatchId'] as const;
export type MatchField = (typeof matchFields)[number];

/** Where an entry keeps its match: a transfer between bank and postal account has two lines. */
export const matchFieldOf = ({ lines }: PostedEntry, accountNumber: string): MatchField =>
  accountNumber === postalAccountNumber && movementCents(lines, bankAccountNumber) !== zeroCents
    ? 'postalMatchId'
    : 'bankMatchId';

/** The match that holds the entry on the account. */
export const matchIdOf = (entry: PostedEntry, accountNumber: string): string | undefined =>
  entry[matchFieldOf(entry, accountNumber)];

/** The first day of the books: the start of the year of the earliest entry. */
export function booksStartOn(entries: readonly Pick<PostedEntry, 'entryDate'>[]): Day | null {
  const [first] = entries.map(({ entryDate }) => entryDate).toSorted();
  return first === undefined ? null : newFiscalYear(fiscalYearIdOf(first)).startOn;
}

/** The lines that the books can know: what the bank did before them is in the first opening. */
export function linesOfBooks(
  lines: readonly KeptLine[],
  entries: readonly PostedEntry[],
): readonly KeptLine[] {
  const start = booksStartOn(entries);
  return start === null ? lines : lines.filter(({ date }) => date >= start);
}

/**
 * The state of reconciliation on a day:
 *
 *     statement − not yet debited + not yet credited − not in books − ledger = gap
 *
 * `statement` is the balance of the bank on the day, or on the last day before it that is known;
 * lines count up to that day. `ledger` is the account at the end of the day. An entry waits unless
 * a line up to the statement has met it; a line is not in the books unless it has met an entry
 * dated up to the day: what was matched later was still open on the day. An entry and its reversal,
 * once both are dated, cancel out and neither waits. The opening entry is where the account starts
 * and waits for nothing. A match takes the same amount from both sides, so that no confirmation can
 * move the gap: it is what neither list explains. Rules: BANK-1 (docs/rules.md).
 */
export function reconciliationOn(books: BankBooks, day: Day): Reconciliation {
  const { accountNumber, entries, statements } = books;
  const lines = linesOfBooks(books.lines, entries);
  const statement = balanceOn(statements, books.lines, day);
  const seen = lines.filter(({ date }) => date <= (statement?.on ?? day));
  const written = entries.filter(({ entryDate }) => entryDate <= day);
  const seenMatches = idsOf(seen.map(({ matchId }) => matchId));
  const writtenMatches = idsOf(written.map((entry) => matchIdOf(entry, accountNumber)));
  const waiting = waitingAmong(written, accountNumber, seenMatches);
  const notInBooks = seen.filter(
    ({ matchId }) => matchId === undefined || !writtenMatches.has(matchId),
  );
  const notYetDebited = waiting.filter(({ amountCents }) => amountCents < 0);
  const notYetCredited = waiting.filter(({ amountCents }) => amountCents > 0);
  const notYetDebitedCents = cents(-totalOf(notYetDebited));
  const notYetCreditedCents = totalOf(notYetCredited);
  const notInBooksCents = totalOf(notInBooks);
  const ledgerCents = ledgerOn(written, accountNumber);
  const statementCents = statement?.balanceCents ?? null;
  const gapCents =
    statementCents === null
      ? null
      : cents(
          statementCents - notYetDebitedCents + notYetCreditedCents - notInBooksCents - ledgerCents,
        );
  return {
    statementOn: statement?.on ?? null,
    statementCents,
    notYetDebited,
    notYetCredited,
    notInBooks,
    notYetDebitedCents,
    notYetCreditedCents,
    notInBooksCents,
    ledgerCents,
    gapCents,
  };
}

const idsOf = (ids: readonly (string | undefined)[]): ReadonlySet<string> =>
  new Set(ids.filter((id) => id !== undefined));

const totalOf = (parts: readonly { readonly amountCents: Cents }[]): Cents =>
  sumCents(parts.map(({ amountCents }) => amountCents));

/** The entries that no line has met so far, whatever their dates. */
export const waitingNow = ({ accountNumber, entries }: BankBooks): readonly BankEntry[] =>
  waitingAmong(
    entries,
    accountNumber,
    idsOf(entries.map((entry) => matchIdOf(entry, accountNumber))),
  );

/** The entries that move the account and that none of the matches holds. */
function waitingAmong(
  entries: readonly PostedEntry[],
  accountNumber: string,
  matches: ReadonlySet<string>,
): readonly BankEntry[] {
  const ids = new Set(entries.map(({ id }) => id));
  const cancelled = ({ reverses, reversedBy }: PostedEntry): boolean =>
    (reverses !== undefined && ids.has(reverses)) ||
    (reversedBy !== undefined && ids.has(reversedBy));
  return entries
    .filter((entry) => entry.kind !== 'opening' && !cancelled(entry))
    .filter((entry) => !matches.has(matchIdOf(entry, accountNumber) ?? ''))
    .map((entry) => ({ entry, amountCents: movementCents(entry.lines, accountNumber) }))
    .filter(({ amountCents }) => amountCents !== zeroCents);
}

/**
 * The account at the end of the last of the entries: from the latest opening, which repeats what
 * came before it. Rules: YEAR-2 (docs/rules.md).
 */
function ledgerOn(entries: readonly PostedEntry[], accountNumber: string): Cents {
  const openingsOn = entries
    .filter(({ kind }) => kind === 'opening')
    .map((entry) => entry.entryDate);
  const from = openingsOn.toSorted().at(-1);
  const counted =
    from === undefined
      ? entries
      : entries.filter(({ kind, entryDate }) =>
          kind === 'opening' ? entryDate === from : entryDate >= from,
        );
  return sumCents(counted.map(({ lines }) => movementCents(lines, accountNumber)));
}
