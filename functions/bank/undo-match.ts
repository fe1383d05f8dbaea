import type { undoMatchEndpoint } from '#shared/contract/bank/matching.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findMatch } from '#functions/stores/matches.ts';
import { commit } from '#functions/stores/table.ts';
import { undoWrites } from './make-match.ts';

/** Undoes a match: lines and entries are free again. Asked again, there is nothing left to do. */
export const undoMatch: UseCase<typeof undoMatchEndpoint> = async (call) => {
  const { actor, scope, params, now, requestId } = call;
  const match = await findMatch(scope, params.matchId);
  if (!match) return accept({ undone: false });
  await commit([
    ...undoWrites(scope, match, { undoneAt: now, undoneBy: actor.userId }),
    recordAct(scope, {
      act: 'undo-match',
      target: match.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept({ undone: true });
};
