import type { submitCrfEndpoint } from '#shared/contract/reports/crf.ts';
import { allowsFiling } from '#shared/domain/reports/crf-controls.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { inputsUnchanged, keepCrf, type FiledCrf } from '#functions/stores/crf.ts';
import { keepFiledCopy } from '#functions/stores/filed-crfs.ts';
import { departmentScopeOf } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { closeYear } from '#functions/stores/years.ts';
import { storePaper } from './crf-paper.ts';
import { readCrf, type CrfState } from './crf-state.ts';

type SubmitCall = Call<typeof submitCrfEndpoint>;

/**
 * Files the CRF: the year closes, the report is frozen and the head office gets its copy, in one
 * transaction; the paper is stored before, so that no filing is without it. Asked again, it answers
 * as at first. Rules: CRF-2, CRF-3 (docs/rules.md).
 */
export const submitCrf: UseCase<typeof submitCrfEndpoint> = async (call) => {
  const { actor, scope, params, now, today, requestId } = call;
  const state = await readCrf(scope, params.yearId, today);
  if (!state) return reject('not_found');
  if (state.filed && state.isFrozen) return answerOf(state.filed);
  if (!allowsFiling(state.controls)) return reject('crf_controls_blocking');
  const crf = await sealedCrf(call, state);
  const act = { act: 'submit-crf', target: crf.yearId, by: actor.userId, at: now };
  await commit([
    closeYear(scope, state.year),
    inputsUnchanged(scope, crf.yearId, state.inputs),
    keepCrf(scope, crf, state.filed),
    keepFiledCopy(departmentScopeOf(scope.department), crf, state.filed),
    recordAct(scope, { ...act, correlationId: requestId }),
  ]);
  return answerOf(crf);
};

async function sealedCrf({ actor, scope, now }: SubmitCall, state: CrfState): Promise<FiledCrf> {
  const { year, filed, snapshotText, snapshotSha256, controls } = state;
  const paper = await storePaper(scope, state, {
    status: 'submitted',
    submittedAt: now,
    generatedAt: now,
  });
  return {
    yearId: year.id,
    coopId: scope.coopId,
    version: (filed?.version ?? 0) + 1,
    status: 'submitted',
    submittedAt: now,
    submittedBy: actor.name,
    snapshotText,
    snapshotSha256,
    controls: controls.map((control) => ({ ...control })),
    paperKey: paper.key,
    paperSha256: paper.sha256,
  };
}

const answerOf = ({ submittedAt, paperSha256 }: FiledCrf) =>
  accept({ status: 'submitted', submittedAt, sha256: paperSha256 } as const);
