import { movementCents, type Entry, type PostedEntry } from '../ledger/entry.ts';
import { sumCents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import { matchIdOf } from './bank-entry.ts';
import type { KeptLine } from './statement.ts';

export type MatchRejection =
  | 'entry_not_posted'
  | 'line_already_matched'
  | 'entry_already_matched'
  | 'entry_not_matchable'
  | 'amounts_differ';

/** The most lines, and the most entries, of one match: all are written in one transaction. */
export const matchLinesMax = 20;
export const matchEntriesMax = 60;

/**
 * Whether lines of the bank may be declared to be entries, one or several on either side: both sides
 * come to the same amount, to the cent. Refusals in the order `MatchRejection` lists them. Rules:
 * BANK-1 (docs/rules.md).
 */
export function checkMatch(
  lines: readonly KeptLine[],
  entries: readonly Entry[],
  accountNumber: string,
): Result<readonly PostedEntry[], MatchRejection> {
  const posted = entries.filter((entry) => entry.status === 'posted');
  if (posted.length < entries.length) return reject('entry_not_posted', 'entryIds');
  if (lines.some(({ matchId }) => matchId !== undefined))
    return reject('line_already_matched', 'lineIds');
  if (posted.some((entry) => matchIdOf(entry, accountNumber) !== undefined))
    return reject('entry_already_matched', 'entryIds');
  if (!posted.every(isMatchable)) return reject('entry_not_matchable', 'entryIds');
  const bookedCents = sumCents(posted.map((entry) => movementCents(entry.lines, accountNumber)));
  return sumCents(lines.map(({ amountCents }) => amountCents)) === bookedCents
    ? accept(posted)
    : reject('amounts_differ');
}

const isMatchable = ({ kind, reversedBy, reverses }: PostedEntry): boolean =>
  kind !== 'opening' && reversedBy === undefined && reverses === undefined;
