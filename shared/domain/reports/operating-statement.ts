import type { Chart } from '../ledger/chart.ts';
import type { PostedEntry } from '../ledger/entry.ts';
import type { FiscalYear } from '../ledger/fiscal-year.ts';
import { cents, negateCents, sumCents, zeroCents, type Cents } from '../money.ts';
import { accountNumbersOf, crfLines, type CrfLine } from './crf-lines.ts';

/** Debit minus credit of each account. */
export type Balances = FiscalYear['balanceCents'];

/** A printed line: its code, its label, its amount. */
export interface CrfRow {
  readonly line: string;
  readonly label: string;
  readonly amountCents: Cents;
}

/** What came in and went out in the year. A surplus is positive, a deficit negative. */
export interface OperatingStatement {
  readonly expenses: readonly CrfRow[];
  readonly totalExpensesCents: Cents;
  readonly incomes: readonly CrfRow[];
  readonly totalIncomesCents: Cents;
  readonly resultCents: Cents;
}

/** The operating statement that balances give: every line, those at zero too. */
export function operatingStatementOf(balances: Balances, chart: Chart): OperatingStatement {
  const rowsOf = (section: CrfLine['section']): readonly CrfRow[] =>
    crfLines
      .filter((line) => line.section === section)
      .map((line) => ({
        line: line.line,
        label: line.label,
        amountCents: amountOf(balances, accountNumbersOf(chart, line), section),
      }));
  const expenses = rowsOf('expenses');
  const incomes = rowsOf('incomes');
  const totalExpensesCents = totalOf(expenses);
  const totalIncomesCents = totalOf(incomes);
  return {
    expenses,
    totalExpensesCents,
    incomes,
    totalIncomesCents,
    resultCents: cents(totalIncomesCents - totalExpensesCents),
  };
}

function amountOf(
  balances: Balances,
  accountNumbers: readonly string[],
  section: CrfLine['section'],
): Cents {
  const debitCents = sumCents(accountNumbers.map((number) => balances[number] ?? zeroCents));
  return section === 'expenses' ? debitCents : negateCents(debitCents);
}

/** The sum of printed lines. */
export const totalOf = (rows: readonly CrfRow[]): Cents =>
  sumCents(rows.map(({ amountCents }) => amountCents));

/** The balances counted again from the entries alone: what proves those that the year keeps. */
export function refoldBalances(entries: readonly PostedEntry[]): Balances {
  const totals = new Map<string, number>();
  for (const { lines } of entries)
    for (const { accountNumber, side, amountCents } of lines) {
      const moved = side === 'debit' ? amountCents : -amountCents;
      totals.set(accountNumber, (totals.get(accountNumber) ?? 0) + moved);
    }
  return Object.fromEntries([...totals].map(([number, total]) => [number, cents(total)]));
}

/** The operating statement counted again from the entries alone. */
export const refoldCrf = (entries: readonly PostedEntry[], chart: Chart): OperatingStatement =>
  operatingStatementOf(refoldBalances(entries), chart);
