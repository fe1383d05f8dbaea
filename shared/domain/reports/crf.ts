import type { Chart } from '../ledger/chart.ts';
import { cashAccountNumber } from '../ledger/chart.ts';
import type { PostedEntry } from '../ledger/entry.ts';
import type { FiscalYear } from '../ledger/fiscal-year.ts';
import { cents, sumCents, type Cents } from '../money.ts';
import { balanceSheetOf, type BalanceSheet } from './balance-sheet.ts';
import { operatingStatementOf, type OperatingStatement } from './operating-statement.ts';
import type { YearEndReconciliation } from './year-end-reconciliation.ts';

/** Who the report is about, as its first lines say. */
export interface CrfCoop {
  readonly id: string;
  readonly name: string;
  readonly schoolName: string;
  readonly city: string;
  readonly number: string;
  readonly department: string;
  readonly departmentName: string;
  readonly mandateHolder: string;
  readonly pupilCount: number;
  readonly adultCount: number;
}

/** How many of each coin and note the cash box held. */
export interface CashCountRow {
  readonly denominationCents: number;
  readonly count: number;
}

/** A public subsidy as the law wants it traced: who paid, how much, what for. */
interface Subsidy {
  readonly payer: string;
  readonly amountCents: Cents;
  readonly purpose?: string | undefined;
}

/** The annual report of a cooperative, whole: what is shown, printed, signed and frozen. */
export interface CrfSnapshot extends OperatingStatement {
  readonly yearId: string;
  readonly coop: CrfCoop;
  readonly balanceSheet: BalanceSheet;
  readonly reconciliation: YearEndReconciliation;
  readonly cashCount: {
    readonly rows: readonly CashCountRow[];
    readonly countedCents: Cents;
    readonly ledgerCents: Cents;
  };
  readonly subsidies: readonly Subsidy[];
  readonly entryCount: number;
  readonly withoutVoucherCount: number;
}

/** What the report is made of: the balances of the year, and what only people know. */
export interface CrfFacts {
  readonly coop: CrfCoop;
  readonly chart: Chart;
  readonly year: Pick<FiscalYear, 'id' | 'balanceCents' | 'lastNumber'>;
  readonly reconciliation: YearEndReconciliation;
  readonly cashCount: readonly CashCountRow[];
  readonly subsidies: readonly Subsidy[];
  readonly withoutVoucherCount: number;
}

/**
 * The report of a year from its balances, kept by each posting: its cost does not grow with the
 * entries. Rules: CRF-1 (docs/rules.md).
 */
export function crfOf(facts: CrfFacts): CrfSnapshot {
  const { coop, chart, year, reconciliation, cashCount, subsidies, withoutVoucherCount } = facts;
  const statement = operatingStatementOf(year.balanceCents, chart);
  return {
    yearId: year.id,
    coop,
    ...statement,
    balanceSheet: balanceSheetOf(year.balanceCents, chart, statement.resultCents),
    reconciliation,
    cashCount: {
      rows: cashCount,
      countedCents: countedCents(cashCount),
      ledgerCents: cents(year.balanceCents[cashAccountNumber] ?? 0),
    },
    subsidies,
    entryCount: year.lastNumber,
    withoutVoucherCount,
  };
}

/** What the coins and notes are worth together. */
export const countedCents = (rows: readonly CashCountRow[]): Cents =>
  sumCents(rows.map(({ denominationCents, count }) => cents(denominationCents * count)));

/** How many expenses, not taken back since, have no voucher. Rules: VOUCHER-1 (docs/rules.md). */
export const withoutVoucherCount = (posted: readonly PostedEntry[]): number =>
  posted.filter(
    ({ kind, attachmentIds, reversedBy }) =>
      kind === 'expense' && attachmentIds.length === 0 && reversedBy === undefined,
  ).length;
