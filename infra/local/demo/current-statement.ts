import { addDays, type Day } from '#shared/domain/dates.ts';
import { cents, sumCents } from '#shared/domain/money.ts';
import type { StatementLine } from '#shared/domain/bank/statement.ts';
import { bankDay } from './chance.ts';
import { heldCents, type Books } from './books.ts';
import { mainCoopId } from './coops.ts';
import type { StatementToWrite } from './statement-files.ts';
import { toldLines } from './told-bank.ts';

/**
 * What the bank shows from 1 September to some days ago: the cheques of last year that were still
 * out, the operations of this year that have come through, and a fee the books do not have.
 */
export function currentStatement({
  accountRef,
  past,
  current,
  today,
}: {
  readonly accountRef: string;
  readonly past: Books;
  readonly current: Books;
  readonly today: Day;
}): StatementToWrite {
  const { startOn } = current.year;
  const to = addDays(today, -4);
  const all = [...toldLines(past, mainCoopId), ...toldLines(current, mainCoopId)].map(
    ({ line }) => line,
  );
  const before = toldLines(past, mainCoopId)
    .map(({ line }) => line)
    .filter(({ date }) => date >= startOn);
  const fee: StatementLine = {
    date: bankDay(addDays(startOn, 29)),
    amountCents: cents(-450),
    label: 'FRAIS REMISE ESPECES',
    operation: 'fee',
  };
  const lines = [...all.filter(({ date }) => date >= startOn), fee]
    .filter(({ date }) => date <= to)
    .toSorted((one, other) => one.date.localeCompare(other.date));
  const openingCents = sumCents([
    heldCents(past, '512'),
    ...before.map(({ amountCents }) => cents(-amountCents)),
  ]);
  return { accountRef, from: startOn, to, openingCents, lines };
}
