import { formatCents } from '../../money.ts';
import { byDays } from './by-days.ts';
import { chequeRuns, type ChequeRun } from './cheque-runs.ts';
import { isMistyped } from './evidence.ts';
import type { LineClues } from './line-clues.ts';
import type { Pair } from './pairs.ts';
import { sumsTo } from './sums.ts';
import type { Suggestion } from './suggestion.ts';
import { groupOf, isPerhapsCheque, type Unit } from './units.ts';

/** The most cheques that wait at once. */
const chequesMax = 200;
/** A cheque waits no longer in the drawer, and is written in the books no later. */
const drawerDays = 60;
const lateDays = 35;
const setScore = 6;
/** The bank names the slip of most of them. */
const toldScore = 12;
/** What completes a slip that the bank names: so many cheques among the nearest. */
const severalMax = 6;
const nearMax = 12;
/** The most ways to make a deposit that are worth a look. */
const runsMax = 3;
/** The plainest deposits take their cheques first; the last ones do not take any from others. */
const costSteps = [0.5, 1.5, 3, Infinity];
/** A deposit that is likely something else is not searched for. */
const surelyScore = 7;

/**
 * Deposits of cheques that were written one by one: each takes its cheques from what is left in the
 * drawer, the plainest deposits first. Always to be looked at: cheques of one amount take each
 * other's place.
 */
export function looseChequeSets(
  open: readonly LineClues[],
  free: readonly Unit[],
  keptOf: (clues: LineClues) => Pair | undefined,
): ReadonlyMap<LineClues, readonly Suggestion[]> {
  const drawer = byDays(free.filter(isPerhapsCheque));
  const gone = new Set<Unit>();
  const found = new Map<LineClues, readonly Suggestion[]>();
  // Cheques only leave: where as many wait as before, they are the same.
  const tried = new Map<LineClues, { waitingCount: number; runs: readonly ChequeRun[] }>();
  const deposits = open.filter(
    (one) =>
      one.line.operation === 'chequeDeposit' && (keptOf(one)?.evidence.score ?? 0) < surelyScore,
  );
  for (const costMax of costSteps)
    for (const clues of deposits.filter((one) => !found.has(one))) {
      const waiting = drawer
        .between(clues.on - drawerDays, clues.on + lateDays)
        .filter((unit) => !gone.has(unit));
      const before = tried.get(clues);
      const runs = before?.waitingCount === waiting.length ? before.runs : runsOf(clues, waiting);
      tried.set(clues, { waitingCount: waiting.length, runs });
      if ((runs[0]?.cost ?? Infinity) > costMax) continue;
      if (costMax < Infinity) for (const unit of runs[0]?.cheques ?? []) gone.add(unit);
      found.set(
        clues,
        runs.map((run, index) => suggestionOf(clues, run, index, runs.length)),
      );
    }
  return found;
}

function runsOf(clues: LineClues, waiting: readonly Unit[]): readonly ChequeRun[] {
  if (waiting.length < 2) return [];
  const runs = [
    ...completedSlips(clues, waiting),
    ...chequeRuns(clues, waiting.slice(-chequesMax)),
  ];
  const told = new Map<string, ChequeRun>();
  for (const run of runs.toSorted((one, other) => one.cost - other.cost)) {
    if (told.size === runsMax) break;
    const key = keyOf(run);
    if (!told.has(key)) told.set(key, run);
  }
  return [...told.values()];
}

/** Cheques of one amount take each other's place: one set says it for all. */
const keyOf = ({ cheques }: ChequeRun): string =>
  cheques
    .map(({ amountCents, names: [name = ''] }) => `${name} ${amountCents}`)
    .toSorted()
    .join();

const suggestionOf = (
  { line, chequeCount }: LineClues,
  { cheques, isTold }: ChequeRun,
  index: number,
  count: number,
): Suggestion => ({
  lines: [line],
  unit: groupOf(cheques, 'chequeDeposit'),
  score: (isTold ? toldScore : setScore) - index,
  reasons: () => [
    `${cheques.length} chèques font ${formatCents(line.amountCents)}`,
    ...(chequeCount === undefined ? [] : [`${chequeCount} chèques sur le relevé`]),
    ...(count > 1 ? ['D’autres chèques donneraient le même total'] : []),
  ],
});

/** Slips that lack cheques, completed by one to three that bear no number, to the amount and the count. */
function completedSlips(
  { line, chequeCount, numbers, on }: LineClues,
  waiting: readonly Unit[],
): readonly ChequeRun[] {
  const bareFor = (slip: string) =>
    waiting.filter(
      ({ slipNumber }) =>
        slipNumber === undefined || (slip.length > 4 && isMistyped(slipNumber, slip)),
    );
  const slips = Map.groupBy(waiting, ({ slipNumber }) => slipNumber);
  return [...slips].flatMap(([slipNumber, slip]) => {
    const sum = slip.reduce((total, { amountCents }) => total + amountCents, 0);
    const left = line.amountCents - sum;
    if (slipNumber === undefined || left < 0 || sum * 3 < line.amountCents) return [];
    const isTold = numbers.has(slipNumber);
    const [first, last] = [slip[0]?.on ?? on, slip.at(-1)?.on ?? on];
    const away = (unit: Unit) => Math.max(0, first - unit.on, unit.on - last);
    const near = bareFor(slipNumber).toSorted((one, other) => away(one) - away(other));
    const alone = near.filter(({ amountCents }) => amountCents === left).slice(0, 2);
    const isCounted = (more: readonly Unit[]) =>
      chequeCount === undefined || slip.length + more.length === chequeCount;
    const few = (
      left === 0 ? [[]] : [...alone.map((unit) => [unit]), ...sumsTo(near, left, 3)]
    ).filter(isCounted);
    const sets =
      few.length === 0 && isTold ? severalTo(near.slice(0, nearMax), left, isCounted) : few;
    return sets.map((more) => ({
      cheques: [...slip, ...more],
      isTold,
      cost:
        (isTold ? -5 : 0) +
        more.reduce((cost, unit) => cost + 0.3 + Math.min(away(unit), 30) / 15, 0),
    }));
  });
}

/** Four cheques and more, the first set found: the nearest cheques are given first. */
function severalTo(
  units: readonly Unit[],
  cents: number,
  isCounted: (units: readonly Unit[]) => boolean,
): readonly (readonly Unit[])[] {
  const seek = (
    from: number,
    left: number,
    chosen: readonly Unit[],
  ): readonly Unit[] | undefined => {
    if (left === 0 && isCounted(chosen)) return chosen;
    if (left <= 0 || chosen.length === severalMax) return undefined;
    for (const [index, unit] of units.slice(from).entries()) {
      const set = seek(from + index + 1, left - unit.amountCents, [...chosen, unit]);
      if (set) return set;
    }
    return undefined;
  };
  const set = seek(0, cents, []);
  return set ? [set] : [];
}
