import type { printCrfEndpoint } from '#shared/contract/reports/crf.ts';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { signDownload } from '#functions/gateways/object-store.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { storePaper } from './crf-paper.ts';
import { readCrf } from './crf-state.ts';

/** A link to the PDF of the CRF: the sealed one once filed, a project before. */
export const printCrf: UseCase<typeof printCrfEndpoint> = async (call) => {
  const { scope, params, now, today } = call;
  const state = await readCrf(scope, params.yearId, today);
  if (!state) return reject('not_found');
  const { filed, isFrozen, snapshot } = state;
  const paper =
    filed && isFrozen
      ? { key: filed.paperKey, sha256: filed.paperSha256 }
      : await storePaper(scope, state, { status: 'draft', generatedAt: now });
  const name = `CRF ${schoolYearLabel(params.yearId)} ${snapshot.coop.number}`;
  const url = await signDownload(paper.key, {
    fileName: `${name}${isFrozen ? '' : ' (projet)'}.pdf`,
    mediaType: 'application/pdf',
  });
  return accept({ url, sha256: paper.sha256 });
};
