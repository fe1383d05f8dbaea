import {
  describeCsv,
  describeTable,
  type CsvDescription,
} from '#shared/domain/bank/reading/csv.ts';
import { statementFileMaxBytes } from '#shared/domain/bank/reading/read-statement.ts';
import { sha256Hex } from '#functions/platform/posting.ts';
import { isWorkbook, spreadsheetRows } from './spreadsheet.ts';
import { isZip, unzip } from './unzip.ts';

/** The table that a file is, for the person who is to say what its columns are; undefined when none. */
export async function describeFile(bytes: Uint8Array): Promise<CsvDescription | undefined> {
  if (!isZip(bytes)) return valueOf(describeCsv(bytes, sha256Hex));
  const entries = unzip(bytes, statementFileMaxBytes);
  if (!entries.ok) return undefined;
  if (isWorkbook(entries.value)) {
    const rows = await spreadsheetRows(bytes, entries.value);
    return rows.ok ? valueOf(describeTable(rows.value, sha256Hex)) : undefined;
  }
  return entries.value
    .filter((entry) => !isZip(entry.bytes))
    .map((entry) => valueOf(describeCsv(entry.bytes, sha256Hex)))
    .find((description) => description !== undefined);
}

const valueOf = (described: ReturnType<typeof describeCsv>): CsvDescription | undefined =>
  described.ok ? described.value : undefined;
