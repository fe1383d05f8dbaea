import { accept, reject, type Result } from '../../result.ts';

/** One row of a table, with the number of the line it begins on. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

const rowsMax = 420_000;
const cellsMax = 60;
const cellMax = 4_000;

/** `;`, tab or `,`: the first of them that most of the first lines hold. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 40_000)
    .split(/\r\n|[\r\n]/u)
    .filter((line) => line.trim() !== '')
    .slice(0, 60);
  const most = (mark: string): boolean =>
    lines.filter((line) => line.includes(mark)).length * 2 > lines.length;
  return [';', '\t', ','].find(most) ?? ';';
}

/**
 * The rows of a CSV file (RFC 4180): a cell between quotes may hold the separator and line breaks,
 * a quote is doubled in it. Blank rows are left out. A quote that never ends is a file that was cut.
 */
export function csvRows(
  text: string,
  delimiter: string,
): Result<readonly Row[], 'statement_truncated' | 'statement_too_large'> {
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let begins = 1;
  let at = 0;
  while (at < text.length) {
    const quoted = text.charAt(at) === '"' ? quotedEnd(text, at) : at;
    if (quoted < 0) return reject('statement_truncated');
    const end = cellEnd(text, quoted, delimiter);
    const written = text.slice(at, Math.min(end, at + cellMax));
    cells.push(cellOf(quoted > at ? unquoted(written, quoted - at) : written));
    if (quoted > at) line += breaksIn(text.slice(at, quoted));
    if (cells.length > cellsMax) return reject('statement_too_large');
    at = end + 1;
    if (end < text.length && text.charAt(end) === delimiter) continue;
    if (cells.some((cell) => cell !== '')) rows.push({ cells, line: begins });
    if (rows.length > rowsMax) return reject('statement_too_large');
    cells = [];
    if (text.charAt(end) === '\r' && text.charAt(end + 1) === '\n') at = end + 2;
    line += 1;
    begins = line;
  }
  // The text ends with a separator: the last cell is empty, as a debit without a credit has it.
  if (cells.some((cell) => cell !== '')) rows.push({ cells: [...cells, ''], line: begins });
  return accept(rows);
}

/** Just after the quote that ends a cell; -1 when there is none. */
function quotedEnd(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? -1 : at + 1;
}

function cellEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === delimiter || character === '\n' || character === '\r') return at;
  }
  return text.length;
}

/** The text between the quotes, with whatever follows the last one. */
const unquoted = (written: string, end: number): string =>
  written.slice(1, end - 1).replaceAll('""', '"') + written.slice(end);

const breaksIn = (text: string): number => text.split(/\r\n|[\r\n]/u).length - 1;

/** Trimmed, and without the `="…"` that keeps a spreadsheet from reading a number. */
function cellOf(written: string): string {
  const trimmed = written.trim();
  return trimmed.startsWith('="') && trimmed.endsWith('"') ? trimmed.slice(2, -1) : trimmed;
}
