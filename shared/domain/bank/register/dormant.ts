import { addYears, type Day } from '../../dates.ts';
import { movementCents, type PostedEntry } from '../../ledger/entry.ts';

/** The last day when the bank or the books moved the account; an opening moves nothing. */
export function lastMovementOn(
  accountNumber: string,
  entries: readonly PostedEntry[],
  lines: readonly { readonly date: Day }[],
): Day | undefined {
  const written = entries
    .filter(({ kind, lines: own }) => kind !== 'opening' && movementCents(own, accountNumber) !== 0)
    .map(({ entryDate }) => entryDate);
  return [...written, ...lines.map(({ date }) => date)].toSorted().at(-1);
}

/** What tells whether an account sleeps. */
export interface AccountLife {
  readonly openedOn?: Day | undefined;
  readonly closedOn?: Day | undefined;
  readonly lastMovementOn?: Day | undefined;
}

/**
 * Whether nothing moved the account for twelve months. A closed account no longer sleeps; one that
 * never moved sleeps a year after it was opened, and not while nobody says when that was.
 */
export function isDormant(account: AccountLife, today: Day): boolean {
  const since = account.lastMovementOn ?? account.openedOn;
  return account.closedOn === undefined && since !== undefined && since <= addYears(today, -1);
}
