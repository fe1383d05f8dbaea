import type { Day } from '../dates.ts';
import { isExpiredCheque } from '../bank/register/cheque-validity.ts';
import { beforeBooksYearId } from '../bank/register/opening-items.ts';
import type { BankEntry } from '../bank/bank-entry.ts';
import type { KeptLine } from '../bank/statement.ts';
import type { Reconciliation } from '../bank/reconciliation.ts';
import type { Cents } from '../money.ts';
import type { PaperCoop } from './payout-voucher.ts';

/** One operation that stands between the bank and the books. */
export interface ReconciledLine {
  readonly on: Day;
  /** Of its entry; absent for what the books do not have, or had before they began. */
  readonly entryNumber?: number | undefined;
  readonly label: string;
  /** Of the cheque or of the slip. */
  readonly number: string;
  /** Signed, as it moves the account. */
  readonly amountCents: Cents;
  /** A cheque that the bank may refuse. Rules: CHEQUE-1. */
  readonly isExpired: boolean;
}

/** The state of reconciliation of an account on a day, ready to be printed. Rules: BANK-1. */
export interface ReconciliationPaper {
  readonly coop: PaperCoop;
  readonly account: {
    readonly label: string;
    readonly bankName: string;
    readonly maskedRef: string;
    readonly accountNumber: string;
    readonly holder: string;
  };
  readonly on: Day;
  readonly statementOn: Day | null;
  readonly statementCents: Cents | null;
  readonly notYetDebited: readonly ReconciledLine[];
  readonly notYetCredited: readonly ReconciledLine[];
  readonly notInBooks: readonly ReconciledLine[];
  /** Lines of the bank that are no operation of the cooperative (signed). */
  readonly setApartCents: Cents;
  readonly ledgerCents: Cents;
  readonly gapCents: Cents | null;
  readonly signatories: readonly string[];
  readonly generatedAt: string;
}

/** The lists of the paper, oldest first. */
export const reconciledLines = (
  { notYetDebited, notYetCredited, notInBooks }: Reconciliation,
  on: Day,
): Pick<ReconciliationPaper, 'notYetDebited' | 'notYetCredited' | 'notInBooks'> => ({
  notYetDebited: inOrder(notYetDebited.map((waiting) => waitingLine(waiting, on))),
  notYetCredited: inOrder(notYetCredited.map((waiting) => waitingLine(waiting, on))),
  notInBooks: inOrder(notInBooks.map(bankLine)),
});

const inOrder = (lines: readonly ReconciledLine[]): readonly ReconciledLine[] =>
  lines.toSorted((one, other) => one.on.localeCompare(other.on));

function waitingLine({ entry, amountCents }: BankEntry, on: Day): ReconciledLine {
  const { entryDate, label, counterparty, chequeNumber, reference, paymentMeans } = entry;
  const isOwnCheque = paymentMeans === 'cheque' && amountCents < 0;
  return {
    on: entryDate,
    ...(entry.fiscalYearId !== beforeBooksYearId && { entryNumber: entry.number }),
    label: counterparty === undefined ? label : `${counterparty} · ${label}`,
    number: chequeNumber ?? reference ?? '',
    amountCents,
    isExpired: isOwnCheque && isExpiredCheque(entryDate, on),
  };
}

const bankLine = ({ date, label, number, amountCents }: KeptLine): ReconciledLine => ({
  on: date,
  label,
  number: number ?? '',
  amountCents,
  isExpired: false,
});
