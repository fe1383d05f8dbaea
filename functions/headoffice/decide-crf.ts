import type { decideCrfEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import { decide } from '#shared/domain/headoffice/decision.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { keepCrf } from '#functions/stores/crf.ts';
import { findFiledCopy, keepFiledCopy } from '#functions/stores/filed-crfs.ts';
import { coopScopeOf } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { reopenYear } from '#functions/stores/years.ts';

/**
 * Accepts a filed CRF, or returns it: the year opens again in the same transaction. The head office
 * decides and never writes an entry. Rules: CRF-3 (docs/rules.md).
 */
export const decideCrf: UseCase<typeof decideCrfEndpoint> = async (call) => {
  const { actor, scope, params, body, now, requestId } = call;
  const { yearId, coopId } = params;
  const filed = await findFiledCopy(scope, yearId, coopId);
  if (!filed) return reject('not_found');
  const decided = decide(filed, body);
  if (!decided.ok) return decided;
  if (!decided.value) return accept({ status: filed.status });
  const { status } = decided.value;
  const coopScope = coopScopeOf(scope.department, coopId);
  const crf = { ...filed, ...decided.value, version: filed.version + 1, decidedAt: now };
  const act = {
    act: `${body.decision}-crf`,
    target: `${coopId} ${yearId}`,
    by: actor.userId,
    at: now,
    correlationId: requestId,
  };
  await commit([
    keepCrf(coopScope, crf, filed),
    keepFiledCopy(scope, crf, filed),
    ...(status === 'returned' ? [reopenYear(coopScope, yearId)] : []),
    recordAct(coopScope, act),
    recordAct(scope, act),
  ]);
  return accept({ status });
};
