import type { MadeStatement } from './statements.ts';

const french = (iso: string): string => iso.split('-').toReversed().join('/');
const compact = (iso: string): string => iso.slice(2).replaceAll('-', '');
const point = (cents: number): string => (Math.abs(cents) / 100).toFixed(2);
const comma = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');
const side = (cents: number, credit: string, debit: string): string => (cents < 0 ? debit : credit);
const iban = 'FR7620041010127654321B03319';

const closingOf = ({ openingCents, operations }: MadeStatement): number =>
  operations.reduce((sum, { cents }) => sum + cents, openingCents);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A statement as a CAMT 053 message. */
export function camtOf(statement: MadeStatement): string {
  const balance = (type: string, cents: number, on: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${point(cents)}</Amt>` +
    `<CdtDbtInd>${side(cents, 'CRDT', 'DBIT')}</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>',
    `<Acct><Id><IBAN>${iban}</IBAN></Id></Acct>`,
    balance('OPBD', statement.openingCents, statement.from),
    balance('CLBD', closingOf(statement), statement.to),
    ...statement.operations.map(
      ({ date, cents, label }) =>
        `<Ntry><Amt Ccy="EUR">${point(cents)}</Amt><CdtDbtInd>${side(cents, 'CRDT', 'DBIT')}</CdtDbtInd>` +
        `<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${date}</Dt></BookgDt><NtryDtls><TxDtls><RmtInf>` +
        `<Ustrd>${escaped(label)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
    ),
    '</Stmt></BkToCstmrStmt></Document>',
  ].join('\n');
}

/** The operations as a QIF file, the day first. */
export const qifOf = ({ operations }: MadeStatement): string =>
  [
    '!Type:Bank',
    ...operations.map(
      ({ date, cents, label }) => `D${french(date)}\nT${(cents / 100).toFixed(2)}\nP${label}\n^`,
    ),
    '',
  ].join('\n');

/** A statement as an MT940 message. */
export function mt940Of(statement: MadeStatement): string {
  const balance = (on: string, cents: number) =>
    `${side(cents, 'C', 'D')}${compact(on)}EUR${point(cents).replace('.', ',')}`;
  return [
    ':20:TEST',
    ':25:20041/7654321B033',
    ':28C:1/1',
    `:60F:${balance(statement.from, statement.openingCents)}`,
    ...statement.operations.map(
      ({ date, cents, label }) =>
        `:61:${compact(date)}${compact(date).slice(2)}${side(cents, 'C', 'D')}` +
        `${point(cents).replace('.', ',')}NTRFNONREF\n:86:${label}`,
    ),
    `:62F:${balance(statement.to, closingOf(statement))}`,
    '-',
  ].join('\n');
}

/** A statement as the CSV file of Crédit Mutuel: two columns, a running balance. */
export function csvOf({ openingCents, operations }: MadeStatement): string {
  let balance = openingCents;
  return [
    'Date;Date de valeur;Débit;Crédit;Libellé;Solde',
    ...operations.map(({ date, cents, label }) => {
      balance += cents;
      const amounts = cents < 0 ? `${comma(cents)};` : `;${comma(cents)}`;
      const quoted = `"${label.replaceAll('"', '""')}"`;
      return `${french(date)};${french(date)};${amounts};${quoted};${comma(balance)}`;
    }),
    '',
  ].join('\r\n');
}
