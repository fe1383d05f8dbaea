import type { Cents } from '../money.ts';
import { day, type Day } from '../dates.ts';

/** The year of a school cooperative, 1 September to 31 August. Rules: YEAR-1 (docs/rules.md). */
export interface FiscalYear {
  /** The calendar year it starts in: `2025` for 2025-2026. */
  readonly id: string;
  readonly startOn: Day;
  readonly endOn: Day;
  readonly status: 'open' | 'closed';
  /** Its opening entry is still to be posted: nothing a platform brings goes before it. */
  readonly isOpening?: boolean | undefined;
  /** The last number given to a posted entry; 0 before the first. */
  readonly lastNumber: number;
  /** The seal of the last posted entry; empty before the first. */
  readonly headSeal: string;
  /** Debit minus credit of every account that moved, kept with each posting. */
  readonly balanceCents: Readonly<Record<string, Cents>>;
  readonly lastPostedAt: string;
}

const firstMonth = 9;

/** The id of the fiscal year that holds the day. */
export function fiscalYearIdOf(date: Day): string {
  const [year, month] = date.split('-').map(Number);
  return String((month ?? 0) >= firstMonth ? year : (year ?? 0) - 1);
}

/** A year before its first entry. */
export const newFiscalYear = (id: string): FiscalYear => ({
  id,
  startOn: day(`${id}-09-01`),
  endOn: day(`${Number(id) + 1}-08-31`),
  status: 'open',
  lastNumber: 0,
  headSeal: '',
  balanceCents: {},
  lastPostedAt: '',
});

/** Whether the day is in the year, its first and last day included. */
export const contains = (year: Pick<FiscalYear, 'startOn' | 'endOn'>, date: Day): boolean =>
  year.startOn <= date && date <= year.endOn;

/** `2025-2026`. */
export const schoolYearLabel = (id: string): string => `${id}-${Number(id) + 1}`;
