import { accept, reject, type Result } from '../../result.ts';
import { readCfonb120 } from './cfonb120.ts';
import { looksLikeCfonb } from './cfonb-record.ts';
import { decode } from './decode.ts';
import { looksLikeOfx, readOfx } from './ofx.ts';
import type { Statement, StatementRejection } from '../statement.ts';

/** The largest file that is read, in bytes: a year of a busy cooperative is under a tenth of it. */
export const statementFileMaxBytes = 4_000_000;

export type StatementFormat = 'cfonb120' | 'ofx';

/** What a file holds, and in which format. */
export interface StatementFile {
  readonly format: StatementFormat;
  readonly statements: readonly Statement[];
}

/**
 * Reads the file of a bank. Its format is told by its bytes, never by its name. Refusals: too
 * large, empty, unknown format, cut, unreadable; the file is read whole or not at all.
 */
export function readStatement(bytes: Uint8Array): Result<StatementFile, StatementRejection> {
  if (bytes.byteLength > statementFileMaxBytes) return reject('statement_too_large');
  const text = decode(bytes);
  if (text.trim() === '') return reject('statement_empty');
  const format = formatOf(text);
  if (!format) return reject('statement_format_unknown');
  const read = format === 'ofx' ? readOfx(text) : readCfonb120(text);
  if (!read.ok) return read;
  return read.value.length > 0
    ? accept({ format, statements: read.value })
    : reject('statement_empty');
}

function formatOf(text: string): StatementFormat | undefined {
  if (looksLikeCfonb(text)) return 'cfonb120';
  return looksLikeOfx(text) ? 'ofx' : undefined;
}
