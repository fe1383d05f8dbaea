import { filedCrfOf, putCrf, type FiledCrf } from './crf.ts';
import { departmentKeys } from './keys.ts';
import type { DepartmentScope } from './scope.ts';
import { getItem, queryAll, type Write } from './table.ts';

/** Access pattern A53 (docs/data-model.md): the association's copy of a filed CRF. */
export async function findFiledCopy(
  scope: DepartmentScope,
  yearId: string,
  coopId: string,
): Promise<FiledCrf | undefined> {
  const item = await getItem(departmentKeys.filedCrf(scope, yearId, coopId));
  return item && filedCrfOf(item);
}

/** Access pattern A54: every CRF filed with an association for a year, one query. */
export async function listFiledCopies(
  scope: DepartmentScope,
  yearId: string,
): Promise<readonly FiledCrf[]> {
  return (await queryAll(scope.pk, `FILEDCRF#${yearId}#`)).map(filedCrfOf);
}

/** Keeps the copy that consolidation reads, in the transaction that files or decides. */
export const keepFiledCopy = (scope: DepartmentScope, crf: FiledCrf, previous?: FiledCrf): Write =>
  putCrf(departmentKeys.filedCrf(scope, crf.yearId, crf.coopId), 'filedCrf', crf, previous);
