import type { readFiledCrfEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { signDownload } from '#functions/gateways/object-store.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { frozenSnapshot } from '#functions/stores/crf.ts';
import { findFiledCopy } from '#functions/stores/filed-crfs.ts';

/** A filed CRF as it was frozen, with a link to its sealed paper. */
export const readFiledCrf: UseCase<typeof readFiledCrfEndpoint> = async ({ scope, params }) => {
  const filed = await findFiledCopy(scope, params.yearId, params.coopId);
  if (!filed) return reject('not_found');
  const { status, submittedAt, submittedBy, returnedReason, controls, paperKey } = filed;
  const snapshot = frozenSnapshot(filed);
  const paperUrl = await signDownload(paperKey, {
    fileName: `CRF ${schoolYearLabel(filed.yearId)} ${snapshot.coop.number}.pdf`,
    mediaType: 'application/pdf',
  });
  return accept({
    status,
    submittedAt,
    submittedBy,
    ...(returnedReason !== undefined && { returnedReason }),
    snapshot,
    controls,
    paperUrl,
    paperSha256: filed.paperSha256,
  });
};
