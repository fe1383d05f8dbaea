import { CsvError, parse } from 'csv-parse/sync';
import { decode } from '#shared/domain/bank/reading/decode.ts';
import type { ReportRow } from '#shared/domain/payments/reports/row.ts';
import { accept, reject, type Result } from '#shared/domain/result.ts';
import { isZip, unzip } from '#functions/platform/archives/unzip.ts';
import { workbookRows } from '#functions/platform/archives/workbook.ts';
import { guardedJson } from '#functions/platform/guarded-json.ts';

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
  if (isZip(bytes)) return rowsOfWorkbook(bytes);
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

async function rowsOfWorkbook(bytes: Uint8Array): Promise<Table> {
  const entries = unzip(bytes, inflatedMaxBytes);
  if (!entries.ok)
    return reject(
      entries.rejection === 'archive_unsafe' ? 'report_too_large' : 'report_unreadable',
    );
  const rows = await workbookRows(entries.value);
  if (rows.ok) return rows;
  return reject(rows.rejection === 'workbook_too_large' ? 'report_too_large' : 'report_unreadable');
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
