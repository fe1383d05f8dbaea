import type { undoAutomaticEndpoint } from '#shared/contract/bank/matching.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { listMatches } from '#functions/stores/matches.ts';
import { commit } from '#functions/stores/table.ts';
import { inBatches } from './in-batches.ts';
import { undoWrites } from './make-match.ts';

/** Takes back what is left of a batch of automatic matches; what was taken back before stays so. */
export const undoAutomatic: UseCase<typeof undoAutomaticEndpoint> = async (call) => {
  const { actor, scope, params, now, requestId } = call;
  const matches = (await listMatches(scope)).filter(
    ({ automatic, bankAccountId }) =>
      automatic?.batchId === params.batchId && bankAccountId === params.bankAccountId,
  );
  const undone = { undoneAt: now, undoneBy: actor.userId };
  for (const writes of inBatches(matches.map((match) => undoWrites(scope, match, undone))))
    await commit([
      ...writes,
      recordAct(scope, {
        act: 'undo-automatic',
        target: params.batchId,
        by: actor.userId,
        at: now,
        correlationId: requestId,
      }),
    ]);
  return accept({ undoneCount: matches.length });
};
