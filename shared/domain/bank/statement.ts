import type { Day } from '../dates.ts';
import type { Cents } from '../money.ts';

/** What a line of the bank is, as far as its code or its label tells. */
export const operations = [
  'payout',
  'chequeDeposit',
  'cashDeposit',
  'cheque',
  'transferIn',
  'transferOut',
  'directDebit',
  'card',
  'fee',
  'returned',
  'other',
] as const;
export type Operation = (typeof operations)[number];

/** One booked operation of the bank. Money in is positive. */
export interface StatementLine {
  readonly date: Day;
  readonly valueDate?: Day | undefined;
  readonly amountCents: Cents;
  readonly label: string;
  /** What else the bank says: who pays, why; in one line. */
  readonly details?: string | undefined;
  /** What the bank wrote beside the label; never proof that two lines are the same operation. */
  readonly reference?: string | undefined;
  /** The number of a cheque or of a deposit slip. */
  readonly number?: string | undefined;
  readonly operation: Operation;
  /** What the file says of it, as written: proof for whoever doubts what was read. */
  readonly raw?: string | undefined;
}

/** A statement as a file gives it. Null means that the file does not say. */
export interface Statement {
  /** CFONB `bank-branch-account`, OFX `bank/branch/account`, as written; empty when not told. */
  readonly account: string;
  readonly currency: string | null;
  /** A card statement is kept apart from the account it is paid from. */
  readonly kind: 'bank' | 'card';
  /** What the file calls it, where that says more: `camt.053`, the section of QIF. */
  readonly section?: string | undefined;
  readonly openingCents: Cents | null;
  readonly closingCents: Cents | null;
  /** The day of the closing balance: some banks give today's balance with an older period. */
  readonly closingOn: Day | null;
  /** The first and the last day that the file speaks of. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Decimals of the currency when they are not two: 0 for the Pacific franc. */
  readonly minorDigits?: number | undefined;
  /** Debits were written as positive amounts; here they are negative again. */
  readonly signFlipped?: boolean | undefined;
  readonly lines: readonly StatementLine[];
  /** What the bank announces and has not booked: shown, never imported. */
  readonly pendingLines?: readonly StatementLine[] | undefined;
}

/** Why a file cannot be read as statements. */
export type StatementRejection =
  | 'statement_too_large'
  | 'statement_empty'
  | 'statement_format_unknown'
  | 'statement_truncated'
  | 'statement_unreadable'
  | 'statement_currency'
  | 'statement_pdf'
  | 'statement_xml_unsafe'
  | 'statement_archive_unsafe'
  | 'statement_archive_locked'
  | 'statement_needs_date_order'
  | 'statement_needs_columns';

/** The most operations that are read from one file, whatever its format. */
export const fileLinesMax = 400_000;

/** The most operations that one import keeps: some forty years of a cooperative. */
export const importLinesMax = 20_000;

/** What people say of a line that met nothing: to be explained, set apart, or one like any other. */
export const lineMarks = ['toExplain', 'apart', 'ordinary'] as const;
export type LineMark = (typeof lineMarks)[number];

/** A line once it is kept, with its place and the match that met it. */
export interface KeptLine extends StatementLine {
  readonly id: string;
  readonly matchId?: string | undefined;
  readonly mark?: LineMark | undefined;
  /** What is still to be found out about it. */
  readonly note?: string | undefined;
}

/** What is kept of an imported statement, beside its lines. */
export interface KeptStatement {
  readonly id: string;
  readonly openingCents: Cents | null;
  readonly closingCents: Cents | null;
  readonly closingOn: Day | null;
  readonly from: Day;
  readonly to: Day;
}
