import { formatCents } from '../../money.ts';
import type { Commonness } from './commonness.ts';
import { reasonsOf } from './evidence.ts';
import { looseChequeSets } from './loose-cheques.ts';
import type { LineClues } from './line-clues.ts';
import type { BankMatch, Retained } from './match-books.ts';
import { nearMissesAmong } from './near-misses.ts';
import type { Pair } from './pairs.ts';
import { likeliestFirst, suggestionToMatch, type Suggestion } from './suggestion.ts';
import { togetherAmong } from './together.ts';
import type { Unit } from './units.ts';

interface Open {
  readonly clues: readonly LineClues[];
  readonly units: readonly Unit[];
  readonly pairs: readonly Pair[];
  readonly retained: readonly Retained[];
  readonly common: Commonness;
}

const suggestionsMax = 3;
/** What the best assignment of all retains is shown before what only scores as well. */
const retainedBonus = 0.5;
/** A line that already has so many good equals is not searched for what is less than equal. */
const goodScore = 4;

/** For each line that met nothing surely: what it may be, the likeliest first, at most three. */
export function suggestionsFor({
  clues,
  units,
  pairs,
  retained,
  common,
}: Open): readonly BankMatch[] {
  const done = retained.filter(({ automatic }) => automatic);
  const doneLines = new Set(done.map((pair) => pair.clues));
  const doneEntries = new Set(done.flatMap(({ unit }) => unit.entries.map(({ id }) => id)));
  const open = clues.filter((one) => !doneLines.has(one));
  const isFree = (unit: Unit) => unit.entries.every(({ id }) => !doneEntries.has(id));
  const free = units.filter(isFree);
  const ofLine = Map.groupBy(
    pairs.filter(({ unit }) => isFree(unit)),
    (pair) => pair.clues,
  );
  const kept = new Map(retained.map((pair) => [pair.clues, pair]));
  const nearMisses = nearMissesAmong(free, common);
  const sets = looseChequeSets(open, free, (one) => kept.get(one));
  const together = togetherAmong(open, free, common);
  const suggested = open.flatMap((one) => {
    const equal = (ofLine.get(one) ?? []).map((pair) => suggestionOf(pair, kept.get(one)));
    const enough = equal.filter(({ score }) => score >= goodScore).length >= suggestionsMax;
    const unequal = enough ? [] : [...(sets.get(one) ?? []), ...nearMisses(one), ...together(one)];
    return [...equal, ...unequal].toSorted(likeliestFirst).slice(0, suggestionsMax);
  });
  return threeEach(distinct(suggested)).map(suggestionToMatch);
}

function suggestionOf(pair: Pair, kept: Retained | undefined): Suggestion {
  const { clues, unit, evidence } = pair;
  const isKept = kept?.unit === unit;
  return {
    lines: [clues.line],
    unit,
    score: evidence.score + (isKept ? retainedBonus : 0),
    margin: isKept ? kept.margin : 0,
    reasons: () => [
      ...reasonsOf(clues, unit, evidence),
      `Même montant\u00A0: ${formatCents(unit.amountCents)}`,
      ...(isKept && evidence.score - kept.margin > 1
        ? ['D’autres rapprochements du même montant sont possibles']
        : []),
    ],
  };
}

/** A set of lines is found from each of its lines: it is told once. */
const distinct = (suggested: readonly Suggestion[]): readonly Suggestion[] => [
  ...new Map(
    suggested.map((one) => [
      `${one.lines.map(({ id }) => id).join()} ${one.unit.entries.map(({ id }) => id).join()}`,
      one,
    ]),
  ).values(),
];

/** A line is also told with another one, of which it may be a part: three in all, the likeliest. */
function threeEach(suggested: readonly Suggestion[]): readonly Suggestion[] {
  const told = new Map<string, number>();
  return suggested.toSorted(likeliestFirst).filter(({ lines }) => {
    if (lines.some(({ id }) => (told.get(id) ?? 0) >= suggestionsMax)) return false;
    for (const { id } of lines) told.set(id, (told.get(id) ?? 0) + 1);
    return true;
  });
}
