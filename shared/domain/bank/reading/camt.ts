import type { Day } from '../../dates.ts';
import type { Cents } from '../../money.ts';
import { accept, reject, type Result } from '../../result.ts';
import {
  fileLinesMax,
  type Statement,
  type StatementLine,
  type StatementRejection,
} from '../statement.ts';
import { camtAmount, camtDay, camtEntry } from './camt-entry.ts';
import { labelText, periodOf } from './line-parts.ts';
import { childOf, textAt, walkXml, type XmlNode } from './xml-tree.ts';

/** The statements of each message, by their local names: no namespace, no version is looked at. */
const sections: Readonly<Record<string, string>> = {
  Rpt: 'camt.052',
  Stmt: 'camt.053',
  Ntfctn: 'camt.054',
};
const messagePattern = /^BkToCstmr/u;

interface CamtStatement {
  readonly lines: StatementLine[];
  readonly pendingLines: StatementLine[];
  currency: string;
  failed: StatementRejection | undefined;
}

/** Whether the text is XML that is not a web page: CAMT is then looked for in it. */
export const looksLikeXml = (text: string): boolean =>
  /^\s*<(?:\?xml|!--|!DOCTYPE(?!\s+html)|(?!html\b)[A-Za-z])/iu.test(text.slice(0, 2_000));

/**
 * Reads a CAMT message: a report of the day (052), a statement (053), a notification (054), in any
 * version, with or without an envelope around it. Only booked entries are lines; pending ones are
 * kept apart. Each entry is read as it ends and forgotten, so that memory holds lines, not XML.
 */
export function readCamt(text: string): Result<readonly Statement[], StatementRejection> {
  const statements: Statement[] = [];
  let current = emptyStatement();
  let lineCount = 0;
  let failed: StatementRejection | undefined;
  let isCamt = false;
  const walked = walkXml(text, (node, path, { start, end }) => {
    const parent = path.at(-1);
    if (node.name === 'Ntry' && sections[parent?.name ?? ''] !== undefined) {
      addEntry(current, node, text.slice(start, Math.min(end, start + 4_000)));
      lineCount += 1;
      if (lineCount > fileLinesMax) failed ??= 'statement_too_large';
      return true;
    }
    const section = sections[node.name];
    if (section === undefined || !messagePattern.test(parent?.name ?? '')) {
      isCamt ||= messagePattern.test(node.name);
      return failed !== undefined;
    }
    const statement = statementOf(node, section, current);
    if (statement.ok) statements.push(statement.value);
    else failed ??= statement.rejection;
    current = emptyStatement();
    return true;
  });
  if (!walked.ok) return walked;
  if (failed) return reject(failed);
  return isCamt ? accept(statements) : reject('statement_format_unknown');
}

const emptyStatement = (): CamtStatement => ({
  lines: [],
  pendingLines: [],
  currency: '',
  failed: undefined,
});

function addEntry(statement: CamtStatement, node: XmlNode, raw: string): void {
  const entry = camtEntry(node, raw);
  if (!entry) statement.failed ??= 'statement_unreadable';
  else {
    (entry.booked ? statement.lines : statement.pendingLines).push(entry.line);
    if (statement.currency === '') statement.currency = entry.currency;
    if (entry.currency !== statement.currency) statement.failed ??= 'statement_currency';
  }
}

function statementOf(
  node: XmlNode,
  section: string,
  { lines, pendingLines, currency, failed }: CamtStatement,
): Result<Statement, StatementRejection> {
  const opening = balanceOf(node, ['OPBD', 'PRCD']);
  const closing = balanceOf(node, ['CLBD']);
  if (failed) return reject(failed);
  if (!opening || !closing) return reject('statement_unreadable');
  const told = childOf(node, 'FrToDt');
  const period = ['FrDtTm', 'FrDt', 'ToDtTm', 'ToDt'].map((name) => periodDay(told, name));
  return accept({
    account: accountOf(node),
    currency:
      textAt(node, 'Acct', 'Ccy') || opening.currency || closing.currency || currency || null,
    kind: 'bank',
    section,
    openingCents: opening.cents,
    closingCents: closing.cents,
    closingOn: closing.on,
    ...periodOf([...period, ...lines.map(({ date }) => date)]),
    lines,
    ...(pendingLines.length > 0 && { pendingLines }),
  });
}

const periodDay = (told: XmlNode | undefined, name: string): Day | null => {
  const written = childOf(told, name);
  return written ? camtDay({ ...written, children: [{ ...written, name: 'Dt' }] }) : null;
};

/** The IBAN, else whatever else numbers the account. */
function accountOf(node: XmlNode): string {
  const id = childOf(node, 'Acct', 'Id');
  const written =
    textAt(id, 'IBAN') ||
    textAt(id, 'Othr', 'Id') ||
    textAt(id, 'PrtryAcct', 'Id') ||
    textAt(id, 'BBAN');
  return labelText(written);
}

interface Balance {
  readonly cents: Cents | null;
  readonly on: Day | null;
  readonly currency: string;
}

/** The first balance of one of these types; none is no fault, an unreadable one is (undefined). */
function balanceOf(node: XmlNode, types: readonly string[]): Balance | undefined {
  const balances = node.children.filter(({ name }) => name === 'Bal');
  const typeOf = (balance: XmlNode): string =>
    textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') || textAt(balance, 'Tp', 'Cd');
  const found = types
    .map((type) => balances.find((balance) => typeOf(balance) === type))
    .find((balance) => balance !== undefined);
  if (!found) return { cents: null, on: null, currency: '' };
  const amount = childOf(found, 'Amt');
  const cents = camtAmount(amount, textAt(found, 'CdtDbtInd'));
  if (cents === null) return undefined;
  return {
    cents,
    on: camtDay(childOf(found, 'Dt')),
    currency: amount?.attributes['Ccy'] ?? '',
  };
}
