import type { Day } from '../dates.ts';
import { cents, sumCents, type Cents } from '../money.ts';
import type { KeptLine, KeptStatement } from './statement.ts';

/** What the bank says that the account held at the end of a day. */
export interface BankBalance {
  readonly on: Day;
  readonly balanceCents: Cents;
}

interface Closing extends BankBalance {
  /** We have the lines of its day, so what it counts is what we see. */
  readonly covered: boolean;
  readonly statement: KeptStatement;
}

/**
 * The balance of the bank on the day, or on the last day before it that a statement closes.
 *
 * A statement that runs over the day is cut: its closing balance less the lines after the day. A
 * closing balance dated after the lines we have (some banks give today's balance with last month's
 * lines) counts only when nothing better is known.
 */
export function balanceOn(
  statements: readonly KeptStatement[],
  lines: readonly Pick<KeptLine, 'date' | 'amountCents'>[],
  day: Day,
): BankBalance | null {
  const closings = closingsOf(statements);
  const over = closings
    .filter(({ on, covered, statement }) => covered && on > day && statement.from <= day)
    .at(0);
  const past = closings.filter(({ on }) => on <= day);
  const last = past.findLast(({ covered }) => covered) ?? past.at(-1);
  if (last?.on === day || !over)
    return last ? { on: last.on, balanceCents: last.balanceCents } : null;
  const after = lines.filter(({ date }) => date > day && date <= over.on);
  const laterCents = sumCents(after.map(({ amountCents }) => amountCents));
  return { on: day, balanceCents: cents(over.balanceCents - laterCents) };
}

/** The closing balances, oldest first; of those of one day, the last imported last. */
const closingsOf = (statements: readonly KeptStatement[]): readonly Closing[] =>
  statements
    .flatMap((statement) => {
      const { closingCents: balanceCents, to } = statement;
      const on = statement.closingOn ?? to;
      if (balanceCents === null) return [];
      const covered = statements.some((other) => other.from <= on && on <= other.to);
      return [{ on, balanceCents, covered, statement }];
    })
    .toSorted((one, other) => one.on.localeCompare(other.on));
