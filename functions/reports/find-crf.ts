import type { findCrfEndpoint } from '#shared/contract/reports/crf.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { readCrf } from './crf-state.ts';

/** The CRF of a year: computed while it can change, the frozen copy once filed. */
export const findCrf: UseCase<typeof findCrfEndpoint> = async ({ scope, params, today }) => {
  const state = await readCrf(scope, params.yearId, today);
  if (!state) return reject('not_found');
  const { filed, isFrozen, dueOn, snapshot, controls, quitus } = state;
  return accept({
    status: filed?.status ?? 'draft',
    dueOn,
    snapshot,
    controls,
    quitus,
    ...(filed?.returnedReason !== undefined && { returnedReason: filed.returnedReason }),
    ...(filed && { submittedAt: filed.submittedAt }),
    ...(filed?.decidedAt !== undefined && { decidedAt: filed.decidedAt }),
    ...(filed && isFrozen && { paperSha256: filed.paperSha256 }),
  });
};
