import { oneLine } from '../../text.ts';
import { ofxAmount, ofxDay } from './ofx-amount.ts';
import { flippedLine, periodOf, rawText } from './line-parts.ts';
import { operationOf } from './operation.ts';
import type { Statement, StatementLine } from '../statement.ts';

/** The leaves of one part of an OFX document, by their names. */
export type OfxFields = Record<string, string>;

/** One statement as it is being read: the fields of its parts, and of each of its operations. */
export interface OfxStatementParts {
  readonly kind: 'bank' | 'card';
  readonly parts: Record<string, OfxFields>;
  readonly operations: OfxFields[];
}

/** More of a label than this is never kept. */
const fieldMax = 500;

const fieldOf = (fields: OfxFields | undefined, name: string): string =>
  oneLine((fields?.[name] ?? '').slice(0, fieldMax)).toWellFormed();

/**
 * A statement from its raw fields; null when an amount or a date of it cannot be read. Signs are
 * turned when told so, or when nothing is told and the file is one that writes debits positive.
 */
export function ofxStatement(
  { kind, parts, operations }: OfxStatementParts,
  flipSigns?: boolean,
): Statement | null {
  const written = operations.map(ofxLine);
  const lines = written.filter((line) => line !== null);
  const balance = fieldOf(parts['LEDGERBAL'], 'BALAMT');
  const closingCents = balance === '' ? null : ofxAmount(balance);
  if (lines.length < written.length || (balance !== '' && closingCents === null)) return null;
  const flips = flipSigns ?? (kind === 'bank' && writesDebitsPositive(operations, lines));
  const period = parts['BANKTRANLIST'];
  const from = ofxDay(fieldOf(period, 'DTSTART'));
  const to = ofxDay(fieldOf(period, 'DTEND'));
  return {
    account: accountOf(parts),
    currency: fieldOf(parts['STMTRS'] ?? parts['CCSTMTRS'], 'CURDEF') || null,
    kind,
    openingCents: null,
    closingCents,
    closingOn: ofxDay(fieldOf(parts['LEDGERBAL'], 'DTASOF')),
    ...periodOf([from, to, ...lines.map(({ date }) => date)]),
    ...(flips && { signFlipped: true }),
    lines: flips ? lines.map(flippedLine) : lines,
  };
}

const accountOf = (parts: Readonly<Record<string, OfxFields>>): string => {
  const account = parts['BANKACCTFROM'] ?? parts['CCACCTFROM'];
  return ['BANKID', 'BRANCHID', 'ACCTID']
    .map((name) => fieldOf(account, name))
    .filter(Boolean)
    .join('/');
};

/** La Banque Postale writes the debits of a deferred card as positive amounts, all of type POS. */
const writesDebitsPositive = (
  operations: readonly OfxFields[],
  lines: readonly StatementLine[],
): boolean =>
  lines.length > 0 &&
  operations.every((fields) => fieldOf(fields, 'TRNTYPE') === 'POS') &&
  lines.every(({ amountCents }) => amountCents > 0);

function ofxLine(fields: OfxFields): StatementLine | null {
  const amountCents = ofxAmount(fieldOf(fields, 'TRNAMT'));
  const date = ofxDay(fieldOf(fields, 'DTPOSTED'));
  if (amountCents === null || date === null) return null;
  const [label = '', details] = [fieldOf(fields, 'NAME'), fieldOf(fields, 'MEMO')].filter(
    (text, index, all) => text !== '' && all.indexOf(text) === index,
  );
  const number = fieldOf(fields, 'CHECKNUM').replace(/^0+/u, '');
  const ofxType = fieldOf(fields, 'TRNTYPE').toUpperCase();
  return {
    date,
    amountCents,
    label,
    details,
    reference: fieldOf(fields, 'FITID') || undefined,
    number: /^\d{1,12}$/u.test(number) ? number : undefined,
    operation: operationOf({ ofxType, label, details, amountCents }),
    raw: rawText(
      Object.entries(fields)
        .map(([name, value]) => `${name}:${value}`)
        .join('\n'),
    ),
  };
}
