import { byDays } from './by-days.ts';
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
  const byAmount = new Map(
    [...Map.groupBy(units, ({ amountCents }) => amountCents)].map(([amount, equal]) => [
      amount,
      byDays(equal),
    ]),
  );
  return lines.flatMap((clues) => {
    const near = byAmount.get(clues.line.amountCents)?.around(clues.on, unitsMax) ?? [];
    const pairs = near.flatMap((unit) => {
      const evidence = evidenceOf(clues, unit, common);
      return evidence ? [{ clues, unit, evidence }] : [];
    });
    return pairs.length <= keptMax
      ? pairs
      : pairs.toSorted((one, other) => other.evidence.score - one.evidence.score).slice(0, keptMax);
  });
}
