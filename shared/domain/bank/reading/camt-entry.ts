import { isDay, type Day } from '../../dates.ts';
import { cents, maxCents, type Cents } from '../../money.ts';
import type { Operation, StatementLine } from '../statement.ts';
import { minorDigitsOf } from './cfonb-record.ts';
import { detailsText, labelText, rawText, referenceText } from './line-parts.ts';
import { operationOf } from './operation.ts';
import { childOf, childrenOf, textAt, type XmlNode } from './xml-tree.ts';

/** What an entry says: booked or only announced; null when its amount or its day is unreadable. */
export interface CamtEntry {
  readonly booked: boolean;
  readonly currency: string;
  readonly line: StatementLine;
}

/** An amount of ISO 20022, a decimal point, in the minor unit; the direction stands beside it. */
export function camtAmount(node: XmlNode | undefined, sign: string): Cents | null {
  const minorDigits = minorDigitsOf(node?.attributes['Ccy'] ?? 'EUR');
  const [, whole = '', decimals = ''] =
    /^(\d{1,15})(?:\.(\d{0,15}))?$/u.exec(node?.text.trim() ?? '') ?? [];
  if (whole === '' || /[1-9]/u.test(decimals.slice(minorDigits))) return null;
  const value = Number(whole + decimals.padEnd(minorDigits, '0').slice(0, minorDigits));
  if (!Number.isSafeInteger(value) || value > maxCents) return null;
  if (sign !== 'CRDT' && sign !== 'DBIT') return null;
  return cents(sign === 'DBIT' ? -value : value);
}

/** The day of a date choice, `Dt` or `DtTm`, as it is written: never shifted by a time zone. */
export function camtDay(node: XmlNode | undefined): Day | null {
  const written = (textAt(node, 'Dt') || textAt(node, 'DtTm')).slice(0, 10);
  return isDay(written) ? written : null;
}

/** An entry (`Ntry`), one line even when it is a batch of many transfers. */
export function camtEntry(entry: XmlNode, raw: string): CamtEntry | null {
  const amount = childOf(entry, 'Amt');
  const amountCents = camtAmount(amount, textAt(entry, 'CdtDbtInd'));
  const valueDate = camtDay(childOf(entry, 'ValDt')) ?? undefined;
  const date = camtDay(childOf(entry, 'BookgDt')) ?? valueDate;
  if (amountCents === null || date === undefined) return null;
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts');
  const [label = '', ...details] = textsOf(entry);
  const code = textAt(entry, 'BkTxCd', 'Prtry', 'Cd');
  return {
    booked: status === '' || status === 'BOOK',
    currency: amount?.attributes['Ccy'] ?? '',
    line: {
      date,
      valueDate,
      amountCents,
      label,
      details: detailsText(details),
      reference: referenceOf(entry),
      operation: operationOf({
        code: /^(?:\d{2}|[A-C]\d)$/u.test(code) ? code : undefined,
        hint: operationOfFamily[textAt(entry, 'BkTxCd', 'Domn', 'Fmly', 'Cd')],
        label,
        details: detailsText(details),
        amountCents,
      }),
      raw: rawText(raw),
    },
  };
}

/** The families of ISO 20022 that tell what a line is. */
const operationOfFamily: Readonly<Record<string, Operation>> = {
  RCDT: 'transferIn',
  RRCT: 'transferIn',
  ICDT: 'transferOut',
  IRCT: 'transferOut',
  RDDT: 'directDebit',
  CCRD: 'card',
  ICHQ: 'cheque',
  RCHQ: 'chequeDeposit',
};

const transactionsOf = (entry: XmlNode): readonly XmlNode[] =>
  [entry, ...childrenOf(entry, 'NtryDtls')].flatMap((node) => childrenOf(node, 'TxDtls'));

/**
 * The label, then what goes with it: what the payer wrote, what the bank adds, whoever is named. A
 * batch speaks of many payers: the bank's own words come first.
 */
function textsOf(entry: XmlNode): readonly string[] {
  const transactions = transactionsOf(entry);
  const remittances = transactions.map((transaction) =>
    childrenOf(childOf(transaction, 'RmtInf'), 'Ustrd')
      .map(({ text }) => text)
      .join(' '),
  );
  const added = [textAt(entry, 'AddtlNtryInf')];
  const named = transactions.flatMap((transaction) => [
    ...partiesOf(transaction),
    textAt(transaction, 'AddtlTxInf'),
  ]);
  const texts = transactions.length > 1 ? [...added, ...remittances] : [...remittances, ...added];
  return [...texts, ...named].slice(0, 40).map(labelText).filter(Boolean);
}

const partiesOf = (transaction: XmlNode): readonly string[] =>
  ['Dbtr', 'Cdtr', 'UltmtDbtr', 'UltmtCdtr'].flatMap((role) => {
    const party = childOf(transaction, 'RltdPties', role);
    return [textAt(party, 'Nm'), textAt(party, 'Pty', 'Nm')];
  });

/** The bank's own reference, else the payer's, else the number of the entry. */
function referenceOf(entry: XmlNode): string | undefined {
  const endToEnds = transactionsOf(entry)
    .map((transaction) => textAt(transaction, 'Refs', 'EndToEndId'))
    .filter((reference) => reference !== '' && reference !== 'NOTPROVIDED');
  return referenceText(textAt(entry, 'AcctSvcrRef') || endToEnds[0] || textAt(entry, 'NtryRef'));
}
