/** One operation of a made-up statement. */
export interface Operation {
  readonly date: string;
  readonly cents: number;
  readonly label: string;
  readonly code?: string;
  readonly number?: string;
  readonly reference?: string;
}

const digits = '{ABCDEFGHI';
const negativeDigits = '}JKLMNOPQR';

/** `1234` as CFONB 120 writes it: fourteen characters, the sign in the last one. */
function cfonbCents(cents: number): string {
  const text = String(Math.abs(cents)).padStart(14, '0');
  const last = Number(text.slice(-1));
  return text.slice(0, -1) + ((cents < 0 ? negativeDigits : digits)[last] ?? '');
}

const cfonbDate = (iso: string): string => iso.slice(8) + iso.slice(5, 7) + iso.slice(2, 4);

/** Places texts at their columns, counted from 1, in a record of 120 characters. */
function recordOf(parts: readonly (readonly [number, string])[]): string {
  let record = ' '.repeat(120);
  for (const [at, text] of parts)
    record = record.slice(0, at - 1) + text + record.slice(at - 1 + text.length);
  return record;
}

export interface MadeStatement {
  readonly account?: readonly [string, string, string];
  readonly currency?: string;
  readonly from: string;
  readonly to: string;
  readonly openingCents: number;
  /** The sum when absent. */
  readonly closingCents?: number;
  readonly operations: readonly Operation[];
}

/** A cheque deposit, a cheque and a fee, on the account of the tests. */
export const march: MadeStatement = {
  from: '2026-03-01',
  to: '2026-03-15',
  openingCents: 100_000,
  operations: [
    { date: '2026-03-02', cents: 28_650, label: 'REMISE CHEQUES', code: '02', number: '123' },
    { date: '2026-03-12', cents: -4_520, label: 'CHEQUE 6557005', code: '01', number: '6557005' },
    { date: '2026-03-14', cents: -600, label: 'FRAIS DE TENUE DE COMPTE', code: '62' },
  ],
};

const ourAccount = ['20041', '01012', '7654321B033'] as const;

/** A statement as a CFONB 120 file, one record a line. */
export function cfonbOf(statement: MadeStatement): string {
  const { operations, openingCents, currency = 'EUR' } = statement;
  const [bank, branch, account] = statement.account ?? ourAccount;
  const closing =
    statement.closingCents ?? operations.reduce((sum, { cents }) => sum + cents, openingCents);
  const head = (code: string): readonly (readonly [number, string])[] => [
    [1, code],
    [3, bank],
    [12, branch],
    [17, currency],
    [20, '2'],
    [22, account],
  ];
  const balance = (code: string, on: string, cents: number) =>
    recordOf([...head(code), [35, cfonbDate(on)], [91, cfonbCents(cents)]]);
  return [
    balance('01', statement.from, openingCents),
    ...operations.map(({ date, cents, label, code = '05', number = '', reference = '' }) =>
      recordOf([
        ...head('04'),
        [33, code],
        [35, cfonbDate(date)],
        [43, cfonbDate(date)],
        [49, label.slice(0, 31)],
        [82, number.padStart(7, '0')],
        [91, cfonbCents(cents)],
        [105, reference.slice(0, 16)],
      ]),
    ),
    balance('07', statement.to, closing),
  ].join('\n');
}

/** The same as an OFX 1.0 file of leaves without end tags; FITID is a counter of the file. */
export function ofxOf(statement: MadeStatement): string {
  const { operations, openingCents, currency = 'EUR', from, to } = statement;
  const [bank, branch, account] = statement.account ?? ourAccount;
  const closing =
    statement.closingCents ?? operations.reduce((sum, { cents }) => sum + cents, openingCents);
  const compact = (iso: string): string => iso.replaceAll('-', '');
  const euros = (cents: number): string => (cents / 100).toFixed(2);
  return [
    'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n',
    `<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>${currency}`,
    `<BANKACCTFROM><BANKID>${bank}<BRANCHID>${branch}<ACCTID>${account}</BANKACCTFROM>`,
    `<BANKTRANLIST><DTSTART>${compact(from)}<DTEND>${compact(to)}`,
    ...operations.map(
      ({ date, cents, label, number }, index) =>
        `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${compact(date)}<TRNAMT>${euros(cents)}` +
        `<FITID>id_mvt${index + 1}${number === undefined ? '' : `<CHECKNUM>${number}`}<NAME>${label}</STMTTRN>`,
    ),
    `</BANKTRANLIST><LEDGERBAL><BALAMT>${euros(closing)}<DTASOF>${compact(to)}</LEDGERBAL>`,
    '</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
  ].join('\n');
}
