import type { MatchedKind } from './entry-kinds.ts';

/** So many of a hundred entries meet their line between these days, both included. */
type Share = readonly [from: number, to: number, percent: number];

/** When the bank shows an entry of a kind: the date of the line less that of the entry. */
export interface Lags {
  readonly shares: readonly Share[];
  /** Up to this day nearly all have come: the statements must reach it before anything is sure. */
  readonly usualMax: number;
}

const lags = (usualMax: number, ...shares: readonly Share[]): Lags => ({ usualMax, shares });

/**
 * Most entries are written when the thing happens; some at the end of the month, from the
 * statement, so that the line comes first. A cheque is good for a year and eight days.
 */
const lagsIn: Readonly<Record<MatchedKind, Lags>> = {
  cheque: lags(20, [-35, -3, 3], [-2, 14, 62], [15, 40, 32], [41, 90, 3]),
  chequeDeposit: lags(12, [-35, -3, 8], [-2, -1, 3], [0, 6, 70], [7, 20, 16], [21, 45, 3]),
  cashDeposit: lags(12, [-35, -3, 8], [-2, -1, 3], [0, 6, 66], [7, 25, 20], [26, 45, 3]),
  transferIn: lags(7, [-35, -11, 8], [-10, -1, 20], [0, 4, 52], [5, 10, 12], [11, 35, 8]),
  payout: lags(7, [-35, -3, 9], [-2, -1, 4], [0, 5, 68], [6, 12, 14], [13, 35, 5]),
  transferOut: lags(10, [-35, -3, 8], [-2, 10, 72], [11, 40, 20]),
  directDebit: lags(10, [-35, -3, 8], [-2, 10, 72], [11, 40, 20]),
  card: lags(7, [-35, -3, 8], [-2, 10, 82], [11, 35, 10]),
  fee: lags(5, [-35, -1, 35], [0, 5, 50], [6, 35, 15]),
  other: lags(12, [-35, -8, 12], [-7, -1, 18], [0, 7, 50], [8, 45, 20]),
};

const lagsOut: Readonly<Record<MatchedKind, Lags>> = {
  ...lagsIn,
  cheque: lags(
    45,
    [-35, -3, 5],
    [-2, -1, 1],
    [0, 12, 40],
    [13, 30, 32],
    [31, 60, 14],
    [61, 120, 6],
    [121, 375, 2],
  ),
  transferOut: lags(7, [-35, -4, 8], [-3, -1, 5], [0, 4, 66], [5, 15, 17], [16, 35, 4]),
  directDebit: lags(7, [-35, -16, 5], [-15, -1, 18], [0, 4, 55], [5, 25, 20], [26, 40, 2]),
  card: lags(6, [-35, -3, 8], [-2, -1, 3], [0, 5, 74], [6, 12, 12], [13, 35, 3]),
};

/** When to look for an entry of the kind on the bank. */
export const lagsOf = (kind: MatchedKind, amountCents: number): Lags =>
  (amountCents < 0 ? lagsOut : lagsIn)[kind];

/** How many of the entries of the kind meet their line on that very day; zero outside the window. */
export function shareOn({ shares }: Lags, lag: number): number {
  const share = shares.find(([from, to]) => from <= lag && lag <= to);
  return share ? share[2] / 100 / (share[1] - share[0] + 1) : 0;
}
