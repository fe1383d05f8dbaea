import { CsvError, parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { decode } from '#shared/domain/bank/reading/decode.ts';
import type { ReportRow } from '#shared/domain/payments/reports/row.ts';
import { accept, reject, type Result } from '#shared/domain/result.ts';
import { guardedJson } from '../schemes/guarded-json.ts';

/** A year of payments of a large school, twenty times. */
const rowsMax = 20_000;
const cellsMax = 100;
const inflatedMaxBytes = 60_000_000;

type Table = Result<readonly ReportRow[], 'report_unreadable' | 'report_too_large'>;

/** The rows of a file of a platform: CSV in any encoding, an Excel workbook, or a list in JSON. */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const table = await rowsOf(bytes);
  if (!table.ok) return table;
  const isTooLarge =
    table.value.length > rowsMax || table.value.some(({ cells }) => cells.length > cellsMax);
  return isTooLarge ? reject('report_too_large') : table;
}

function rowsOf(bytes: Uint8Array): Promise<Table> | Table {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return workbookRows(bytes);
  const text = decode(bytes);
  // A file of another kind, taken for a text, holds characters that no text has.
  if (/[\u0000-\u0008\u000E-\u001F]/u.test(text)) return reject('report_unreadable');
  return /^\s*\[/u.test(text) ? jsonRows(text) : csvRows(text);
}

const delimiterOf = (text: string): string => {
  const head = text.slice(0, 4_000);
  const count = (mark: string): number => head.split(mark).length;
  return [';', '\t', ','].toSorted((one, other) => count(other) - count(one))[0] ?? ';';
};

function csvRows(text: string): Table {
  const rows: ReportRow[] = [];
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      to: rowsMax + 1,
      max_record_size: 64_000,
      on_record: (record: readonly string[], { lines }) => {
        rows.push({ cells: record.map(unguarded), line: lines });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) return reject('report_unreadable');
    throw error;
  }
  return accept(rows);
}

/** Without what keeps a spreadsheet from computing a cell: `="0042"`, or a quote before a formula. */
const unguarded = (cell: string): string =>
  /^="(.*)"$/u.exec(cell)?.[1] ?? cell.replace(/^'(?=[=+\-@])/u, '');

/** The sizes that an archive claims, which bound what is inflated afterwards. */
function inflatedBytes(bytes: Uint8Array): number {
  let total = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize;
      return false;
    },
  });
  return total;
}

async function workbookRows(bytes: Uint8Array): Promise<Table> {
  try {
    if (inflatedBytes(bytes) > inflatedMaxBytes) return reject('report_too_large');
    const sheets = await readExcelFile(Buffer.from(bytes), { parseNumber: (text) => text });
    const data = sheets.map((sheet) => sheet.data).find((rows) => rows.length > 0) ?? [];
    const rows = data.map((cells, index) => ({ cells: cells.map(cellText), line: index + 1 }));
    return accept(rows.filter(({ cells }) => cells.some((cell) => cell !== '')));
  } catch {
    return reject('report_unreadable');
  }
}

/** `120.00000000000001` is what a spreadsheet keeps of 120,00. */
function cellText(cell: unknown): string {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell !== 'string') return '';
  if (!/^-?\d+\.\d{3,}$/u.test(cell)) return cell.trim();
  const hundredths = Number(cell) * 100;
  const isExact = Math.abs(hundredths - Math.round(hundredths)) < 1e-5;
  return isExact ? (Math.round(hundredths) / 100).toFixed(2) : cell;
}

/** A list of flat objects, as an API exports a table: the names of the first are the titles. */
function jsonRows(text: string): Table {
  const list = guardedJson(text)?.value;
  if (!Array.isArray(list)) return reject('report_unreadable');
  const objects = list.filter(
    (one): one is object => typeof one === 'object' && one !== null && !Array.isArray(one),
  );
  if (objects.length !== list.length) return reject('report_unreadable');
  const titles = Object.keys(objects[0] ?? {});
  const rows = objects.map((one, index) => {
    const values = new Map<string, unknown>(Object.entries(one));
    return { cells: titles.map((title) => jsonText(values.get(title))), line: index + 2 };
  });
  return accept([{ cells: titles, line: 1 }, ...rows]);
}

const jsonText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
