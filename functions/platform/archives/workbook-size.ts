import type { ZipEntry } from './unzip.ts';

/** What a workbook would take of memory and time, all its sheets together. */
interface Size {
  readonly bytes: number;
  readonly rows: number;
  readonly cells: number;
}

/** Three sheets styled down to the last row Excel has, or a hundred thousand rows of thirty columns. */
const most: Size = { bytes: 60_000_000, rows: 3_200_000, cells: 3_000_000 };

/** A row or a cell with its attributes; what stands before the end of its tag must be all of them. */
const tagPattern =
  /<(?:[\w.-]+:)?(row|c)(?=[\s/>])(?:((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>)?/gu;
const placePattern = /\s(?:[\w.-]+:)?r\s*=\s*["']([^"']*)["']/gu;
const holdsRows = /[<:]sheetData[\s/>]/u;

/**
 * Whether the sheets of a workbook fit in memory, by the places that their rows and cells claim: one
 * cell at the far end of a sheet makes a table of thousands of millions of cells. A workbook may show
 * the same sheet many times, so that each counts as the largest. Undefined when a place cannot be
 * read, which no spreadsheet program writes.
 */
export function fitsInMemory(entries: readonly ZipEntry[]): boolean | undefined {
  let largest: Size = { bytes: 0, rows: 0, cells: 0 };
  for (const { bytes } of entries) {
    const size = sizeOf(new TextDecoder().decode(bytes));
    if (!size) return undefined;
    largest = {
      bytes: Math.max(largest.bytes, size.bytes),
      rows: Math.max(largest.rows, size.rows),
      cells: Math.max(largest.cells, size.cells),
    };
  }
  const shown = Math.max(1, sheetsShown(entries));
  return (
    largest.bytes * shown <= most.bytes &&
    largest.rows * shown <= most.rows &&
    largest.cells * shown <= most.cells
  );
}

const sheetsShown = (entries: readonly ZipEntry[]): number => {
  const book = entries.find(({ name }) => name === 'xl/workbook.xml');
  const text = new TextDecoder().decode(book?.bytes);
  return [...text.matchAll(/<(?:[\w.-]+:)?sheet[\s/>]/gu)].length;
};

/** A part without rows takes nothing; a cell without a value, however far, makes no table. */
function sizeOf(text: string): Size | undefined {
  if (!holdsRows.test(text)) return { bytes: 0, rows: 0, cells: 0 };
  let [rows, lastRow, lastColumn] = [0, 0, 0];
  for (const [, tag, attributes, closed] of text.matchAll(tagPattern)) {
    const place = attributes === undefined ? undefined : placeOf(attributes);
    if (!place || (tag === 'c' && place.column === 0)) return undefined;
    rows = Math.max(rows + (tag === 'row' ? 1 : 0), place.row);
    if (tag === 'row' || closed === '/') continue;
    lastRow = Math.max(lastRow, rows);
    lastColumn = Math.max(lastColumn, place.column);
  }
  return { bytes: text.length, rows, cells: lastRow * lastColumn };
}

/** `B12`, or `12` of a row; nought for what is not said, undefined for what Excel does not have. */
function placeOf(attributes: string) {
  const written = [...attributes.matchAll(placePattern)].map(([, place = '']) => place);
  const [, letters = '', digits = ''] = /^([A-Z]{0,3})(\d{1,7})$/u.exec(written[0] ?? '0') ?? [];
  const row = Number(digits);
  if (digits === '' || written.length > 1 || row > 1_048_576) return undefined;
  const column = Array.from(letters).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
  return { row, column };
}
