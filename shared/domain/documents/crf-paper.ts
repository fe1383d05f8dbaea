import type { Cents } from '../money.ts';
import type { CrfCoop } from '../reports/crf.ts';

/** One line of the CRF: its code, what it is, how much. */
export interface CrfPaperLine {
  readonly line: string;
  readonly label: string;
  readonly amountCents: Cents;
}

/** An operation of the books that the bank had not shown yet at the date of the statement. */
export interface UnmatchedOperation {
  readonly number: number;
  readonly entryDate: string;
  readonly label: string;
  readonly chequeNumber?: string | undefined;
  readonly amountCents: Cents;
}

/** The figures of a CRF, as they are frozen when it is filed. Rules: CRF-1 (docs/rules.md). */
interface CrfFigures {
  readonly yearId: string;
  readonly coop: CrfCoop;
  readonly expenses: readonly CrfPaperLine[];
  readonly totalExpensesCents: Cents;
  readonly incomes: readonly CrfPaperLine[];
  readonly totalIncomesCents: Cents;
  readonly resultCents: Cents;
  readonly balanceSheet: {
    readonly assets: readonly CrfPaperLine[];
    readonly totalAssetsCents: Cents;
    readonly liabilities: readonly CrfPaperLine[];
    readonly totalLiabilitiesCents: Cents;
  };
  readonly reconciliation: {
    readonly statementOn: string | null;
    readonly statementCents: Cents | null;
    readonly notYetDebited: readonly UnmatchedOperation[];
    readonly notYetCredited: readonly UnmatchedOperation[];
    readonly ledgerCents: Cents;
    readonly gapCents: Cents | null;
  };
  readonly cashCount: {
    readonly rows: readonly { readonly denominationCents: number; readonly count: number }[];
    readonly countedCents: Cents;
    readonly ledgerCents: Cents;
  };
  readonly subsidies: readonly {
    readonly payer: string;
    readonly amountCents: Cents;
    readonly purpose?: string | undefined;
  }[];
  readonly entryCount: number;
  readonly withoutVoucherCount: number;
}

/** What was checked before filing, and what was found, in French. Rules: CRF-2 (docs/rules.md). */
interface CrfPaperControl {
  readonly code: string;
  readonly level: 'ok' | 'warning' | 'blocking';
  readonly message: string;
}

/** A verifier of the accounts; `signedAt` once the quitus is signed by link. */
export interface CrfPaperQuitus {
  readonly verifierName: string;
  readonly quality: 'parent' | 'teacher';
  readonly signedAt?: string | undefined;
}

/** The CRF as it is printed: a project while the year is open, the report once filed. */
export interface CrfPaper extends CrfFigures {
  readonly status: 'draft' | 'submitted' | 'returned' | 'accepted';
  readonly controls: readonly CrfPaperControl[];
  readonly quitus: readonly CrfPaperQuitus[];
  readonly submittedAt?: string | undefined;
  readonly generatedAt: string;
}
