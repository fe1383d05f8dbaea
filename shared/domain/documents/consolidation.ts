import type { Cents } from '../money.ts';

/** The amounts that an association reads first, coop by coop. */
export interface ConsolidationTotals {
  readonly expensesCents: Cents;
  readonly incomesCents: Cents;
  readonly resultCents: Cents;
  readonly bankCents: Cents;
  readonly cashCents: Cents;
  /** The situation on 1 September: the report à nouveau. */
  readonly carriedForwardCents: Cents;
}

export interface ConsolidationLine {
  readonly kind: 'expense' | 'income';
  /** The code of the CRF line, as text: `607`. */
  readonly line: string;
  readonly label: string;
  readonly amountCents: Cents;
}

/** A cooperative in the consolidated accounts of its association, from its frozen CRF. */
export interface ConsolidationRow {
  readonly coop: {
    readonly number: string;
    readonly name: string;
    readonly schoolName: string;
    readonly city: string;
  };
  readonly yearId: string;
  readonly status: 'missing' | 'draft' | 'submitted' | 'returned' | 'accepted';
  readonly submittedAt?: string | undefined;
  /** Absent while nothing was filed: an empty cell, never a zero. */
  readonly totals?: ConsolidationTotals | undefined;
  readonly lines: readonly ConsolidationLine[];
}

/** A column of the CRF lines: every code that at least one cooperative used. */
export interface ConsolidationColumn {
  readonly kind: ConsolidationLine['kind'];
  readonly line: string;
  readonly label: string;
}

const columnKey = ({ kind, line }: ConsolidationColumn): string => `${kind}#${line}`;

/** The CRF lines in use, expenses first, each in the order of its code. */
export function columnsOf(rows: readonly ConsolidationRow[]): readonly ConsolidationColumn[] {
  const columns = new Map<string, ConsolidationColumn>();
  for (const { kind, line, label } of rows.flatMap((row) => row.lines))
    if (!columns.has(columnKey({ kind, line, label })))
      columns.set(columnKey({ kind, line, label }), { kind, line, label });
  return [...columns.values()].toSorted((one, other) =>
    columnKey(one) < columnKey(other) ? -1 : 1,
  );
}

/** The amount of a row in a column; undefined when nothing was filed, zero when the line is not used. */
export function amountIn(row: ConsolidationRow, column: ConsolidationColumn): number | undefined {
  if (!row.totals) return undefined;
  return row.lines
    .filter((line) => columnKey(line) === columnKey(column))
    .reduce((sum, line) => sum + line.amountCents, 0);
}
