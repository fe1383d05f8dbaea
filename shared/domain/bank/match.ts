import { movementCents, type Entry, type PostedEntry } from '../ledger/entry.ts';
import { accept, reject, type Result } from '../result.ts';
import { matchIdOf } from './bank-entry.ts';
import type { KeptLine } from './statement.ts';

export type MatchRejection =
  | 'entry_not_posted'
  | 'line_already_matched'
  | 'entry_already_matched'
  | 'entry_not_matchable'
  | 'amounts_differ';

/**
 * Whether a line of the bank may be declared to be an entry: one to one, of the same amount to the
 * cent. Refusals in the order `MatchRejection` lists them. Rules: BANK-1 (docs/rules.md).
 */
export function checkMatch(
  line: KeptLine,
  entry: Entry,
  accountNumber: string,
): Result<PostedEntry, MatchRejection> {
  if (entry.status === 'draft') return reject('entry_not_posted', 'entryId');
  if (line.matchId !== undefined) return reject('line_already_matched', 'lineId');
  if (matchIdOf(entry, accountNumber) !== undefined)
    return reject('entry_already_matched', 'entryId');
  const { kind, reversedBy, reverses } = entry;
  if (kind === 'opening' || reversedBy !== undefined || reverses !== undefined)
    return reject('entry_not_matchable', 'entryId');
  return movementCents(entry.lines, accountNumber) === line.amountCents
    ? accept(entry)
    : reject('amounts_differ');
}
