import { accept, reject, type Result } from '../../result.ts';
import { searchable } from '../../text.ts';
import type { Statement, StatementRejection } from '../statement.ts';
import { writtenAmount } from './amount-text.ts';
import { csvRows, delimiterOf, type Row } from './csv-rows.ts';
import { looksLikeDate } from './day-text.ts';
import { decode } from './decode.ts';
import { lclSection } from './lcl.ts';
import { layoutOf, layoutOfMapping, type CsvMapping, type TableLayout } from './table-columns.ts';
import { isOperation, readSection, type TableOptions, type TableSection } from './table.ts';

type Read<Value> = Result<Value, StatementRejection>;

/** Reads a CSV file the way a person mapped its columns. */
export function readCsv(bytes: Uint8Array, mapping: CsvMapping): Read<readonly Statement[]> {
  const rows = rowsOf(decode(bytes));
  return rows.ok ? readTable(rows.value, { mapping }) : rows;
}

const rowsOf = (text: string): Read<readonly Row[]> => csvRows(text, delimiterOf(text));

/** Reads the text of a CSV file; its columns are told by its header, or by a mapping. */
export function readCsvText(text: string, how: HowToRead): Read<readonly Statement[]> {
  const rows = rowsOf(text);
  return rows.ok ? readTable(rows.value, how) : rows;
}

export interface HowToRead extends TableOptions {
  readonly mapping?: CsvMapping | undefined;
}

/**
 * Reads a table, from CSV or from a spreadsheet. Without a mapping, the header says which column is
 * what, and a table whose header is unknown needs one; what is no table at all is no statement.
 */
export function readTable(rows: readonly Row[], how: HowToRead): Read<readonly Statement[]> {
  const { mapping, ...options } = how;
  const sections = mapping ? mappedSections(rows, mapping) : knownSections(rows);
  if (!sections)
    return reject(looksLikeTable(rows) ? 'statement_needs_columns' : 'statement_format_unknown');
  const statements: Statement[] = [];
  for (const section of sections) {
    const cut = cutRow(section);
    if (cut) return reject('statement_truncated', `line-${cut.line}`);
    const statement = readSection(section, {
      dateOrder: options.dateOrder ?? mapping?.dateOrder,
      flipSigns: options.flipSigns ?? mapping?.flipSigns,
      balancesMustFollow: mapping !== undefined,
    });
    if (!statement.ok) return statement;
    statements.push(statement.value);
  }
  return accept(statements);
}

/** A mapped table: rows with a date are operations; the header and what is around are left. */
function mappedSections(rows: readonly Row[], mapping: CsvMapping) {
  const layout = layoutOfMapping(mapping);
  if (!layout) return undefined;
  const first = rows.findIndex((row) => isOperation(row, layout));
  return first < 0 ? undefined : [sectionOf(layout, [], rows.slice(first))];
}

/** A section for each header row that is known, with the rows before it that speak of the account. */
function knownSections(rows: readonly Row[]): readonly TableSection[] | undefined {
  const lcl = lclSection(rows);
  if (lcl) return [lcl];
  const headers = rows.flatMap((row, index) => {
    const layout = layoutOf(row.cells);
    return layout ? [{ layout, index }] : [];
  });
  let around = rows.slice(0, headers[0]?.index ?? 0);
  const sections = headers.map(({ layout, index }, at) => {
    const next = headers[at + 1];
    const body = rows.slice(index + 1, next?.index);
    const end = next ? body.findLastIndex((row) => isOperation(row, layout)) + 1 : body.length;
    const before = around;
    around = body.slice(end);
    return sectionOf(layout, before, body.slice(0, end));
  });
  return sections.length > 0 ? sections : undefined;
}

function sectionOf(
  layout: TableLayout,
  before: readonly Row[],
  body: readonly Row[],
): TableSection {
  const { true: operations = [], false: others = [] } = Object.groupBy(body, (row) =>
    isOperation(row, layout) ? 'true' : 'false',
  );
  return { layout, around: [...before, ...others], rows: operations };
}

/** The last row, when it ends within its date or before what no operation can be without. */
function cutRow({ layout: { columns }, rows, around }: TableSection): Row | undefined {
  const needed = [columns.date, columns.label, columns.amount ?? columns.credit];
  const last = rows.at(-1);
  if (last && needed.some((at) => at !== undefined && at >= last.cells.length)) return last;
  const after = around.at(-1);
  const isPartOfDate = /^\d{1,4}(?:[/.-]\d{0,2}){0,2}$/u.test(after?.cells[0] ?? '');
  return isPartOfDate && after?.cells.length === 1 ? after : undefined;
}

const looksLikeAmount = (text: string): boolean =>
  /\d/u.test(text) && /[.,]/u.test(text) && writtenAmount(text, 'last') !== null;

const looksLikeOperation = ({ cells }: Row): boolean =>
  cells.length >= 3 && cells.some(looksLikeDate) && cells.some(looksLikeAmount);

/** Whether most of the first rows hold a date and an amount. */
const looksLikeTable = (rows: readonly Row[]): boolean => {
  const first = rows.slice(0, 40);
  return first.filter(looksLikeOperation).length * 2 >= first.length - 1 && first.length > 1;
};

/** What a mapping screen shows of a file. */
export interface CsvDescription {
  /** The names of the columns; empty when the file has no header. */
  readonly header: readonly string[];
  readonly columnCount: number;
  readonly sampleRows: readonly (readonly string[])[];
  /** The same for all files of this layout: under it a mapping is remembered. */
  readonly headerDigest: string;
}

/** Describes a CSV file to a person who is to say what its columns are. */
export function describeCsv(
  bytes: Uint8Array,
  digest: (text: string) => string,
): Read<CsvDescription> {
  const rows = rowsOf(decode(bytes));
  return rows.ok ? describeTable(rows.value, digest) : rows;
}

const sampleMax = 8;

/** The same for the rows of a spreadsheet. */
export function describeTable(
  rows: readonly Row[],
  digest: (text: string) => string,
): Read<CsvDescription> {
  const first = rows.findIndex(looksLikeOperation);
  if (first < 0) return reject('statement_format_unknown');
  const samples = rows.slice(first).filter(looksLikeOperation).slice(0, sampleMax);
  const columnCount = Math.max(...samples.map(({ cells }) => cells.length));
  const before = rows[first - 1]?.cells ?? [];
  const header = before.filter(Boolean).length >= 3 ? before : [];
  const key = header.length > 0 ? header.map(searchable) : ['', String(columnCount)];
  return accept({
    header,
    columnCount,
    sampleRows: samples.map(({ cells }) => cells),
    headerDigest: digest(JSON.stringify(key)),
  });
}
