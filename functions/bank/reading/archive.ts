import type { Row } from '#shared/domain/bank/reading/csv-rows.ts';
import { statementFileMaxBytes } from '#shared/domain/bank/reading/read-statement.ts';
import type { StatementRejection } from '#shared/domain/bank/statement.ts';
import { reject, type Result } from '#shared/domain/result.ts';
import type { ArchiveRejection } from '#functions/platform/archives/directory.ts';
import { unzip, type ZipEntry } from '#functions/platform/archives/unzip.ts';
import { workbookRows, type WorkbookRejection } from '#functions/platform/archives/workbook.ts';

const meaning: Readonly<Record<ArchiveRejection | WorkbookRejection, StatementRejection>> = {
  archive_truncated: 'statement_truncated',
  archive_unsafe: 'statement_archive_unsafe',
  archive_locked: 'statement_archive_locked',
  archive_unreadable: 'statement_unreadable',
  workbook_unsafe: 'statement_xml_unsafe',
  workbook_too_large: 'statement_too_large',
  workbook_unreadable: 'statement_unreadable',
};

const ofStatement = <Value>(
  read: Result<Value, ArchiveRejection | WorkbookRejection>,
): Result<Value, StatementRejection> => (read.ok ? read : reject(meaning[read.rejection]));

/** The files of an archive that a bank gave, no more in all than a statement may hold. */
export const statementEntries = (
  bytes: Uint8Array,
): Result<readonly ZipEntry[], StatementRejection> =>
  ofStatement(unzip(bytes, statementFileMaxBytes));

/** The rows of a workbook that a bank gave. */
export const statementRows = async (
  entries: readonly ZipEntry[],
): Promise<Result<readonly Row[], StatementRejection>> => ofStatement(await workbookRows(entries));
