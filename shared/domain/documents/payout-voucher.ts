import type { Day } from '../dates.ts';
import type { Cents } from '../money.ts';
import type { VoucherAccountLine } from './voucher-accounts.ts';

/** The cooperative as papers name it. */
export interface PaperCoop {
  readonly name: string;
  readonly schoolName: string;
  readonly city: string;
  readonly number: string;
  readonly department: string;
  readonly departmentName: string;
}

/** One movement of a payout, as the voucher lists it. */
export interface VoucherLine {
  readonly kind: 'charge' | 'refund' | 'dispute' | 'adjustment';
  readonly paidOn: Day;
  readonly platformReference: string;
  readonly payerName: string;
  /** First name and initial. */
  readonly pupil: string;
  readonly className: string;
  readonly collectionTitle: string;
  readonly means: string;
  /** Signed: a refund is negative. */
  readonly grossCents: Cents;
  readonly feeCents: Cents;
  readonly netCents: Cents;
}

/** The one voucher of the one entry of a payout. Rules: PAYOUT-1 (docs/rules.md). */
export interface PayoutVoucher {
  readonly coop: PaperCoop;
  /** The platform, as people know it. */
  readonly provider: string;
  readonly payoutId: string;
  readonly bankReference: string;
  readonly arrivalOn: Day;
  readonly entryNumber: number;
  readonly entryDate: Day;
  readonly yearId: string;
  readonly lines: readonly VoucherLine[];
  /** The entry itself, line by line. */
  readonly entryLines: readonly VoucherAccountLine[];
  readonly grossCents: Cents;
  readonly refundedCents: Cents;
  readonly feeCents: Cents;
  readonly netCents: Cents;
  /** SHA-256 (hex) of the canonical lines. */
  readonly linesSha256: string;
  /** Sixteen characters that anybody who holds the paper may have verified. */
  readonly verificationCode: string;
  readonly generatedAt: string;
}

/** What a list of payments says it is: brought to the bank, put in the cash box, given back. */
export type SlipMeans = 'cheque' | 'cash' | 'transfer' | 'refund';

/** The payments of one entry, one by one: the voucher of that entry. */
export interface DepositSlip {
  readonly coop: PaperCoop;
  readonly means: SlipMeans;
  readonly slipNumber: string;
  /** One or several collectes, by their titles. */
  readonly collectionTitle: string;
  readonly depositedOn: Day;
  readonly entryNumber: number;
  readonly yearId: string;
  readonly lines: readonly {
    readonly paidOn: Day;
    readonly payerName: string;
    readonly pupil: string;
    readonly className: string;
    readonly chequeNumber: string;
    readonly amountCents: Cents;
  }[];
  readonly totalCents: Cents;
  readonly generatedAt: string;
}
