import type { fillCrfEndpoint } from '#shared/contract/reports/crf.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { crfStillOpen, findCrfInputs, findFiledCrf, keepCrfInputs } from '#functions/stores/crf.ts';
import { commit } from '#functions/stores/table.ts';
import { findYear } from '#functions/stores/years.ts';

/** Notes what only people know for the CRF; nothing changes any more once it is filed. */
export const fillCrf: UseCase<typeof fillCrfEndpoint> = async (call) => {
  const { actor, scope, params, body, now, requestId } = call;
  const { yearId } = params;
  const [year, filed, previous] = await Promise.all([
    findYear(scope, yearId),
    findFiledCrf(scope, yearId),
    findCrfInputs(scope, yearId),
  ]);
  if (!year) return reject('not_found');
  if (filed && filed.status !== 'returned') return reject('crf_already_submitted');
  const seen = (body.cashCount ?? []).map(({ denominationCents }) => denominationCents);
  if (new Set(seen).size < seen.length) return reject('input_invalid', 'cashCount');
  await commit([
    keepCrfInputs(
      scope,
      yearId,
      {
        cashCount: body.cashCount ?? previous.cashCount,
        subsidies: body.subsidies ?? previous.subsidies,
        statement: body.statement ?? previous.statement,
      },
      previous,
    ),
    crfStillOpen(scope, yearId),
    recordAct(scope, {
      act: 'fill-crf',
      target: yearId,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept({ saved: true });
};
