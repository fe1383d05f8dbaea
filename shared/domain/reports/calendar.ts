import { day, type Day } from '../dates.ts';
import { fiscalYearIdOf } from '../ledger/fiscal-year.ts';

/** The day by which the CRF of a year is due; `monthDay` is the association's: `09-30`. */
export const crfDueOn = (yearId: string, monthDay: string): Day =>
  day(`${Number(yearId) + 1}-${monthDay}`);

/** The year whose CRFs are being filed: the one that ended on the last 31 August. */
export const filingYearIdOf = (today: Day): string => String(Number(fiscalYearIdOf(today)) - 1);
