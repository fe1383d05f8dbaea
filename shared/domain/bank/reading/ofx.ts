import { accept, reject, type Result } from '../../result.ts';
import { ofxStatement, type OfxFields, type OfxStatementParts } from './ofx-statement.ts';
import { ofxTokens, type OfxToken } from './ofx-tokens.ts';
import { fileLinesMax, type Statement, type StatementRejection } from '../statement.ts';

/** What holds other tags. Everything else is a leaf, whether it is closed or not, even empty. */
const aggregates = new Set([
  'OFX',
  'STMTRS',
  'CCSTMTRS',
  'BANKACCTFROM',
  'CCACCTFROM',
  'BANKTRANLIST',
  'STMTTRN',
  'LEDGERBAL',
  'AVAILBAL',
  'PAYEE',
  'BANKACCTTO',
  'CCACCTTO',
  'CURRENCY',
  'ORIGCURRENCY',
  'BALLIST',
  'BAL',
  'STATUS',
]);
const depthMax = 24;

/** Whether the text holds an OFX document, with its header or without. */
export const looksLikeOfx = (text: string): boolean =>
  /<OFX[\s>]/iu.test(text) || /^\s*OFXHEADER\s*:/iu.test(text.slice(0, 4_096));

/**
 * Reads an OFX file, 1.x (SGML) or 2.x (XML), as banks really write it. Bank and card statements
 * are kept apart; investment statements are not statements here. A file whose document does not
 * end was cut.
 */
export function readOfx(
  text: string,
  flipSigns?: boolean,
): Result<readonly Statement[], StatementRejection> {
  const tokens = ofxTokens(text);
  if (!tokens.ok) return tokens;
  const last = tokens.value.findLast(({ name }) => name === 'OFX');
  if (!last?.closes) return reject('statement_truncated');
  const collected = collect(tokens.value);
  if (!collected) return reject('statement_unreadable');
  const lineCount = collected.reduce((sum, { operations }) => sum + operations.length, 0);
  if (lineCount > fileLinesMax) return reject('statement_too_large');
  const statements = collected.map((parts) => ofxStatement(parts, flipSigns));
  const read = statements.filter((statement) => statement !== null);
  return read.length === statements.length ? accept(read) : reject('statement_unreadable');
}

/** The statements with their raw fields, in the order of the file; null when nested too deep. */
function collect(tokens: readonly OfxToken[]): readonly OfxStatementParts[] | null {
  const collected: OfxStatementParts[] = [];
  const open: string[] = [];
  let current: OfxStatementParts | undefined;
  let fields: OfxFields = {};
  for (const { name, closes, text } of tokens) {
    if (closes) {
      const at = open.lastIndexOf(name);
      if (at < 0) continue;
      open.length = at;
      if (isStatement(name)) current = undefined;
    } else if (!aggregates.has(name)) {
      fields[name] ??= text;
      continue;
    } else {
      open.push(name);
      if (open.length > depthMax) return null;
    }
    if (!closes && isStatement(name)) {
      current = { kind: name === 'STMTRS' ? 'bank' : 'card', parts: {}, operations: [] };
      collected.push(current);
    }
    fields = fieldsOf(current, open.at(-1) ?? '', !closes);
  }
  return collected;
}

const isStatement = (name: string): boolean => name === 'STMTRS' || name === 'CCSTMTRS';

/** Where the leaves that follow belong; what is outside a statement is read and forgotten. */
function fieldsOf(
  current: OfxStatementParts | undefined,
  name: string,
  begins: boolean,
): OfxFields {
  if (!current) return {};
  if (name !== 'STMTTRN') return (current.parts[name] ??= {});
  if (begins) current.operations.push({});
  return current.operations.at(-1) ?? {};
}
