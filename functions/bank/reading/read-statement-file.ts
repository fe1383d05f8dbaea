import { readTable } from '#shared/domain/bank/reading/csv.ts';
import {
  readStatement,
  statementFileMaxBytes,
  type ReadOptions,
  type StatementFile,
} from '#shared/domain/bank/reading/read-statement.ts';
import type { StatementRejection } from '#shared/domain/bank/statement.ts';
import { accept, reject, type Result } from '#shared/domain/result.ts';
import { isZip, type ZipEntry } from '#functions/platform/archives/unzip.ts';
import { isWorkbook } from '#functions/platform/archives/workbook.ts';
import { statementEntries, statementRows } from './archive.ts';

type Read<Value> = Result<Value, StatementRejection>;

/**
 * Reads whatever a bank gives: a statement in any format, an Excel workbook, or a ZIP of several
 * statements, one level deep. All of it or nothing.
 */
export async function readStatementFile(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Read<readonly StatementFile[]>> {
  if (bytes.byteLength > statementFileMaxBytes) return reject('statement_too_large');
  if (!isZip(bytes)) return onlyOne(readStatement(bytes, options));
  const entries = statementEntries(bytes);
  if (!entries.ok) return entries;
  if (isWorkbook(entries.value)) return onlyOne(await readWorkbook(entries.value, options));
  return readArchive(entries.value, options);
}

const onlyOne = (file: Read<StatementFile>): Read<readonly StatementFile[]> =>
  file.ok ? accept([file.value]) : file;

async function readWorkbook(
  entries: readonly ZipEntry[],
  options: ReadOptions,
): Promise<Read<StatementFile>> {
  const rows = await statementRows(entries);
  if (!rows.ok) return rows;
  if (rows.value.length === 0) return reject('statement_empty');
  const statements = readTable(rows.value, options);
  return statements.ok ? accept({ format: 'xlsx', statements: statements.value }) : statements;
}

/** Folders, and what a Mac adds to an archive. */
const isNoFile = ({ name }: ZipEntry): boolean =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || name.endsWith('.DS_Store');

async function readArchive(
  entries: readonly ZipEntry[],
  options: ReadOptions,
): Promise<Read<readonly StatementFile[]>> {
  const files: StatementFile[] = [];
  for (const { bytes } of entries.filter((entry) => !isNoFile(entry))) {
    const file = await readEntry(bytes, options);
    if (!file.ok) return file;
    files.push(file.value);
  }
  return files.length > 0 ? accept(files) : reject('statement_empty');
}

/** A file of an archive: a statement or a workbook, never another archive. */
async function readEntry(bytes: Uint8Array, options: ReadOptions): Promise<Read<StatementFile>> {
  if (!isZip(bytes)) return readStatement(bytes, options);
  const entries = statementEntries(bytes);
  if (!entries.ok) return entries;
  return isWorkbook(entries.value)
    ? readWorkbook(entries.value, options)
    : reject('statement_archive_unsafe');
}
