import { accept, reject, type Result } from '../../result.ts';
import {
  fileLinesMax,
  type Statement,
  type StatementLine,
  type StatementRejection,
} from '../statement.ts';
import { labelText, periodOf } from './line-parts.ts';
import { mt940Balance, mt940Line, noBalance, type Mt940Balance } from './mt940-line.ts';

interface Field {
  readonly tag: string;
  readonly text: string;
}

interface OpenStatement {
  account: string;
  opening: Mt940Balance | undefined;
  closing: Mt940Balance | undefined;
  readonly lines: StatementLine[];
  /** The movement (61) with the information (86) that follows it. */
  movement: { readonly field: Field; readonly information: string[] } | undefined;
}

const tagPattern = /^:(\d{2,3}[A-Z]?|NS):/u;

/** Whether the text holds the fields that only MT940 and MT942 have, each at the start of a line. */
export const looksLikeMt940 = (text: string): boolean =>
  /(?:^|[\r\n@]):(?:20|25|940):/u.test(text.slice(0, 4_000)) &&
  /(?:^|[\r\n@]):(?:28C?|34F|60[FM]|61|62[FM]):/u.test(text.slice(0, 40_000));

/**
 * Reads MT940 and MT942: a statement from each field 20 on, its movements (61) each with the
 * information (86) that follows. The closing balance may be lacking, as it is in MT942.
 */
export function readMt940(text: string): Result<readonly Statement[], StatementRejection> {
  const statements: Statement[] = [];
  let open: OpenStatement | undefined;
  let lineCount = 0;
  for (const field of fieldsOf(text)) {
    if (field.tag === '20' || (open === undefined && field.tag === '25')) {
      if (open && !endMovement(open)) return reject('statement_unreadable');
      if (open) statements.push(statementOf(open));
      open = {
        account: '',
        opening: undefined,
        closing: undefined,
        lines: [],
        movement: undefined,
      };
    }
    if (!open) continue;
    if (field.tag === '61' && (lineCount += 1) > fileLinesMax) return reject('statement_too_large');
    if (!addField(open, field)) return reject('statement_unreadable');
  }
  if (!open) return reject('statement_empty');
  if (!endMovement(open)) return reject('statement_unreadable');
  return accept([...statements, statementOf(open)]);
}

/** The fields of a file; lines of the SWIFT envelope and the dash that ends a message are none. */
function* fieldsOf(text: string): Generator<Field> {
  let tag = '';
  let lines: string[] = [];
  for (const line of text.split(/\r\n|[\r\n]|@@(?=:)/u)) {
    const found = tagPattern.exec(line);
    if (found) {
      if (tag !== '') yield { tag, text: lines.join('\n') };
      tag = found[1] ?? '';
      lines = [line.slice(found[0].length)];
    } else if (!/^(?:-\}?.*\{|-\}|\{\d:)|^-?[\u0000-\u001F]*$/u.test(line)) lines.push(line);
  }
  if (tag !== '') yield { tag, text: lines.join('\n') };
}

/** Takes one field in; false when it cannot be read. Fields that say nothing here are left. */
function addField(open: OpenStatement, field: Field): boolean {
  if (field.tag === '86' && open.movement) {
    open.movement.information.push(field.text);
    return true;
  }
  if (field.tag === 'NS') return true;
  if (!endMovement(open)) return false;
  if (field.tag === '61') open.movement = { field, information: [] };
  if (field.tag === '25' && open.account === '') open.account = labelText(field.text);
  if (/^60[FM]$/u.test(field.tag)) return (open.opening ??= mt940Balance(field.text)) !== undefined;
  if (/^62[FM]$/u.test(field.tag)) return (open.closing ??= mt940Balance(field.text)) !== undefined;
  return true;
}

/** Makes a line of the movement that was open; false when it cannot be read. */
function endMovement(open: OpenStatement): boolean {
  if (!open.movement) return true;
  const { field, information } = open.movement;
  const line = mt940Line(field.text, information, open.opening?.currency ?? '');
  if (line) open.lines.push(line);
  open.movement = undefined;
  return line !== null;
}

function statementOf({
  account,
  opening = noBalance,
  closing = noBalance,
  lines,
}: OpenStatement): Statement {
  return {
    account,
    currency: opening.currency || closing.currency || null,
    kind: 'bank',
    openingCents: opening.cents,
    closingCents: closing.cents,
    closingOn: closing.on,
    ...periodOf([opening.on, closing.on, ...lines.map(({ date }) => date)]),
    lines,
  };
}
