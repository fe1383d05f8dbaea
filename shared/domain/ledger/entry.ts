import type { Day } from '../dates.ts';
import { cents, sumCents, type Cents } from '../money.ts';

export type Side = 'debit' | 'credit';

/** One line of an entry: a positive amount on one side of one account. */
export interface EntryLine {
  readonly accountNumber: string;
  readonly side: Side;
  readonly amountCents: Cents;
  readonly projectId?: string | undefined;
}

export const entryKinds = [
  'expense',
  'income',
  'transfer',
  'deposit',
  'payout',
  'refund',
  'returned',
  'carry',
  'opening',
  'reversal',
] as const;
export type EntryKind = (typeof entryKinds)[number];

export const paymentMeans = [
  'card',
  'cheque',
  'transfer',
  'directDebit',
  'cash',
  'platform',
] as const;
export type PaymentMeans = (typeof paymentMeans)[number];

/** The facts of an entry. Nothing here changes once it is posted. */
export interface EntryContent {
  readonly id: string;
  readonly kind: EntryKind;
  readonly entryDate: Day;
  readonly label: string;
  readonly counterparty?: string | undefined;
  readonly paymentMeans?: PaymentMeans | undefined;
  readonly chequeNumber?: string | undefined;
  /** The reference of a payout or of a deposit slip, as the bank may repeat it. */
  readonly reference?: string | undefined;
  readonly attachmentIds: readonly string[];
  /** Why there is no voucher, when there is none. */
  readonly noVoucherReason?: string | undefined;
  /** SHA-256 (hex) of the voucher that the system produced for this entry. */
  readonly voucherSha256?: string | undefined;
  readonly collectionId?: string | undefined;
  /** The entry this one reverses, or the one it puts right. */
  readonly reverses?: string | undefined;
  readonly corrects?: string | undefined;
  readonly lines: readonly EntryLine[];
}

/** An entry that can still change: it has no number and moves no balance. */
export interface DraftEntry extends EntryContent {
  readonly status: 'draft';
  readonly version: number;
  readonly savedAt: string;
  readonly savedBy: string;
}

/** An entry in the books. Rules: LEDGER-1, LEDGER-2 (docs/rules.md). */
export interface PostedEntry extends EntryContent {
  readonly status: 'posted';
  readonly fiscalYearId: string;
  readonly number: number;
  readonly postedAt: string;
  readonly postedBy: string;
  /** Random text that hides the label in the seal, so that it can be erased one day. */
  readonly salt: string;
  /** SHA-256 over the seal before it and the facts of this entry. */
  readonly seal: string;
  /** Added later, beside the facts: the entry that reversed it, the bank lines that met it. */
  readonly reversedBy?: string | undefined;
  readonly bankMatchId?: string | undefined;
  /** The line of the postal account, for a transfer between it and the bank: that one has two. */
  readonly postalMatchId?: string | undefined;
}

export type Entry = DraftEntry | PostedEntry;

/** The sum of one side. */
export const totalCents = (lines: readonly EntryLine[], side: Side): Cents =>
  sumCents(lines.filter((line) => line.side === side).map((line) => line.amountCents));

/** Debit minus credit that the lines bring to an account. */
export const movementCents = (lines: readonly EntryLine[], accountNumber: string): Cents =>
  sumCents(
    lines
      .filter((line) => line.accountNumber === accountNumber)
      .map((line) => (line.side === 'debit' ? line.amountCents : cents(-line.amountCents))),
  );

/** The same amounts on the other side, in the same order. */
export const reverseLines = (lines: readonly EntryLine[]): readonly EntryLine[] =>
  lines.map((line) => ({ ...line, side: line.side === 'debit' ? 'credit' : 'debit' }));
