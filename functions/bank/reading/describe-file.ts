import {
  describeCsv,
  describeTable,
  type CsvDescription,
} from '#shared/domain/bank/reading/csv.ts';
import { decode } from '#shared/domain/bank/reading/decode.ts';
import { looksLikeQif } from '#shared/domain/bank/reading/qif.ts';
import { isZip, type ZipEntry } from '#functions/platform/archives/unzip.ts';
import { isWorkbook } from '#functions/platform/archives/workbook.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { statementEntries, statementRows } from './archive.ts';

/** The table that a file is, for the person who is to say what its columns are; undefined when none. */
export async function describeFile(bytes: Uint8Array): Promise<CsvDescription | undefined> {
  const files = filesIn(bytes);
  if (isWorkbook(files)) {
    const rows = await statementRows(files);
    return rows.ok ? valueOf(describeTable(rows.value, sha256Hex)) : undefined;
  }
  return files
    .filter((file) => !isZip(file.bytes) && !isQif(file))
    .map((file) => valueOf(describeCsv(file.bytes, sha256Hex)))
    .find((description) => description !== undefined);
}

/** Whether the file, or one of the archive that it is, is a QIF. */
export const holdsQif = (bytes: Uint8Array): boolean => filesIn(bytes).some(isQif);

/** The file itself, or what its archive holds. */
function filesIn(bytes: Uint8Array): readonly ZipEntry[] {
  if (!isZip(bytes)) return [{ name: '', bytes }];
  const entries = statementEntries(bytes);
  return entries.ok ? entries.value : [];
}

const isQif = ({ bytes }: ZipEntry): boolean => looksLikeQif(decode(bytes));

const valueOf = (described: ReturnType<typeof describeCsv>): CsvDescription | undefined =>
  described.ok ? described.value : undefined;
