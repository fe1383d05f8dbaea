import { addDays, type Day } from '../../dates.ts';
import type { MatchEntry } from './entry-kinds.ts';
import { groupOf, type Unit } from './units.ts';
import type { LineClues } from './line-clues.ts';

/** The most sets that are tried for one line: beyond it nothing is proposed. */
const triesMax = 60_000;

export interface ChequeSet {
  readonly unit: Unit;
  /** No other set of cheques gives the amount and the count. */
  readonly only: boolean;
  /** The search stopped before its end. */
  readonly stopped: boolean;
}

/**
 * The cheques that a deposit may be made of, when they were written one by one and without a slip:
 * those that waited in the drawer, less few. The search is for what stayed behind, the latest
 * cheques first, and stops at the second solution.
 */
export function chequesOf(clues: LineClues, drawer: readonly MatchEntry[]): readonly ChequeSet[] {
  const { line, chequeCount } = clues;
  const waiting = drawer.filter(
    ({ date }) => date <= addDays(line.date, 2) && date >= addDays(line.date, -60),
  );
  const totalCents = waiting.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const leftCents = totalCents - line.amountCents;
  if (leftCents < 0 || waiting.length < 2) return [];
  const leftCount = chequeCount === undefined ? undefined : waiting.length - chequeCount;
  const { found, stopped } = setsLeft(waiting.toReversed(), leftCents, leftCount);
  return found
    .map((left) => {
      const stayed = new Set(left);
      const taken = waiting.filter((entry) => !stayed.has(entry));
      return {
        unit: groupOf(taken, 'chequeDeposit'),
        only: found.length === 1 && isTelling(left, taken),
        stopped,
      };
    })
    .filter(({ unit }) => unit.entries.length > 1);
}

/** Which of the cheques of one amount stayed behind must not be a choice. */
const isTelling = (left: readonly MatchEntry[], taken: readonly MatchEntry[]): boolean => {
  const amounts = new Set(taken.map(({ amountCents }) => amountCents));
  return left.every(({ amountCents }) => !amounts.has(amountCents));
};

function setsLeft(cheques: readonly MatchEntry[], cents: number, count: number | undefined) {
  const found: MatchEntry[][] = [];
  let tries = 0;
  const rest = cheques.map((_, index) =>
    cheques.slice(index).reduce((sum, { amountCents }) => sum + amountCents, 0),
  );
  const seek = (
    from: number,
    left: number,
    chosen: readonly MatchEntry[],
    places: number,
  ): void => {
    if (found.length >= 3 || tries > triesMax) return;
    if (left === 0 && (count === undefined || count === chosen.length)) {
      found.push([...chosen]);
      return;
    }
    if (places === 0 || left <= 0) return;
    const tried = new Set<number>();
    for (let at = from; at < cheques.length && (rest[at] ?? 0) >= left; at += 1) {
      const cheque = cheques[at];
      tries += 1;
      if (!cheque || cheque.amountCents > left || tried.has(cheque.amountCents)) continue;
      tried.add(cheque.amountCents);
      seek(at + 1, left - cheque.amountCents, [...chosen, cheque], places - 1);
    }
  };
  if (count !== undefined && count < 0) return { found, stopped: false };
  const places = count ?? Math.min(cheques.length, 12);
  if (cents === 0 && (count ?? 0) === 0) found.push([]);
  else
    for (let few = count ?? 1; few <= places && found.length < 3 && tries <= triesMax; few += 1) {
      found.length = Math.min(found.length, 3);
      seekExactly(few);
    }
  return { found, stopped: tries > triesMax };

  function seekExactly(few: number): void {
    const known = count;
    count = few;
    seek(0, cents, [], few);
    count = known;
  }
}

/**
 * Slips that lack cheques: those of a slip, completed by one to three that bear no slip, when they
 * make the amount, and the count where the bank says it.
 */
export function completedSlips(
  clues: LineClues,
  slips: readonly Unit[],
  bare: readonly Unit[],
): readonly Unit[] {
  const { line, chequeCount, numbers } = clues;
  const isNear = ({ date }: Unit) =>
    date <= addDays(line.date, 2) && date >= addDays(line.date, -60);
  const extra = bare.filter(isNear).toReversed();
  return slips
    .filter(
      (slip) =>
        isNear(slip) &&
        slip.amountCents < line.amountCents &&
        slip.amountCents * 3 > line.amountCents,
    )
    .toSorted(
      (one, other) =>
        Number(numbers.has(other.slipNumber ?? '')) - Number(numbers.has(one.slipNumber ?? '')) ||
        (one.date < other.date ? 1 : -1),
    )
    .flatMap((slip) => {
      const left = line.amountCents - slip.amountCents;
      const alone = extra.filter(({ amountCents }) => amountCents === left).map((unit) => [unit]);
      return [...alone, ...sumsTo(extra, left, 4)]
        .map((some) =>
          groupOf([...slip.entries, ...some.flatMap(({ entries }) => entries)], 'chequeDeposit'),
        )
        .filter(({ entries }) => chequeCount === undefined || entries.length === chequeCount);
    })
    .slice(0, 3);
}

interface Placed {
  readonly amountCents: number;
  readonly date: Day;
}

/** The pairs and triples of `near` that sum to an amount, at most `max` of them. */
export function sumsTo<Value extends Placed>(
  near: readonly Value[],
  amountCents: number,
  max: number,
): readonly (readonly Value[])[] {
  const found: Value[][] = [];
  const sameSign = near
    .filter(
      (value) =>
        Math.sign(value.amountCents) === Math.sign(amountCents) &&
        Math.abs(value.amountCents) < Math.abs(amountCents),
    )
    .slice(0, 60);
  const seek = (from: number, left: number, chosen: readonly Value[]): void => {
    if (found.length >= max) return;
    if (left === 0 && chosen.length > 1) {
      found.push([...chosen]);
      return;
    }
    if (chosen.length === 3) return;
    for (let at = from; at < sameSign.length; at += 1) {
      const value = sameSign[at];
      if (value && Math.abs(value.amountCents) <= Math.abs(left))
        seek(at + 1, left - value.amountCents, [...chosen, value]);
    }
  };
  seek(0, amountCents, []);
  return found;
}
