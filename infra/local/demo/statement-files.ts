import type { Operation, StatementLine } from '#shared/domain/bank/statement.ts';
import { addDays, type Day } from '#shared/domain/dates.ts';
import { sumCents, type Cents } from '#shared/domain/money.ts';

/** A statement to be written as a bank would. */
export interface StatementToWrite {
  /** `bank-branch-account`. */
  readonly accountRef: string;
  readonly from: Day;
  readonly to: Day;
  readonly openingCents: Cents;
  readonly lines: readonly StatementLine[];
}

const closingOf = ({ openingCents, lines }: StatementToWrite): Cents =>
  sumCents([openingCents, ...lines.map(({ amountCents }) => amountCents)]);

const codes: Partial<Readonly<Record<Operation, string>>> = {
  cheque: '01',
  chequeDeposit: '02',
  cashDeposit: '04',
  transferIn: '18',
  transferOut: '06',
  directDebit: '08',
  card: '11',
  fee: '61',
};

const shortDay = (date: Day): string => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  return `${dayOfMonth}${month}${year.slice(2)}`;
};

/** Fourteen characters: the last digit carries the sign. */
function cfonbAmount(amountCents: Cents): string {
  const digits = String(Math.abs(amountCents)).padStart(14, '0');
  const signs = amountCents < 0 ? '}JKLMNOPQR' : '{ABCDEFGHI';
  return digits.slice(0, -1) + (signs[Number(digits.at(-1))] ?? '{');
}

function cfonbRecord(
  code: string,
  accountRef: string,
  { date, amountCents, label = '', operation, number = '' }: Partial<StatementLine>,
): string {
  const [bank = '', branch = '', account = ''] = accountRef.split('-');
  const day = date ? shortDay(date) : '';
  return [
    code,
    bank.padEnd(5),
    ''.padEnd(4),
    branch.padEnd(5),
    'EUR2 ',
    account.padEnd(11),
    (operation && codes[operation])?.padEnd(2) ?? '  ',
    day.padEnd(6),
    '  ',
    (code === '04' ? day : '').padEnd(6),
    label.padEnd(31).slice(0, 31),
    '  ',
    number.padStart(7, '0').slice(-7),
    '  ',
    amountCents === undefined ? '' : cfonbAmount(amountCents),
  ]
    .join('')
    .padEnd(120);
}

/** The statement in the format of French banks: one record of 120 characters a line. */
export function writeCfonb120(statement: StatementToWrite): string {
  const { accountRef, from, to, openingCents, lines } = statement;
  const balance = (code: string, date: Day, amountCents: Cents): string =>
    cfonbRecord(code, accountRef, { date, amountCents });
  return [
    balance('01', addDays(from, -1), openingCents),
    ...lines.map((line) => cfonbRecord('04', accountRef, line)),
    balance('07', to, closingOf(statement)),
    '',
  ].join('\r\n');
}

const ofxDay = (date: Day): string => date.replaceAll('-', '');
const ofxAmount = (amountCents: Cents): string => (amountCents / 100).toFixed(2);

const ofxLine = (line: StatementLine, index: number): string =>
  [
    '<STMTTRN>',
    `<TRNTYPE>${line.amountCents < 0 ? 'DEBIT' : 'CREDIT'}`,
    `<DTPOSTED>${ofxDay(line.date)}`,
    `<TRNAMT>${ofxAmount(line.amountCents)}`,
    `<FITID>${ofxDay(line.date)}${String(index).padStart(4, '0')}`,
    ...(line.number === undefined ? [] : [`<CHECKNUM>${line.number}`]),
    `<NAME>${line.label}`,
    '</STMTTRN>',
  ].join('\r\n');

/** The same statement as OFX 1.02, the SGML that banks still give. */
export function writeOfx(statement: StatementToWrite): string {
  const [bank, branch, account] = statement.accountRef.split('-');
  return [
    'OFXHEADER:100',
    'DATA:OFXSGML',
    'VERSION:102',
    'SECURITY:NONE',
    'ENCODING:USASCII',
    'CHARSET:1252',
    'COMPRESSION:NONE',
    'OLDFILEUID:NONE',
    'NEWFILEUID:NONE',
    '',
    '<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>',
    `<DTSERVER>${ofxDay(statement.to)}<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1>`,
    '<BANKMSGSRSV1><STMTTRNRS><TRNUID>0<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS>',
    '<CURDEF>EUR',
    `<BANKACCTFROM><BANKID>${bank}<BRANCHID>${branch}<ACCTID>${account}<ACCTTYPE>CHECKING</BANKACCTFROM>`,
    `<BANKTRANLIST><DTSTART>${ofxDay(statement.from)}<DTEND>${ofxDay(statement.to)}`,
    ...statement.lines.map(ofxLine),
    '</BANKTRANLIST>',
    `<LEDGERBAL><BALAMT>${ofxAmount(closingOf(statement))}<DTASOF>${ofxDay(statement.to)}</LEDGERBAL>`,
    '</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
    '',
  ].join('\r\n');
}
