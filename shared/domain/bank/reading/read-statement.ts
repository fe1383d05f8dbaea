import { accept, reject, type Result } from '../../result.ts';
import { looksLikeXml, readCamt } from './camt.ts';
import { readCfonb120 } from './cfonb120.ts';
import { looksLikeCfonb } from './cfonb-record.ts';
import { readCsvText } from './csv.ts';
import type { DateOrder } from './day-text.ts';
import { decode } from './decode.ts';
import { looksLikeMt940, readMt940 } from './mt940.ts';
import { looksLikeOfx, readOfx } from './ofx.ts';
import { looksLikeQif, readQif } from './qif.ts';
import type { CsvMapping } from './table-columns.ts';
import type { Statement, StatementRejection } from '../statement.ts';

/** The largest file that is read, in bytes: a year of a busy cooperative is a fiftieth of it. */
export const statementFileMaxBytes = 25_000_000;

export type StatementFormat = 'cfonb120' | 'ofx' | 'camt' | 'qif' | 'mt940' | 'csv' | 'xlsx';

/** What a file holds, and in which format. */
export interface StatementFile {
  readonly format: StatementFormat;
  readonly statements: readonly Statement[];
}

/** What a person says of a file that does not say it itself. */
export interface ReadOptions {
  /** The order of dates that can be read two ways. */
  readonly dateOrder?: DateOrder | undefined;
  /** Whether debits are written as positive amounts; what the file suggests, when left out. */
  readonly flipSigns?: boolean | undefined;
  /** What the columns of a table are. */
  readonly mapping?: CsvMapping | undefined;
}

/**
 * Reads the file of a bank. Its format and its encoding are told by its bytes, never by its name.
 * The file is read whole or not at all; when it can be read two ways, the refusal says which option
 * is needed.
 */
export function readStatement(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Result<StatementFile, StatementRejection> {
  if (bytes.byteLength > statementFileMaxBytes) return reject('statement_too_large');
  if (startsWith(bytes, '%PDF-')) return reject('statement_pdf');
  const text = decode(bytes);
  if (text.trim() === '') return reject('statement_empty');
  if (isBinary(text)) return reject('statement_format_unknown');
  const format = formatOf(text);
  const read = readAs(format, text, options);
  if (!read.ok) return read;
  return read.value.length > 0
    ? accept({ format, statements: read.value })
    : reject('statement_empty');
}

const startsWith = (bytes: Uint8Array, mark: string): boolean =>
  Array.from(mark).every((character, index) => bytes[index] === character.charCodeAt(0));

/** No statement holds the character nought. */
const isBinary = (text: string): boolean => text.slice(0, 4_000).includes('\u0000');

/** What has no mark of its own is taken for a table, which is looked at closely. */
function formatOf(text: string): Exclude<StatementFormat, 'xlsx'> {
  if (looksLikeCfonb(text)) return 'cfonb120';
  if (looksLikeOfx(text)) return 'ofx';
  if (looksLikeXml(text)) return 'camt';
  if (looksLikeQif(text)) return 'qif';
  return looksLikeMt940(text) ? 'mt940' : 'csv';
}

function readAs(
  format: Exclude<StatementFormat, 'xlsx'>,
  text: string,
  options: ReadOptions,
): Result<readonly Statement[], StatementRejection> {
  if (format === 'cfonb120') return readCfonb120(text);
  if (format === 'ofx') return readOfx(text, options.flipSigns);
  if (format === 'camt') return readCamt(text);
  if (format === 'qif') return readQif(text, options.dateOrder);
  return format === 'mt940' ? readMt940(text) : readCsvText(text, options);
}
