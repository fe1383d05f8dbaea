import { formatCents } from '../../money.ts';
import { byDays, type ByDays } from './by-days.ts';
import type { LineClues } from './line-clues.ts';
import { sumsTo } from './sums.ts';
import type { Suggestion } from './suggestion.ts';
import { groupOf, isLooseCheque, type Unit } from './units.ts';

/** The most steps in search of one deposit, and the most cheques that wait at once. */
const stepsMax = 6_000;
const chequesMax = 150;
/** A cheque waits no longer in the drawer. */
const drawerDays = 60;
const setScore = 6;

interface ChequeSet {
  readonly unit: Unit;
  /** The search stopped before its end. */
  readonly stopped: boolean;
}

/**
 * Deposits of cheques that were written one by one: each takes its cheques from what is left in the
 * drawer, the earliest first. Always to be looked at: cheques of one amount take each other's place.
 */
export function looseChequeSets(
  open: readonly LineClues[],
  free: readonly Unit[],
): ReadonlyMap<LineClues, readonly Suggestion[]> {
  const drawer = byDays(free.filter(isLooseCheque));
  const slips = byDays(free.filter(isSlip));
  const gone = new Set<Unit['entries'][number]>();
  const found = new Map<LineClues, readonly Suggestion[]>();
  for (const clues of open.filter(({ line }) => line.operation === 'chequeDeposit')) {
    const waiting = inDrawer(drawer, clues).filter(
      ({ entries: [entry] }) => entry && !gone.has(entry),
    );
    const completed = completedSlips(
      clues,
      inDrawer(slips, clues),
      waiting.filter((unit) => unit.slipNumber === undefined),
    );
    const sets = completed.length > 0 ? completed : setsOf(clues, waiting);
    for (const entry of sets[0]?.unit.entries ?? []) gone.add(entry);
    found.set(
      clues,
      sets.map((set, index) => suggestionOf(clues, set, index, sets.length)),
    );
  }
  return found;
}

const isSlip = ({ kind, slipNumber, entries }: Unit): boolean =>
  slipNumber !== undefined &&
  (kind === 'cheque' || (kind === 'chequeDeposit' && entries.length > 1));

const inDrawer = (units: ByDays<Unit>, { on }: LineClues): readonly Unit[] =>
  units.between(on - drawerDays, on + 2);

const suggestionOf = (
  { line, chequeCount }: LineClues,
  { unit, stopped }: ChequeSet,
  index: number,
  count: number,
): Suggestion => ({
  lines: [line],
  unit,
  score: setScore - index,
  reasons: () => [
    `${unit.entries.length} chèques font ${formatCents(line.amountCents)}`,
    ...(chequeCount === undefined ? [] : [`${chequeCount} chèques sur le relevé`]),
    ...(count > 1 ? ['D’autres chèques donneraient le même total'] : []),
    ...(stopped ? ['Trop de combinaisons pour les essayer toutes'] : []),
  ],
});

/** Slips that lack cheques, completed by one to three that bear none, to the amount and the count. */
function completedSlips(
  { line, chequeCount, numbers }: LineClues,
  slips: readonly Unit[],
  bare: readonly Unit[],
): readonly ChequeSet[] {
  const isTold = ({ slipNumber = '' }: Unit): number => Number(numbers.has(slipNumber));
  return slips
    .filter(
      ({ amountCents }) => amountCents < line.amountCents && amountCents * 3 > line.amountCents,
    )
    .toSorted((one, other) => isTold(other) - isTold(one) || other.on - one.on)
    .flatMap((slip) => {
      const left = line.amountCents - slip.amountCents;
      const extra = bare
        .toReversed()
        .filter((unit) => !slip.entries.some((entry) => unit.entries.includes(entry)));
      const alone = extra.filter(({ amountCents }) => amountCents === left).map((unit) => [unit]);
      return [...alone, ...sumsTo(extra, left, 4)]
        .map((some) =>
          groupOf([...slip.entries, ...some.flatMap(({ entries }) => entries)], 'chequeDeposit'),
        )
        .filter(({ entries }) => chequeCount === undefined || entries.length === chequeCount);
    })
    .slice(0, 3)
    .map((unit) => ({ unit, stopped: false }));
}

/** All that waits, less few: the search is for what stayed behind, the latest first. */
function setsOf({ line, chequeCount }: LineClues, waiting: readonly Unit[]): readonly ChequeSet[] {
  const totalCents = waiting.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const leftCents = totalCents - line.amountCents;
  if (leftCents < 0 || waiting.length < 2 || waiting.length > chequesMax) return [];
  const leftCount = chequeCount === undefined ? undefined : waiting.length - chequeCount;
  const { found, stopped } = leftBehind(waiting.toReversed(), leftCents, leftCount);
  return found
    .map((left) => waiting.filter((unit) => !left.includes(unit)))
    .filter((taken) => taken.length > 1)
    .map((taken) => ({
      unit: groupOf(
        taken.flatMap(({ entries }) => entries),
        'chequeDeposit',
      ),
      stopped,
    }));
}

/** Up to three sets of cheques that make the amount, the smallest sets first, each amount once at each step. */
function leftBehind(cheques: readonly Unit[], cents: number, count: number | undefined) {
  const found: (readonly Unit[])[] = [];
  const rest = cheques.map(({ amountCents }) => Number(amountCents));
  for (let at = rest.length - 2; at >= 0; at -= 1) rest[at] = (rest[at] ?? 0) + (rest[at + 1] ?? 0);
  let steps = 0;
  const seek = (from: number, left: number, chosen: readonly Unit[], places: number): void => {
    if (left === 0 && places === 0) found.push(chosen);
    if (places === 0 || left <= 0) return;
    const tried = new Set<number>();
    for (let at = from; at < cheques.length && (rest[at] ?? 0) >= left; at += 1) {
      steps += 1;
      if (found.length >= 3 || steps > stepsMax) return;
      const cheque = cheques[at];
      if (!cheque || cheque.amountCents > left || tried.has(cheque.amountCents)) continue;
      tried.add(cheque.amountCents);
      seek(at + 1, left - cheque.amountCents, [...chosen, cheque], places - 1);
    }
  };
  const [fewest, most] = count === undefined ? [0, Math.min(cheques.length, 12)] : [count, count];
  for (let places = fewest; places <= most && found.length < 3 && steps <= stepsMax; places += 1)
    seek(0, cents, [], places);
  return { found, stopped: steps > stepsMax };
}
