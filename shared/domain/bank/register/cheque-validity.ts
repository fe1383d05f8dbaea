import { addDays, addYears, type Day } from '../../dates.ts';

/** Days to present a cheque issued and payable in metropolitan France. */
const presentationDays = 8;

/**
 * Whether a cheque can no longer be asked of the bank on that day: one year after the eight days
 * there are to present it. Rules: CHEQUE-1 (docs/rules.md).
 */
export const isExpiredCheque = (writtenOn: Day, on: Day): boolean =>
  writtenOn < addDays(addYears(on, -1), -presentationDays);
