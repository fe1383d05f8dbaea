import type { FiscalYear } from '../ledger/fiscal-year.ts';
import { accept, reject, type Result } from '../result.ts';
import type { StatementLine } from './statement.ts';

/**
 * Whether any of the lines is of a time that the books can still hold: the first opening counts what
 * the bank did before it, and nothing is written in a closed year. A cooperative without a year has
 * no such bounds yet; lines that reach an open year or a later one bring the others along.
 */
export function checkWithinYears(
  lines: readonly Pick<StatementLine, 'date'>[],
  years: readonly FiscalYear[],
): Result<void, 'statement_before_books' | 'statement_year_closed'> {
  if (lines.length === 0 || years.length === 0) return accept(undefined);
  const after = lines.filter(({ date }) => years.some(({ startOn }) => startOn <= date));
  if (after.length === 0) return reject('statement_before_books');
  const closed = years.filter(({ status }) => status === 'closed');
  return after.every(({ date }) =>
    closed.some(({ startOn, endOn }) => startOn <= date && date <= endOn),
  )
    ? reject('statement_year_closed')
    : accept(undefined);
}
