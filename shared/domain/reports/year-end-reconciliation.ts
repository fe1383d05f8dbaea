import type { BankEntry } from '../bank/bank-entry.ts';
import { reconciliationOn, type BankBooks, type Reconciliation } from '../bank/reconciliation.ts';
import type { KeptStatement } from '../bank/statement.ts';
import type { Day } from '../dates.ts';
import { cents, negateCents, sumCents, type Cents } from '../money.ts';

/** An entry of the bank that its statement did not show yet on 31 August; amounts positive. */
interface WaitingEntry {
  readonly number: number;
  readonly entryDate: Day;
  readonly label: string;
  readonly chequeNumber?: string | undefined;
  readonly amountCents: Cents;
}

/** The bank on 31 August: statement − not yet debited + not yet credited − books = gap. */
export interface YearEndReconciliation {
  readonly statementOn: Day | null;
  readonly statementCents: Cents | null;
  readonly notYetDebited: readonly WaitingEntry[];
  readonly notYetCredited: readonly WaitingEntry[];
  readonly ledgerCents: Cents;
  readonly gapCents: Cents | null;
}

/** A balance that somebody read on a paper statement. */
export interface TypedStatement {
  readonly on: Day;
  readonly closingCents: Cents;
}

/**
 * All the bank accounts together on the last day of the year. The typed balance serves the first
 * account, and only when it is later than what the imported statements give. A line of the bank
 * that the books lack is not explained here: it stays in the gap. Rules: BANK-1.
 */
export function yearEndReconciliation(
  accounts: readonly BankBooks[],
  endOn: Day,
  typed?: TypedStatement,
): YearEndReconciliation {
  const states = accounts.map((books, index) =>
    index === 0 ? withTyped(books, endOn, typed) : reconciliationOn(books, endOn),
  );
  const notYetDebited = states.flatMap((state) => state.notYetDebited.map(waitingOf));
  const notYetCredited = states.flatMap((state) => state.notYetCredited.map(waitingOf));
  const statementCents = allOf(states.map((state) => state.statementCents));
  const ledgerCents = sumCents(states.map((state) => state.ledgerCents));
  return {
    statementOn: earliestOf(states),
    statementCents,
    notYetDebited,
    notYetCredited,
    ledgerCents,
    gapCents:
      statementCents === null
        ? null
        : cents(
            statementCents -
              totalOf(notYetDebited) +
              totalOf(notYetCredited) -
              sumCents(states.map(({ setApartCents }) => setApartCents)) -
              ledgerCents,
          ),
  };
}

function withTyped(books: BankBooks, endOn: Day, typed?: TypedStatement): Reconciliation {
  const imported = reconciliationOn(books, endOn);
  if (!typed || typed.on > endOn) return imported;
  if (imported.statementOn !== null && imported.statementOn >= typed.on) return imported;
  const { on, closingCents } = typed;
  const paper: KeptStatement = {
    id: 'typed',
    openingCents: null,
    closingCents,
    closingOn: on,
    from: on,
    to: on,
  };
  return reconciliationOn({ ...books, statements: [...books.statements, paper] }, endOn);
}

/** The sum, unless an account has no balance. */
const allOf = (amounts: readonly (Cents | null)[]): Cents | null =>
  amounts.length === 0 || amounts.includes(null)
    ? null
    : sumCents(amounts.filter((amount) => amount !== null));

const earliestOf = (states: readonly Reconciliation[]): Day | null =>
  states
    .map(({ statementOn }) => statementOn)
    .reduce<Day | null>(
      (earliest, on, index) =>
        index === 0 || (on !== null && earliest !== null && on < earliest) ? on : on && earliest,
      null,
    );

const totalOf = (rows: readonly WaitingEntry[]): Cents =>
  sumCents(rows.map(({ amountCents }) => amountCents));

const waitingOf = ({ entry, amountCents }: BankEntry): WaitingEntry => ({
  number: entry.number,
  entryDate: entry.entryDate,
  label: entry.label,
  amountCents: amountCents < 0 ? negateCents(amountCents) : amountCents,
  ...(amountCents < 0 && entry.chequeNumber !== undefined && { chequeNumber: entry.chequeNumber }),
});
