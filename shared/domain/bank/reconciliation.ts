import type { Day } from '../dates.ts';
import { movementCents, type PostedEntry } from '../ledger/entry.ts';
import { fiscalYearIdOf, newFiscalYear } from '../ledger/fiscal-year.ts';
import { cents, sumCents, type Cents } from '../money.ts';
import { balanceOn, type BankBalance } from './balance-on.ts';
import { matchIdOf, matchIdsOf, waitingAmong, type BankEntry } from './bank-entry.ts';
import { isApart } from './pooled.ts';
import type { KeptLine, KeptStatement } from './statement.ts';

/** What one account at the bank shows. */
export interface BankSide {
  /** Written before the first of the books, and waiting for the bank; the first opening counts them. */
  readonly openingItems?: readonly PostedEntry[];
  readonly lines: readonly KeptLine[];
  readonly statements: readonly KeptStatement[];
}

/** Another account at the bank that shares the account of the chart, before or after this one. */
interface BesideSide extends BankSide {
  readonly closedOn?: Day | undefined;
}

/** Everything that the comparison of bank and books needs. */
export interface BankBooks extends BankSide {
  /** The account of the chart: 512 or 514. */
  readonly accountNumber: string;
  /** The posted entries of EVERY year: a cheque of last year may still be out. */
  readonly entries: readonly PostedEntry[];
  /** When a cooperative changes bank, both accounts are the one account of the books. */
  readonly beside?: readonly BesideSide[];
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
  /** Lines that are no operation of the cooperative, such as the mirrors of a pooled account. */
  readonly setApartCents: Cents;
  readonly ledgerCents: Cents;
  /** Null while no statement gives a balance. */
  readonly gapCents: Cents | null;
}

/** The first day of the books: the start of the year of the earliest entry. */
function booksStartOn(entries: readonly Pick<PostedEntry, 'entryDate'>[]): Day | null {
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
 *     statement − not yet debited + not yet credited − not in books − set apart − ledger = gap
 *
 * `statement` is the balance of the bank on the day, or on the last day before it that is known;
 * lines count up to that day. `ledger` is the account at the end of the day. A match counts once all
 * its lines and all its entries are there: what was met in part on the day was still open. An entry
 * and its reversal, once both are dated, cancel out and neither waits. The opening entry is where
 * the account starts and waits for nothing. A match takes the same amount from both sides, so that
 * no confirmation can move the gap: it is what neither list explains.
 *
 * Of a cooperative that changes bank, the accounts that share the account of the chart are added:
 * the books do not tell which one an entry is for. A transfer between them is no operation of the
 * books, it is set apart on each; seen by one bank only, it is money on its way and no gap. One that
 * no statement shows yet counts for nothing. Rules: BANK-1 (docs/rules.md).
 */
export function reconciliationOn(books: BankBooks, day: Day): Reconciliation {
  const { accountNumber, entries, beside = [] } = books;
  const begun = beside.filter(({ statements }) => statements.some(({ from }) => from <= day));
  const sides = [books, ...begun];
  const openingItems = sides.flatMap((side) => side.openingItems ?? []);
  const lines = sides.flatMap((side) => linesOfBooks(side.lines, entries));
  const balances = sides.map((side) => balanceOn(side.statements, side.lines, day));
  const seen = sides.flatMap((side, index) =>
    linesOfBooks(side.lines, entries).filter(({ date }) => date <= (balances[index]?.on ?? day)),
  );
  const written = entries.filter(({ entryDate }) => entryDate <= day);
  const apart = seen.filter(isApart);
  const awaited = [...openingItems, ...written];
  const whole = wholeMatches(
    { lines, entries: [...openingItems, ...entries], accountNumber },
    { lines: new Set(seen), entries: new Set(awaited) },
  );
  const waiting = waitingAmong(awaited, accountNumber, whole);
  const notInBooks = seen.filter((line) => !whole.has(line.matchId) && !isApart(line));
  const notYetDebited = waiting.filter(({ amountCents }) => amountCents < 0);
  const notYetCredited = waiting.filter(({ amountCents }) => amountCents > 0);
  const notYetDebitedCents = cents(-totalOf(notYetDebited));
  const notYetCreditedCents = totalOf(notYetCredited);
  const notInBooksCents = totalOf(notInBooks);
  const setApartCents = totalOf(apart);
  const ledgerCents = ledgerOn(written, accountNumber);
  const known = balances.filter((balance) => balance !== null);
  const statementCents =
    known.length < sides.length ? null : sumCents(known.map(({ balanceCents }) => balanceCents));
  const gapCents =
    statementCents === null
      ? null
      : cents(
          statementCents -
            notYetDebitedCents +
            notYetCreditedCents -
            notInBooksCents -
            setApartCents -
            ledgerCents,
        );
  return {
    statementOn: earliestOn(sides, balances, day),
    statementCents,
    notYetDebited,
    notYetCredited,
    notInBooks,
    notYetDebitedCents,
    notYetCreditedCents,
    notInBooksCents,
    setApartCents,
    ledgerCents,
    gapCents,
  };
}

/** The day up to which the bank is known: the earliest of the accounts that are open. */
function earliestOn(
  sides: readonly BesideSide[],
  balances: readonly (BankBalance | null)[],
  day: Day,
): Day | null {
  const [own] = balances;
  if (!own) return null;
  const open = balances.filter((_, index) => {
    const closedOn = sides[index]?.closedOn;
    return index === 0 || closedOn === undefined || closedOn > day;
  });
  return open.flatMap((balance) => balance?.on ?? []).toSorted()[0] ?? own.on;
}

/** The matches of which nothing is missing among what is seen and written. */
function wholeMatches(
  { lines, entries, accountNumber }: Omit<BankBooks, 'statements'>,
  known: {
    readonly lines: ReadonlySet<KeptLine>;
    readonly entries: ReadonlySet<PostedEntry>;
  },
): ReadonlySet<string | undefined> {
  const partial = new Set<string | undefined>([
    undefined,
    ...lines.filter((line) => !known.lines.has(line)).map(({ matchId }) => matchId),
    ...entries
      .filter((entry) => !known.entries.has(entry))
      .map((entry) => matchIdOf(entry, accountNumber)),
  ]);
  const written = matchIdsOf(
    entries.filter((entry) => known.entries.has(entry)),
    accountNumber,
  );
  const seen = new Set([...known.lines].map(({ matchId }) => matchId));
  return new Set([...seen].filter((id) => written.has(id) && !partial.has(id)));
}

const totalOf = (parts: readonly { readonly amountCents: Cents }[]): Cents =>
  sumCents(parts.map(({ amountCents }) => amountCents));

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
