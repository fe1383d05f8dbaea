import { daysBetween } from '../dates.ts';
import { bankAccountNumber } from '../ledger/chart.ts';
import { movementCents, type PostedEntry } from '../ledger/entry.ts';
import type { Payout } from './payout.ts';

/** How far from the arrival an entry typed by hand may be the same money. */
export const duplicateDays = 5;

/** What people choose when they type a transfer from a platform. */
const typedMeans: ReadonlySet<string | undefined> = new Set(['transfer', 'platform', undefined]);

/** Whether the entry can be the one of that payout: in the books, of its amount in the bank. */
export const canBeEntryOf = (entry: PostedEntry, { netCents }: Pick<Payout, 'netCents'>): boolean =>
  entry.kind !== 'payout' &&
  entry.kind !== 'opening' &&
  entry.kind !== 'reversal' &&
  entry.reversedBy === undefined &&
  netCents !== 0 &&
  movementCents(entry.lines, bankAccountNumber) === netCents;

/** Whether somebody may have typed this payout by hand, some days before or after it arrived. */
export const mayBeSameMoney = (
  entry: PostedEntry,
  payout: Pick<Payout, 'netCents' | 'arrivalOn'>,
): boolean =>
  canBeEntryOf(entry, payout) &&
  (entry.kind === 'income' || entry.kind === 'expense') &&
  typedMeans.has(entry.paymentMeans) &&
  Math.abs(daysBetween(entry.entryDate, payout.arrivalOn)) <= duplicateDays;
