import {
  bankAccountNumber,
  cashAccountNumber,
  openingAccountNumber,
  postalAccountNumber,
} from '../ledger/chart.ts';
import type { ConsolidationLine, ConsolidationRow } from '../documents/consolidation.ts';
import { sumCents, type Cents } from '../money.ts';
import type { FollowedCoop } from './follow-up.ts';

interface Row {
  readonly line: string;
  readonly label: string;
  readonly amountCents: Cents;
}

/** What consolidation takes from a frozen CRF. Rules: CRF-3 (docs/rules.md). */
export interface FrozenCrf {
  readonly submittedAt: string;
  readonly snapshot: {
    readonly coop: { readonly schoolName: string };
    readonly expenses: readonly Row[];
    readonly totalExpensesCents: Cents;
    readonly incomes: readonly Row[];
    readonly totalIncomesCents: Cents;
    readonly resultCents: Cents;
    readonly balanceSheet: {
      readonly assets: readonly Row[];
      readonly liabilities: readonly Row[];
    };
  };
}

/**
 * A cooperative in the consolidated accounts: the amounts of its frozen CRF, or none at all while
 * nothing valid is filed; a returned CRF counts no more.
 */
export function consolidationRowOf(
  yearId: string,
  coop: Pick<FollowedCoop, 'number' | 'name' | 'city' | 'crfStatus'>,
  frozen?: FrozenCrf,
): ConsolidationRow {
  const { number, name, city, crfStatus } = coop;
  const common = {
    coop: { number, name, city, schoolName: frozen?.snapshot.coop.schoolName ?? '' },
    yearId,
    status: crfStatus === 'none' ? ('missing' as const) : crfStatus,
  };
  if (!frozen || crfStatus === 'returned') return { ...common, lines: [] };
  const { snapshot, submittedAt } = frozen;
  const { assets, liabilities } = snapshot.balanceSheet;
  return {
    ...common,
    submittedAt,
    totals: {
      expensesCents: snapshot.totalExpensesCents,
      incomesCents: snapshot.totalIncomesCents,
      resultCents: snapshot.resultCents,
      bankCents: amountOn(assets, [bankAccountNumber, postalAccountNumber]),
      cashCents: amountOn(assets, [cashAccountNumber]),
      carriedForwardCents: amountOn(liabilities, [openingAccountNumber]),
    },
    lines: [
      ...snapshot.expenses.map((row): ConsolidationLine => ({ kind: 'expense', ...row })),
      ...snapshot.incomes.map((row): ConsolidationLine => ({ kind: 'income', ...row })),
    ],
  };
}

const amountOn = (rows: readonly Row[], lines: readonly string[]): Cents =>
  sumCents(rows.filter(({ line }) => lines.includes(line)).map(({ amountCents }) => amountCents));
