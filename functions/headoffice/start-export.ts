import type { startExportEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findExport, queueExport } from '#functions/stores/exports.ts';
import { commit } from '#functions/stores/table.ts';

/** Queues a consolidated export; asked again, it tells how far the first one is. */
export const startExport: UseCase<typeof startExportEndpoint> = async (call) => {
  const { actor, scope, params, body, now, requestId } = call;
  const { exportId: id } = params;
  const known = await findExport(scope, id);
  if (known)
    return known.yearId === body.yearId
      ? accept({ id, status: known.status })
      : reject('export_id_reused');
  await commit([
    queueExport(scope, { id, yearId: body.yearId, startedBy: 'person', startedAt: now }),
    recordAct(scope, {
      act: 'start-export',
      target: id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept({ id, status: 'queued' });
};
