import { daysBetween } from '../dates.ts';
import { cashAccountNumber } from '../ledger/chart.ts';
import { movementCents, type PaymentMeans } from '../ledger/entry.ts';
import type { BankEntry } from './bank-entry.ts';
import type { KeptLine, Operation } from './statement.ts';

/** How the bank shows an entry: on which kinds of lines, and how many days before or after it. */
interface Movement {
  readonly operations: readonly Operation[];
  /** The date of the line less that of the entry, in days, bounds included. */
  readonly daysMin: number;
  readonly daysMax: number;
}

const movement = (
  daysMin: number,
  daysMax: number,
  operations: readonly Operation[],
): Movement => ({ operations: [...operations, 'other'], daysMin, daysMax });

const payout = movement(-2, 12, ['payout', 'transferIn']);
const deposit = movement(-2, 20, ['chequeDeposit', 'cashDeposit']);
const chequesIn = movement(-2, 20, ['chequeDeposit']);
const chequeOut = movement(-2, 120, ['cheque']);
const transferIn = movement(-21, 35, ['transferIn', 'payout', 'returned']);
const transferOut = movement(-3, 15, ['transferOut', 'fee', 'returned']);
const cashIn = movement(-2, 25, ['cashDeposit']);
const cashOut = movement(-2, 25, ['card', 'cheque', 'transferOut']);
const cardOut = movement(-2, 10, ['card', 'fee']);
const cardIn = movement(-2, 10, ['card', 'payout', 'transferIn']);
const directDebit = movement(-15, 25, ['directDebit', 'fee', 'returned']);
const anyIn = movement(-21, 35, ['transferIn', 'payout', 'chequeDeposit', 'cashDeposit']);
const anyOut = movement(-15, 25, [
  'transferOut',
  'directDebit',
  'card',
  'cheque',
  'fee',
  'returned',
]);

/** By the means of payment: money in, then money out. */
const movementOfMeans: Readonly<Record<PaymentMeans, readonly [Movement, Movement]>> = {
  platform: [payout, anyOut],
  cheque: [chequesIn, chequeOut],
  transfer: [transferIn, transferOut],
  cash: [cashIn, cashOut],
  card: [cardIn, cardOut],
  directDebit: [anyIn, directDebit],
};

/** What to look for on the bank, by the kind of the entry, its means and its way. */
function movementOf({ entry, amountCents }: BankEntry): Movement {
  if (entry.kind === 'payout') return payout;
  if (entry.kind === 'deposit') return deposit;
  const usesCash = movementCents(entry.lines, cashAccountNumber) !== 0;
  const { paymentMeans } = entry;
  const [goingIn, goingOut] = usesCash
    ? movementOfMeans.cash
    : paymentMeans
      ? movementOfMeans[paymentMeans]
      : ([anyIn, anyOut] as const);
  return amountCents > 0 ? goingIn : goingOut;
}

/** How many days the line comes after the entry; negative when it comes before. */
export const lagOf = ({ entry }: BankEntry, line: KeptLine): number =>
  daysBetween(entry.entryDate, line.date);

/** Whether the line is of a kind and of a day where the entry may appear. */
export function fits(candidate: BankEntry, line: KeptLine): boolean {
  const { operations, daysMin, daysMax } = movementOf(candidate);
  const lag = lagOf(candidate, line);
  return operations.includes(line.operation) && lag >= daysMin && lag <= daysMax;
}
