import type { Day } from '../../dates.ts';
import { cashAccountNumber } from '../../ledger/chart.ts';
import { movementCents, type PostedEntry } from '../../ledger/entry.ts';
import { contains } from '../../ledger/fiscal-year.ts';
import type { Operation, StatementLine } from '../statement.ts';

/** What an account did in a school year. */
export interface BankActivity {
  readonly chequesIssued: number;
  readonly chequesDeposited: number;
  readonly depositSlips: number;
  readonly cashDeposits: number;
  /** All that the bank shows, or the books when they know more. */
  readonly operations: number;
}

/** What the books and the bank say of an account. */
export interface AccountBooks {
  readonly accountNumber: string;
  readonly year: { readonly startOn: Day; readonly endOn: Day };
  readonly entries: readonly PostedEntry[];
  readonly lines: readonly Pick<StatementLine, 'date' | 'operation'>[];
  /** The payments of families that entries carry: a slip is one entry for many cheques. */
  readonly payments: readonly {
    readonly means: string;
    readonly entryId?: string | undefined;
  }[];
}

/**
 * The operations that a bank bills. The books may be late on the bank or the bank on the books: of
 * the two counts the larger one is kept, so that nothing counts twice.
 */
export function activityOf({ accountNumber, ...books }: AccountBooks): BankActivity {
  const lines = books.lines.filter(({ date }) => contains(books.year, date));
  const standing = books.entries
    .filter(({ entryDate }) => contains(books.year, entryDate))
    .filter(({ kind, reversedBy, reverses }) => {
      const isCancelled = reversedBy !== undefined || reverses !== undefined;
      return kind !== 'opening' && !isCancelled;
    })
    .filter((entry) => movementCents(entry.lines, accountNumber) !== 0);
  const isIn = ({ lines: own }: PostedEntry): boolean => movementCents(own, accountNumber) > 0;
  const byCheque = standing.filter(({ paymentMeans }) => paymentMeans === 'cheque');
  const chequesIn = byCheque.filter(isIn);
  const fromCash = standing.filter(
    (entry) =>
      entry.kind === 'transfer' && isIn(entry) && movementCents(entry.lines, cashAccountNumber) < 0,
  );
  const shown = (operation: Operation): number =>
    lines.filter((line) => line.operation === operation).length;
  return {
    chequesIssued: Math.max(byCheque.length - chequesIn.length, shown('cheque')),
    chequesDeposited: chequesIn.reduce((sum, entry) => sum + chequesOf(entry, books.payments), 0),
    depositSlips: Math.max(chequesIn.length, shown('chequeDeposit')),
    cashDeposits: Math.max(fromCash.length, shown('cashDeposit')),
    operations: Math.max(standing.length, lines.length),
  };
}

/** How many cheques an entry took to the bank: those of its slip, else the one that it is. */
const chequesOf = ({ id }: PostedEntry, payments: AccountBooks['payments']): number =>
  Math.max(1, payments.filter(({ means, entryId }) => means === 'cheque' && entryId === id).length);
