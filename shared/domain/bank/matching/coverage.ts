import { addDays, type Day } from '../../dates.ts';
import { sumCents, type Cents } from '../../money.ts';

/** A period whose statement was imported, with the balances that it prints. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly openingCents?: Cents | null | undefined;
  readonly closingCents?: Cents | null | undefined;
}

interface Counted {
  readonly date: Day;
  readonly amountCents: Cents;
}

/** Whether every operation of the bank between two days, both included, is among the lines. */
export type Covers = (from: Day, to: Day) => boolean;

/**
 * What the imported periods cover. A period whose lines do not lead from its opening to its closing
 * balance lacks some; two that follow each other join only when the second opens where the first
 * closes.
 */
export function coverageOf(periods: readonly Period[], lines: readonly Counted[]): Covers {
  const inOrder = lines.toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const whole = periods
    .filter((period) => addsUp(period, inOrder))
    .toSorted((one, other) =>
      one.from === other.from ? (one.to < other.to ? -1 : 1) : one.from < other.from ? -1 : 1,
    );
  const runs: Period[] = [];
  for (const period of whole) {
    const run = runs.at(-1);
    if (run && joins(run, period))
      runs.splice(-1, 1, period.to > run.to ? { ...period, from: run.from } : run);
    else runs.push(period);
  }
  return (from, to) => runs.some((run) => run.from <= from && to <= run.to);
}

const joins = (run: Period, next: Period): boolean =>
  next.from <= run.to ||
  (next.from === addDays(run.to, 1) &&
    (isUntold(run) || isUntold(next) || run.closingCents === next.openingCents));

/** Nothing to check against: no balance, or two zeros where a file had none. */
const isUntold = ({ openingCents, closingCents }: Period): boolean =>
  openingCents === null ||
  openingCents === undefined ||
  closingCents === null ||
  closingCents === undefined ||
  (openingCents === 0 && closingCents === 0);

function addsUp(period: Period, lines: readonly Counted[]): boolean {
  if (isUntold(period)) return true;
  const within = lines.filter(({ date }) => period.from <= date && date <= period.to);
  const moved = sumCents(within.map(({ amountCents }) => amountCents));
  return (period.openingCents ?? 0) + moved === (period.closingCents ?? 0);
}
