import { dayInParis, type Day } from '#shared/domain/dates.ts';

/** The day it is in Paris, wherever the device is. */
export const today = (): Day => dayInParis(new Date().toISOString());
