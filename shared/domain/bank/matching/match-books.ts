import { addDays, type Day } from '../../dates.ts';
import { formatCents } from '../../money.ts';
import { assign, type Edge } from './assignment.ts';
import { commonnessOf } from './commonness.ts';
import { coverageOf, type Covers, type Period } from './coverage.ts';
import type { MatchEntry, MatchLine } from './entry-kinds.ts';
import { reasonsOf } from './evidence.ts';
import { lagsOf } from './lags.ts';
import { lineCluesOf, type LineClues } from './line-clues.ts';
import { pairsOf, type Pair } from './pairs.ts';
import { byDays } from './by-days.ts';
import { sumsTo } from './sums.ts';
import { suggestionsFor } from './suggestions.ts';
import { isLooseCheque, unitsOf, type Unit } from './units.ts';

/** Lines of the bank that are entries of the books, surely or maybe. */
export interface BankMatch {
  readonly lineIds: readonly string[];
  readonly entryIds: readonly string[];
  /** Safe enough to be confirmed without a look: it balances to the cent, and nothing else fits. */
  readonly automatic: boolean;
  /** In nats: higher is likelier. */
  readonly score: number;
  /** What the best assignment of all loses without it, in nats; zero for what it does not retain. */
  readonly margin: number;
  /** In French, the strongest first. */
  readonly reasons: readonly string[];
}

export interface BooksToMatch {
  readonly lines: readonly MatchLine[];
  /** The lines that wait for nothing: they count in the balances of the periods only. */
  readonly settledLines?: readonly Pick<MatchLine, 'date' | 'amountCents'>[];
  readonly entries: readonly MatchEntry[];
  /** The periods whose statements were imported: what lies outside may still bring a better line. */
  readonly periods: readonly Period[];
}

/** A pair that the whole retains, with what the whole loses without it, in nats. */
export interface Retained extends Pair {
  readonly margin: number;
  readonly automatic: boolean;
}

/** The margin below which nothing is automatic, in nats. */
const marginMin = 4.5;
/** What the order of time must be worth, at least, among things that are equal but for their day. */
const orderMin = 2.5;

/**
 * Matches the lines and the entries that wait. A pair is automatic when the best assignment of all
 * loses at least `marginMin` without it and when either a number names it and nothing else, or the
 * imported periods cover the days where its line could have come. A line and an entry are in one
 * automatic match at most. Everything else is a suggestion, at most three for each line. The answer
 * does not depend on the order of anything. Rules: MATCH-1 (docs/rules.md).
 */
export function matchBooks({
  lines,
  settledLines = [],
  entries,
  periods,
}: BooksToMatch): readonly BankMatch[] {
  const clues = lines.toSorted(byDate).map(lineCluesOf);
  const units = unitsOf(entries.toSorted(byDate));
  const common = commonnessOf(clues, units);
  const pairs = pairsOf(clues, units, common);
  const covers = coverageOf(periods, [...lines, ...settledLines]);
  const retained = withoutConflicts(retainedAmong(clues, units, pairs, covers));
  const automatic = retained.filter((pair) => pair.automatic);
  return [
    ...automatic.map((pair) => matchOf(pair, true, pair.margin)),
    ...suggestionsFor({ clues, units, pairs, retained, common }),
  ].toSorted(byScore);
}

const byDate = (
  one: { readonly date: Day; readonly id: string },
  other: { readonly date: Day; readonly id: string },
): number =>
  one.date === other.date ? (one.id < other.id ? -1 : 1) : one.date < other.date ? -1 : 1;

const byScore = (one: BankMatch, other: BankMatch): number =>
  other.score - one.score || (one.lineIds.join() < other.lineIds.join() ? -1 : 1);

const matchOf = ({ clues, unit, evidence }: Pair, automatic: boolean, margin = 0): BankMatch => ({
  lineIds: [clues.line.id],
  entryIds: unit.entries.map(({ id }) => id),
  automatic,
  score: Math.round(evidence.score * 100) / 100,
  margin,
  reasons: [
    ...reasonsOf(clues, unit, evidence),
    `Même montant\u00A0: ${formatCents(unit.amountCents)}`,
  ],
});

