import {
  describeCsv,
  describeTable,
  type CsvDescription,
} from '#shared/domain/bank/reading/csv.ts';
import { isZip } from '#functions/platform/archives/unzip.ts';
import { isWorkbook } from '#functions/platform/archives/workbook.ts';
import { sha256Hex } from '#functions/platform/posting.ts';
import { statementEntries, statementRows } from './archive.ts';

/** The table that a file is, for the person who is to say what its columns are; undefined when none. */
export async function describeFile(bytes: Uint8Array): Promise<CsvDescription | undefined> {
  if (!isZip(bytes)) return valueOf(describeCsv(bytes, sha256Hex));
  const entries = statementEntries(bytes);
  if (!entries.ok) return undefined;
  if (isWorkbook(entries.value)) {
    const rows = await statementRows(bytes, entries.value);
    return rows.ok ? valueOf(describeTable(rows.value, sha256Hex)) : undefined;
  }
  return entries.value
    .filter((entry) => !isZip(entry.bytes))
    .map((entry) => valueOf(describeCsv(entry.bytes, sha256Hex)))
    .find((description) => description !== undefined);
}

const valueOf = (described: ReturnType<typeof describeCsv>): CsvDescription | undefined =>
  described.ok ? described.value : undefined;
