import { addDays } from '#shared/domain/dates.ts';
import { movementCents, type PostedEntry } from '#shared/domain/ledger/entry.ts';
import type { StatementLine } from '#shared/domain/bank/statement.ts';
import { bankDay, chanceOf } from './chance.ts';

/** How long the bank takes, in days, for each way of paying. */
const lags: Readonly<Record<string, readonly [number, number]>> = {
  cheque: [4, 12],
  deposit: [1, 3],
  card: [1, 2],
  transfer: [0, 1],
  cash: [0, 1],
};

const capitals = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', ' ').toUpperCase();

function wordsOf(entry: PostedEntry): Pick<StatementLine, 'label' | 'operation' | 'number'> {
  const { kind, paymentMeans, chequeNumber, reference } = entry;
  const who = capitals(entry.counterparty ?? '');
  if (kind === 'transfer') return { label: 'VERSEMENT ESPECES', operation: 'cashDeposit' };
  if (kind === 'deposit')
    return {
      label: `REMISE CHEQUES N ${reference}`,
      operation: 'chequeDeposit',
      ...(reference !== undefined && { number: reference }),
    };
  if (kind === 'income') return { label: `VIR SEPA ${who}`, operation: 'transferIn' };
  if (chequeNumber !== undefined)
    return { label: `CHEQUE ${chequeNumber}`, operation: 'cheque', number: chequeNumber };
  if (paymentMeans === 'card') return { label: `CB ${who}`, operation: 'card' };
  if (paymentMeans === 'directDebit') return { label: 'FRAIS TENUE DE COMPTE', operation: 'fee' };
  return { label: `VIR SEPA ${who}`, operation: 'transferOut' };
}

/** The line by which the bank shows an entry, some days later; none when the bank is not in it. */
export function bankLineOf(entry: PostedEntry): StatementLine | undefined {
  const amountCents = movementCents(entry.lines, '512');
  if (amountCents === 0 || entry.kind === 'opening') return undefined;
  const { label, ...rest } = wordsOf(entry);
  const withdrawal = entry.kind === 'transfer' && amountCents < 0;
  const [least, most] = lags[entry.kind === 'deposit' ? 'deposit' : (entry.paymentMeans ?? '')] ?? [
    0, 0,
  ];
  const lag = least + Math.floor(chanceOf(entry.id).next() * (most - least + 1));
  return {
    ...rest,
    date: bankDay(addDays(entry.entryDate, lag)),
    amountCents,
    label: (withdrawal ? 'RETRAIT ESPECES GUICHET' : label).slice(0, 31).trim(),
    ...(withdrawal && { operation: 'card' as const }),
  };
}
