import type { Day } from '../../dates.ts';
import type { Cents } from '../../money.ts';
import { accept, reject, type Result } from '../../result.ts';

export type ClosingRejection =
  'closing_day_wrong' | 'bank_account_lines_open' | 'bank_account_not_empty';

/** An account that somebody wants closed, as bank and books show it. */
export interface AccountToClose {
  readonly closedOn: Day;
  readonly today: Day;
  readonly openedOn?: Day | undefined;
  readonly lastMovementOn?: Day | undefined;
  /** The books, all entries counted. */
  readonly ledgerCents: Cents;
  /** The last balance that a statement gives; null while there is none. */
  readonly statementCents: Cents | null;
  /** Lines of the bank and entries of the books that have not met. */
  readonly openCount: number;
}

/**
 * Whether an account may be closed: on a day that has come and after its last movement, with
 * nothing left to match and nothing left on it. Refusals in the order of the type.
 */
export function checkClosing(account: AccountToClose): Result<true, ClosingRejection> {
  const { closedOn, today, openedOn, lastMovementOn, ledgerCents, statementCents } = account;
  const isTooEarly = [openedOn, lastMovementOn].some((on) => on !== undefined && closedOn < on);
  if (closedOn > today || isTooEarly) return reject('closing_day_wrong', 'closedOn');
  if (account.openCount > 0) return reject('bank_account_lines_open');
  const isEmpty = ledgerCents === 0 && (statementCents ?? 0) === 0;
  return isEmpty ? accept(true) : reject('bank_account_not_empty');
}
