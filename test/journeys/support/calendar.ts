import { dayInParis, type Day } from '#shared/domain/dates.ts';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';

/** Today in Paris. */
export const today = (): Day => dayInParis(new Date().toISOString());

/** The running school year and the one before, by the calendar year they start in. */
export const yearId = fiscalYearIdOf(today());
export const pastYearId = String(Number(yearId) - 1);
