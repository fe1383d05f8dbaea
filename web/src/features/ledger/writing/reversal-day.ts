import type { Day } from '#shared/domain/dates.ts';
import { contains } from '#shared/domain/ledger/fiscal-year.ts';

interface Year {
  readonly startOn: Day;
  readonly endOn: Day;
  readonly status: 'open' | 'closed';
}

/**
 * The day an entry is taken back on: today within its year, the last day of its year once that is
 * over and still open, today again once it is closed, in the year that runs.
 */
export function reversalDay(year: Year, today: Day): Day {
  if (year.status === 'closed' || contains(year, today)) return today;
  return year.endOn;
}
