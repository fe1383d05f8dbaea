import { daysBetween } from '../../dates.ts';
import type { Commonness } from './commonness.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import type { LineClues } from './line-clues.ts';
import type { Unit } from './units.ts';

/** A line and a unit of the same amount, and what speaks for it. */
export interface Pair {
  readonly clues: LineClues;
  readonly unit: Unit;
  readonly evidence: Evidence;
}

/** A line weighs its nearest units only, where an amount is that of hundreds. */
const unitsMax = 60;
const keptMax = 16;

/** All the pairs of equal amounts that are not out of the question. */
export function pairsOf(
  lines: readonly LineClues[],
  units: readonly Unit[],
  common: Commonness,
): readonly Pair[] {
  const byAmount = Map.groupBy(units, ({ amountCents }) => amountCents);
  return lines.flatMap((clues) => {
    const equal = byAmount.get(clues.line.amountCents) ?? [];
    const near = equal.length <= unitsMax ? equal : nearest(equal, clues);
    const pairs = near.flatMap((unit) => {
      const evidence = evidenceOf(clues, unit, common);
      return evidence ? [{ clues, unit, evidence }] : [];
    });
    return pairs.length <= keptMax
      ? pairs
      : pairs.toSorted((one, other) => other.evidence.score - one.evidence.score).slice(0, keptMax);
  });
}

const nearest = (units: readonly Unit[], { line }: LineClues): readonly Unit[] =>
  units
    .map((unit) => ({ unit, days: Math.abs(daysBetween(unit.date, line.date)) }))
    .toSorted((one, other) => one.days - other.days)
    .slice(0, unitsMax)
    .map(({ unit }) => unit);
