import { matchFieldOf } from '#shared/domain/bank/bank-entry.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { markMatched, unmarkMatched } from '#functions/stores/entries.ts';
import { keepMatch, removeMatch, type Match, type UndoneMatch } from '#functions/stores/matches.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { markLineMatched, unmarkLineMatched } from '#functions/stores/statements.ts';
import type { Write } from '#functions/stores/table.ts';

/** The entries of a match as it keeps them. */
export const entriesOfMatch = (
  entries: readonly PostedEntry[],
  accountNumber: string,
): Match['entries'] =>
  entries.map((entry) => ({
    id: entry.id,
    fiscalYearId: entry.fiscalYearId,
    field: matchFieldOf(entry, accountNumber),
  }));

/** Takes all the lines and all the entries of a match, or nothing: each only while it is free. */
export const matchWrites = (scope: CoopScope, match: Match): readonly Write[] => [
  keepMatch(scope, match),
  ...match.lineIds.map((lineId) =>
    markLineMatched(scope, { bankAccountId: match.bankAccountId, lineId }, match.id),
  ),
  ...match.entries.map(({ field, ...entry }) =>
    markMatched(scope, entry, { matchId: match.id, field }),
  ),
];

/** Frees them all, and keeps the trace of what was taken back. */
export const undoWrites = (
  scope: CoopScope,
  match: Match,
  undone: Pick<UndoneMatch, 'undoneAt' | 'undoneBy'>,
): readonly Write[] => [
  ...removeMatch(scope, match, undone),
  ...match.lineIds.map((lineId) =>
    unmarkLineMatched(scope, { bankAccountId: match.bankAccountId, lineId }, match.id),
  ),
  ...match.entries.map(({ field, ...entry }) =>
    unmarkMatched(scope, entry, { matchId: match.id, field }),
  ),
];