/** The best assignment of all pairs at once. */
function retainedAmong(
  clues: readonly LineClues[],
  units: readonly Unit[],
  pairs: readonly Pair[],
  covers: Covers,
): readonly Retained[] {
  const placeOfLine = new Map(clues.map((one, index) => [one, index]));
  const placeOfUnit = new Map(units.map((unit, index) => [unit, index]));
  const edges = pairs
    .map((pair) => ({
      pair,
      line: placeOfLine.get(pair.clues) ?? 0,
      unit: placeOfUnit.get(pair.unit) ?? 0,
      weight: Math.round(pair.evidence.score * 1_000),
    }))
    .filter(({ weight }) => weight > 0);
  const { taken, marginWithout } = assign(clues.length, units.length, edges);
  const pairOf = new Map<Edge, Pair>(edges.map((edge) => [edge, edge.pair]));
  const alike = alikeAmong(clues, units, edges, taken);
  const keyed = keyedOnce(pairs);
  const isOneOfMany = oneOfMany(units);
  const sameDay = (places: ReadonlySet<number>) =>
    new Set([...places].map((place) => units[place]?.on)).size === 1;
  return taken.flatMap((edge) => {
    const pair = edge && pairOf.get(edge);
    if (!pair) return [];
    const equals = alike(edge);
    const margin = marginWithout(edge.line, equals) / 1_000;
    const isPlaced = () =>
      equals.size === 1 ||
      sameDay(equals) ||
      marginWithout(edge.line, new Set([edge.unit])) / 1_000 >= orderMin;
    const isSafe = () =>
      pair.evidence.clash === undefined &&
      (keyed(pair) || (isCovered(pair, covers) && !isOneOfMany(pair)));
    return [{ ...pair, margin, automatic: margin >= marginMin && isSafe() && isPlaced() }];
  });
}

/**
 * The units that a line may as well take as its own: those that look the same but for their day,
 * taken by lines that look the same, once all that the line could take are. Which of twelve equal
 * payments to one supplier is which makes no difference to the accounts; they go in order of time.
 */
function alikeAmong(
  clues: readonly LineClues[],
  units: readonly Unit[],
  edges: readonly Edge[],
  taken: readonly (Edge | undefined)[],
) {
  const holder = new Map(taken.flatMap((edge) => (edge ? [[edge.unit, edge.line] as const] : [])));
  const ofLine = Map.groupBy(edges, ({ line }) => line);
  return ({ line, unit }: Edge): ReadonlySet<number> => {
    const same = (ofLine.get(line) ?? [])
      .map((edge) => edge.unit)
      .filter((other) => units[other]?.sameAs === units[unit]?.sameAs);
    const complete = same.every((other) => holder.has(other));
    const exchanged = same.filter(
      (other) => clues[holder.get(other) ?? line]?.sameAs === clues[line]?.sameAs,
    );
    return new Set(complete ? [unit, ...exchanged] : [unit]);
  };
}

/**
 * Whether a cheque that we received could be one of several on the line: the bank does not say that
 * it is alone, and others that wait would make the same total.
 */
function oneOfMany(units: readonly Unit[]): (pair: Pair) => boolean {
  const loose = byDays(units.filter(isLooseCheque));
  return ({ unit, clues: { chequeCount, line, on } }) => {
    if (!isLooseCheque(unit) || chequeCount === 1) return false;
    const others = loose.between(on - 45, on + 2).filter((other) => other !== unit);
    return others.length > 25 || sumsTo(others, line.amountCents, 1).length > 0;
  };
}

/** Whether a number names the unit on the line, and names no other line nor unit of the amount. */
function keyedOnce(pairs: readonly Pair[]): (pair: Pair) => boolean {
  const keyed = pairs.filter(({ evidence }) => evidence.key !== undefined);
  const ofLine = Map.groupBy(keyed, ({ clues }) => clues);
  const ofUnit = Map.groupBy(keyed, ({ unit }) => unit);
  return ({ evidence, clues, unit }) =>
    evidence.key !== undefined && ofLine.get(clues)?.length === 1 && ofUnit.get(unit)?.length === 1;
}

/** Whether the days where the line of the unit comes nearly always were all imported. */
function isCovered({ unit, clues: { line } }: Pair, covers: Covers): boolean {
  const until = addDays(unit.date, lagsOf(unit.kind, unit.amountCents).usualMax);
  return covers(
    unit.date < line.date ? unit.date : line.date,
    until > line.date ? until : line.date,
  );
}

/** An entry alone and in a group may both be retained: then neither is automatic. */
function withoutConflicts(retained: readonly Retained[]): readonly Retained[] {
  const uses = new Map<string, number>();
  for (const { automatic, unit } of retained)
    if (automatic) for (const { id } of unit.entries) uses.set(id, (uses.get(id) ?? 0) + 1);
  return retained.map((pair) => ({
    ...pair,
    automatic: pair.automatic && pair.unit.entries.every(({ id }) => uses.get(id) === 1),
  }));
}
