import { addDays, daysBetween, type Day } from '../dates.ts';
import { cents, type Cents } from '../money.ts';
import type { KeptStatement } from './statement.ts';

/** A period that no statement tells of. */
export interface MissingPeriod {
  readonly from: Day;
  readonly to: Day;
  /** What happened meanwhile, as the balances at both ends say; null when they do not. */
  readonly missingCents: Cents | null;
}

/** Without balances, days without any operation are not told from days without a statement. */
const quietDaysMax = 31;

/**
 * The holes in the chain of statements. Where both balances are known, a hole is where a statement
 * does not open with what the last one closed with, even on the day after; where they are not, where
 * more than a month lies between.
 */
export function missingPeriods(statements: readonly KeptStatement[]): readonly MissingPeriod[] {
  const inOrder = statements.toSorted(
    (one, other) => one.from.localeCompare(other.from) || one.to.localeCompare(other.to),
  );
  const missing: MissingPeriod[] = [];
  let last: KeptStatement | undefined;
  for (const statement of inOrder) {
    if (last && statement.from > last.to) missing.push(...between(last, statement));
    if (!last || statement.to > last.to) last = statement;
  }
  return missing;
}

function between(last: KeptStatement, next: KeptStatement): readonly MissingPeriod[] {
  const [from, to] = [addDays(last.to, 1), addDays(next.from, -1)];
  const { closingCents } = last;
  const { openingCents } = next;
  if (closingCents !== null && openingCents !== null) {
    const missingCents = cents(openingCents - closingCents);
    return missingCents === 0 ? [] : [{ from, to: to < from ? from : to, missingCents }];
  }
  const quietDays = daysBetween(last.to, next.from) - 1;
  return quietDays > quietDaysMax ? [{ from, to, missingCents: null }] : [];
}
