import { accept, reject, type Result } from '../../result.ts';
import {
  fileLinesMax,
  type Statement,
  type StatementLine,
  type StatementRejection,
} from '../statement.ts';
import { writtenAmount } from './amount-text.ts';
import { dateOrderOf, writtenDay, type DateOrder } from './day-text.ts';
import { detailsText, labelText, periodOf, rawText, referenceText } from './line-parts.ts';
import { operationOf } from './operation.ts';

/** The sections of QIF that are accounts with dated operations; the others are lists and shares. */
const accountSections = new Set(['Bank', 'CCard', 'Cash', 'Oth A', 'Oth L']);

/** The fields of one record, by their letter; the first of each counts. */
type QifRecord = ReadonlyMap<string, string>;

interface QifSection {
  readonly section: string;
  readonly account: string;
  readonly records: QifRecord[];
}

/** Whether the text begins like a QIF file: a line with an exclamation mark and a known word. */
export const looksLikeQif = (text: string): boolean =>
  /^\s*!(?:type:|account|option:|clear:)/iu.test(text.slice(0, 2_000));

/**
 * Reads a QIF file. It names no currency, no balance, often no account; its dates are all written
 * in one order, which the file may not tell: then it must be given. A record ends with `^`: a file
 * that ends within one was cut.
 */
export function readQif(
  text: string,
  givenOrder?: DateOrder,
): Result<readonly Statement[], StatementRejection> {
  const collected = collect(text);
  if (!collected.ok) return collected;
  const sections = collected.value.filter(({ section }) => accountSections.has(section));
  const dates = sections.flatMap(({ records }) => records.map((record) => record.get('D') ?? ''));
  const order = givenOrder === undefined ? dateOrderOf(dates) : accept(givenOrder);
  if (!order.ok) return order;
  const statements: Statement[] = [];
  for (const section of sections) {
    const lines = linesOf(section.records, order.value);
    if (!lines) return reject('statement_unreadable');
    statements.push(statementOf(section, lines));
  }
  return accept(statements);
}

function statementOf({ section, account }: QifSection, lines: readonly StatementLine[]): Statement {
  return {
    account,
    currency: null,
    kind: section === 'CCard' ? 'card' : 'bank',
    section,
    openingCents: null,
    closingCents: null,
    closingOn: null,
    ...periodOf(lines.map(({ date }) => date)),
    lines,
  };
}

/** The records of each section, in the order of the file. */
function collect(text: string): Result<readonly QifSection[], StatementRejection> {
  const sections: QifSection[] = [];
  let account = '';
  let inAccount = false;
  let fields = new Map<string, string>();
  let count = 0;
  for (const written of text.split(/\r\n|[\r\n]/u)) {
    const line = written.trim();
    if (line === '' || /^-{3,}$/u.test(line)) continue;
    if (line.startsWith('!')) {
      if (fields.size > 0) return reject('statement_truncated');
      const section = sectionNameOf(line);
      inAccount = /^!account/iu.test(line);
      if (section !== undefined) sections.push({ section, account, records: [] });
    } else if (line === '^') {
      if (inAccount) account = labelText(fields.get('N') ?? '');
      else if (fields.size > 0) sections.at(-1)?.records.push(fields);
      if ((count += 1) > fileLinesMax) return reject('statement_too_large');
      fields = new Map();
    } else if (!fields.has(line.charAt(0))) fields.set(line.charAt(0), line.slice(1).trim());
  }
  return fields.size > 0 ? reject('statement_truncated') : accept(sections);
}

/** `!Type:Bank`, whatever its case; undefined when the line opens no section. */
function sectionNameOf(line: string): string | undefined {
  const written = /^!type:\s*(.*?)\s*$/iu.exec(line)?.[1];
  if (written === undefined) return undefined;
  const known = [...accountSections].find((name) => name.toLowerCase() === written.toLowerCase());
  return known ?? written;
}

function linesOf(records: readonly QifRecord[], order: DateOrder): readonly StatementLine[] | null {
  const lines: StatementLine[] = [];
  for (const record of records) {
    const line = lineOf(record, order);
    if (!line) return null;
    lines.push(line);
  }
  return lines;
}

function lineOf(record: QifRecord, order: DateOrder): StatementLine | null {
  const date = writtenDay(record.get('D') ?? '', order);
  const amountCents = writtenAmount(record.get('T') ?? record.get('U') ?? '', 'unsure');
  if (date === null || amountCents === null) return null;
  const [label = '', ...others] = [record.get('P'), record.get('M')]
    .map((text) => labelText(text ?? ''))
    .filter((text) => text !== '');
  const details = detailsText(others.filter((text) => text !== label));
  const number = (record.get('N') ?? '').replace(/^0+/u, '');
  return {
    date,
    amountCents,
    label,
    details,
    reference: referenceText(record.get('N')),
    number: /^\d{1,12}$/u.test(number) ? number : undefined,
    operation: operationOf({ label, details, amountCents }),
    raw: rawText([...record].map(([letter, value]) => letter + value).join('\n')),
  };
}
