import { consolidationRowOf } from '#shared/domain/headoffice/consolidation-row.ts';
import { followUpOf } from '#shared/domain/headoffice/follow-up.ts';
import { dayInParis } from '#shared/domain/dates.ts';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { crfDueOn } from '#shared/domain/reports/calendar.ts';
import { getObject, putObject } from '#functions/gateways/object-store.ts';
import { printConsolidationCsv, printConsolidationXlsx } from '#functions/papers/consolidation.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { findDepartment } from '#functions/stores/coops.ts';
import { frozenSnapshot, type FiledCrf } from '#functions/stores/crf.ts';
import { findExport, finishExport, type Export } from '#functions/stores/exports.ts';
import { listFiledCopies } from '#functions/stores/filed-crfs.ts';
import type { DepartmentScope } from '#functions/stores/scope.ts';
import { listSummaries } from '#functions/stores/summaries.ts';
import { commit } from '#functions/stores/table.ts';
import { folderOf, storeFile } from './export-files.ts';
import { fewAtOnce } from './few-at-once.ts';

const papersAtOnce = 8;

/**
 * Makes a queued export: the consolidated accounts as CSV and XLSX, a copy of every valid paper,
 * and the manifest that names them all. Made again, it ends the same; once done, it is left alone.
 */
export async function buildExport(scope: DepartmentScope, id: string, now: string): Promise<void> {
  const queued = await findExport(scope, id);
  if (queued?.status !== 'queued') return;
  const folder = folderOf(scope, queued);
  const filed = await listFiledCopies(scope, queued.yearId);
  const valid = filed.filter(({ status }) => status !== 'returned');
  const papers = await fewAtOnce(valid, papersAtOnce, (crf) => copyPaper(folder, crf));
  const copied = papers.filter((paper) => paper !== undefined);
  const finished = { ...queued, finishedAt: now, coopCount: copied.length };
  if (copied.length < valid.length) {
    await commit([finishExport(scope, { ...finished, status: 'failed' })]);
    return;
  }
  const rows = await rowsOf(scope, queued, filed, now);
  const name = `consolidation-${scope.department}-${schoolYearLabel(queued.yearId)}`;
  const files = [
    await storeFile(folder, `${name}.csv`, printConsolidationCsv(rows)),
    await storeFile(folder, `${name}.xlsx`, await printConsolidationXlsx(rows)),
  ];
  const manifest = await storeFile(
    folder,
    `manifeste-${name}.json`,
    manifestOf(queued, files, copied),
  );
  await commit([finishExport(scope, { ...finished, status: 'done', files: [...files, manifest] })]);
}

/** Every cooperative of the association, with the amounts of its frozen CRF where there is one. */
async function rowsOf(
  scope: DepartmentScope,
  { yearId }: Export,
  filed: readonly FiledCrf[],
  now: string,
) {
  const [department, summaries] = await Promise.all([findDepartment(scope), listSummaries(scope)]);
  const dueOn = crfDueOn(yearId, department?.crfDueOn ?? '09-30');
  const coops = followUpOf(summaries, { yearId, dueOn, today: dayInParis(now) });
  return coops.map((coop) => {
    const crf = filed.find(({ coopId }) => coopId === coop.coopId);
    return consolidationRowOf(
      yearId,
      { ...coop, crfStatus: crf?.status ?? coop.crfStatus },
      crf && { submittedAt: crf.submittedAt, snapshot: frozenSnapshot(crf) },
    );
  });
}

interface CopiedPaper {
  readonly coopId: string;
  readonly key: string;
  readonly sha256: string;
  readonly snapshotSha256: string;
}

/** Copies a paper; undefined when its bytes are not the ones that were filed. */
async function copyPaper(folder: string, crf: FiledCrf): Promise<CopiedPaper | undefined> {
  const { coopId, paperKey, paperSha256: sha256, snapshotSha256 } = crf;
  const bytes = await getObject(paperKey);
  if (!bytes || sha256Hex(bytes) !== sha256) return undefined;
  const key = `${folder}/crf/${coopId}.pdf`;
  await putObject(key, bytes, 'application/pdf');
  return { coopId, key, sha256, snapshotSha256 };
}

const manifestOf = (
  { id, yearId, startedAt }: Export,
  files: Export['files'],
  papers: readonly CopiedPaper[],
): Uint8Array =>
  new TextEncoder().encode(
    `${JSON.stringify({ exportId: id, yearId, startedAt, files, papers }, undefined, 2)}\n`,
  );
