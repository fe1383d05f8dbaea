import type { undoMatchEndpoint } from '#shared/contract/bank/statement.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { unmarkMatched } from '#functions/stores/entries.ts';
import { findMatch, removeMatch } from '#functions/stores/matches.ts';
import { unmarkLineMatched } from '#functions/stores/statements.ts';
import { commit } from '#functions/stores/table.ts';

/** Undoes a match: line and entry are free again. Asked again, there is nothing left to do. */
export const undoMatch: UseCase<typeof undoMatchEndpoint> = async (call) => {
  const { actor, scope, params, now, requestId } = call;
  const match = await findMatch(scope, params.matchId);
  if (!match) return accept({ undone: false });
  const { id: matchId, entryId: id, fiscalYearId, field } = match;
  await commit([
    removeMatch(scope, match),
    unmarkLineMatched(scope, match, matchId),
    unmarkMatched(scope, { id, fiscalYearId }, { matchId, field }),
    recordAct(scope, {
      act: 'undo-match',
      target: matchId,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept({ undone: true });
};
