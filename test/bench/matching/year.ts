import { day } from '#shared/domain/dates.ts';

/** The first day of the school year that is simulated. */
export const start = day('2025-09-01');
