import { zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import type { Row } from '#shared/domain/bank/reading/csv-rows.ts';
import { accept, reject, type Result } from '#shared/domain/result.ts';
import type { ZipEntry } from './unzip.ts';
import { fitsInMemory } from './workbook-size.ts';

/** More of a cell is never read. */
const cellMax = 4_000;

/** Whether the files of an archive are those of an Excel workbook. */
export const isWorkbook = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ name }) => name === 'xl/workbook.xml');

/** Why a workbook is not read: a document type in one of its parts, its size, or no workbook. */
export type WorkbookRejection = 'workbook_unsafe' | 'workbook_too_large' | 'workbook_unreadable';

const isRead = ({ name }: ZipEntry): boolean => /\.xml(?:\.rels)?$/u.test(name);

const declaresType = ({ bytes }: ZipEntry): boolean => Buffer.from(bytes).includes('<!DOCTYPE');

/**
 * The rows of the first sheet that has any, as a CSV file would give them: numbers with a point,
 * days as `YYYY-MM-DD`. Its parts were inflated under a bound before, and are given to the reader of
 * workbooks as they came out: it believes what an archive claims. One that declares a document type
 * is refused like any such XML, and a sheet larger than the memory before it is laid out.
 */
export async function workbookRows(
  entries: readonly ZipEntry[],
): Promise<Result<readonly Row[], WorkbookRejection>> {
  const parts = entries.filter(isRead);
  if (parts.some(declaresType)) return reject('workbook_unsafe');
  const fits = fitsInMemory(parts);
  if (fits !== true) return reject(fits === false ? 'workbook_too_large' : 'workbook_unreadable');
  try {
    const sheets = await readExcelFile(archived(parts), { parseNumber: numberCell, trim: false });
    const data = sheets.map((sheet) => sheet.data).find((rows) => rows.length > 0) ?? [];
    const rows = data.map((cells, index) => ({ cells: cells.map(cellText), line: index + 1 }));
    return accept(rows.filter(({ cells }) => cells.some((cell) => cell !== '')));
  } catch {
    return reject('workbook_unreadable');
  }
}

/** The parts, put together again without compression. */
const archived = (parts: readonly ZipEntry[]): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes])), { level: 0 }),
  );

/** `1234.5600000000001` is what a spreadsheet keeps of 1 234,56; finer than that is left as it is. */
function numberCell(written: string): string {
  const value = Number(written);
  const hundredths = Math.round(value * 100);
  const isExact = Number.isSafeInteger(hundredths) && Math.abs(value * 100 - hundredths) < 1e-5;
  if (!isExact) return written;
  return Number.isInteger(value) ? String(value) : (hundredths / 100).toFixed(2);
}

const cellText = (cell: unknown): string => {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell.slice(0, cellMax).trim() : '';
};
