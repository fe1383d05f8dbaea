import type { markLineEndpoint } from '#shared/contract/bank/matching.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findStatementLine, markLine as keepMark } from '#functions/stores/statements.ts';
import { commit } from '#functions/stores/table.ts';
import { lineView } from './views.ts';

/** Says of a line that nothing has met: to be explained, set apart, or like any other. */
export const markLine: UseCase<typeof markLineEndpoint> = async (call) => {
  const { actor, scope, params, body, now, requestId } = call;
  const line = await findStatementLine(scope, params.bankAccountId, params.lineId);
  if (!line) return reject('not_found');
  if (line.matchId !== undefined) return reject('line_already_matched');
  const { mark, note } = body;
  await commit([
    keepMark(scope, params, { mark, note, markedAt: now, markedBy: actor.userId }),
    recordAct(scope, {
      act: 'mark-line',
      target: line.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept(lineView({ ...line, mark, note }));
};
