import type { LineClues } from './line-clues.ts';
import { sumsTo } from './sums.ts';
import type { Unit } from './units.ts';

/** Cheques that make the amount of a deposit, and how little that is what one expects. */
export interface ChequeRun {
  readonly cheques: readonly Unit[];
  /** Zero: all that waited, and nothing else. */
  readonly cost: number;
  /** The bank names the slip of most of them. */
  readonly isTold?: boolean;
}

/** The most steps in search of one deposit. */
const stepsMax = 3_000;
/** The last cheque of a deposit is no older than this, most of the time. */
const lastDaysMax = 30;
/** So many stay behind, or are written late, and no more. */
const leftMax = 3;
const lateMax = 2;
/** What each cheque costs that is out of its turn: left behind, written late, or after the last. */
const leftCost = 1;
const lateCost = 1.2;
const afterCost = 0.6;
const beforeCost = 0.15;
const beforeMax = 20;

/** Cheques that follow each other, and by how much they exceed the deposit. */
interface Stretch {
  readonly cheques: readonly Unit[];
  readonly overCents: number;
  readonly cost: number;
}

/**
 * Cheques leave the drawer in the order of time: a run of them, less one to three that stayed
 * behind, or with one or two that were written late. The likeliest first.
 */
export function chequeRuns(
  { on, toldOn, line, chequeCount }: LineClues,
  waiting: readonly Unit[],
): readonly ChequeRun[] {
  const until = toldOn ?? on + 2;
  const early = waiting.filter((unit) => unit.on <= until);
  const late = waiting.filter((unit) => unit.on > until);
  const lateCents = Math.max(0, ...late.map(({ amountCents }) => amountCents)) * lateMax;
  const isCounted = ({ cheques }: ChequeRun) =>
    cheques.length > 1 && (chequeCount === undefined || cheques.length === chequeCount);
  const countMax = (chequeCount ?? Infinity) + leftMax;
  const found: ChequeRun[] = [];
  let steps = 0;
  for (let end = early.length; end > 0 && steps < stepsMax; end -= 1) {
    if ((early[end - 1]?.on ?? 0) < until - lastDaysMax) break;
    for (const stretch of stretchesTo(early, end, { cents: line.amountCents, lateCents })) {
      if (stretch.cheques.length > countMax || steps >= stepsMax) break;
      const runs = runsIn(stretch, late);
      steps += runs.steps;
      found.push(...runs.found.filter(isCounted));
    }
  }
  return found.toSorted((one, other) => one.cost - other.cost);
}

/** From the last cheque back: from where late ones could complete it, until too much should stay behind. */
function* stretchesTo(
  early: readonly Unit[],
  end: number,
  { cents, lateCents }: { readonly cents: number; readonly lateCents: number },
): Generator<Stretch> {
  let overCents = -cents;
  let largest = 0;
  for (let from = end - 1; from >= 0; from -= 1) {
    const amountCents = Number(early[from]?.amountCents ?? 0);
    overCents += amountCents;
    largest = Math.max(largest, amountCents);
    if (overCents > largest * leftMax) return;
    if (overCents + lateCents < 0) continue;
    yield {
      cheques: early.slice(from, end),
      overCents,
      cost: (early.length - end) * afterCost + Math.min(from, beforeMax) * beforeCost,
    };
  }
}

function runsIn({ cheques, overCents, cost }: Stretch, late: readonly Unit[]) {
  if (overCents === 0) return { steps: 1, found: [{ cheques, cost }] };
  if (overCents < 0)
    return {
      steps: 1 + late.length,
      found: setsTo(late, -overCents)
        .filter(({ length }) => length <= lateMax)
        .map((more) => ({
          cheques: [...cheques, ...more],
          cost: cost + more.length * lateCost,
        })),
    };
  // The first and the last of a run are not left behind: a shorter run says it.
  return {
    steps: 1 + cheques.length,
    found: setsTo(cheques.slice(1, -1), overCents).map((left) => ({
      cheques: cheques.filter((unit) => !left.includes(unit)),
      cost: cost + left.length * leftCost,
    })),
  };
}

/** One, two or three of them that make the amount, the latest first. */
function setsTo(units: readonly Unit[], cents: number): readonly (readonly Unit[])[] {
  const one = units.findLast(({ amountCents }) => amountCents === cents);
  return [...(one ? [[one]] : []), ...sumsTo(units.toReversed(), cents, 2)];
}
