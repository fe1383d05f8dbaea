import { formatCents } from '../money.ts';
import { pairsOf, type Pair } from './pairs.ts';
import type { BankEntry } from './bank-entry.ts';
import type { KeptLine } from './statement.ts';

type Confidence = 'sure' | 'likely' | 'possible';

/** A line of the bank that may be an entry of the books, and why. */
export interface Proposal {
  readonly lineId: string;
  readonly entryId: string;
  /** In French, the strongest first. */
  readonly reasons: readonly string[];
  readonly confidence: Confidence;
}

/**
 * Proposes, for the lines that met nothing, the waiting entry each of them may be. A line and an
 * entry are in one proposal at most, and nothing depends on the order of either list.
 *
 * `sure`: a hard key names the entry, and it names one line and one entry only. `likely`: the only
 * entry and the only line that fit, or the only ones that a name designates. `possible`: others fit
 * as well; the nearest is shown, and only a person can tell.
 */
export function proposeMatches(
  lines: readonly KeptLine[],
  waiting: readonly BankEntry[],
): readonly Proposal[] {
  const pairs = pairsOf(lines, waiting);
  const keyed = pairs.filter(({ key }) => key !== undefined);
  const ofKeyed = sharing(keyed);
  const sure = keyed.filter((pair) => ofKeyed(pair).length === 1);
  const left = without(pairs, sure);
  const ofLeft = sharing(left);
  const likely = left.filter((pair) => isDesignated(pair, ofLeft(pair)));
  const possible = nearestFirst(without(left, likely));
  return [
    ...sure.map((pair) => proposalOf(pair, 'sure')),
    ...likely.map((pair) => proposalOf(pair, 'likely')),
    ...possible.map((pair) => proposalOf(pair, 'possible', ofLeft(pair).length)),
  ].toSorted((one, other) => (one.lineId < other.lineId ? -1 : 1));
}

/** For a pair, all the pairs of its line or of its entry, itself included. */
function sharing(pairs: readonly Pair[]): (pair: Pair) => readonly Pair[] {
  const ofLine = Map.groupBy(pairs, ({ line }) => line.id);
  const ofEntry = Map.groupBy(pairs, ({ candidate }) => candidate.entry.id);
  return (pair) => [
    ...(ofLine.get(pair.line.id) ?? []),
    ...(ofEntry.get(pair.candidate.entry.id) ?? []).filter(({ line }) => line !== pair.line),
  ];
}

/** The pairs whose line and entry are both free of those taken. */
function without(pairs: readonly Pair[], taken: readonly Pair[]): readonly Pair[] {
  const lines = new Set(taken.map(({ line }) => line.id));
  const entries = new Set(taken.map(({ candidate }) => candidate.entry.id));
  return pairs.filter(
    ({ line, candidate }) => !lines.has(line.id) && !entries.has(candidate.entry.id),
  );
}

/** Whether nothing else fits, or nothing else bears as many of the names. */
const isDesignated = (pair: Pair, rivals: readonly Pair[]): boolean =>
  rivals.every(
    (rival) =>
      rival === pair || (rival.key === undefined && rival.names.length < pair.names.length),
  );

/** Each line and each entry once, the best named first, then the nearest. */
function nearestFirst(pairs: readonly Pair[]): readonly Pair[] {
  const lines = new Set<string>();
  const entries = new Set<string>();
  return pairs.toSorted(byNearness).filter(({ line, candidate: { entry } }) => {
    if (lines.has(line.id) || entries.has(entry.id)) return false;
    lines.add(line.id);
    entries.add(entry.id);
    return true;
  });
}

const byNearness = (one: Pair, other: Pair): number =>
  Number(other.key !== undefined) - Number(one.key !== undefined) ||
  other.names.length - one.names.length ||
  Math.abs(one.lag) - Math.abs(other.lag) ||
  one.line.id.localeCompare(other.line.id) ||
  one.candidate.entry.number - other.candidate.entry.number ||
  one.candidate.entry.id.localeCompare(other.candidate.entry.id);

function proposalOf(pair: Pair, confidence: Confidence, rivalCount = 1): Proposal {
  const { line, candidate, key, names, lag } = pair;
  return {
    lineId: line.id,
    entryId: candidate.entry.id,
    confidence,
    reasons: [
      ...(key === undefined ? [] : [key]),
      `Même montant\u00A0: ${formatCents(line.amountCents)}`,
      ...(names.length > 0 ? [`Même libellé\u00A0: ${names.join(', ')}`] : []),
      apart(lag),
      ...(rivalCount > 1 ? ['D’autres rapprochements du même montant sont possibles'] : []),
    ],
  };
}

function apart(lag: number): string {
  const days = Math.abs(lag);
  if (days === 0) return 'Même jour';
  return `${days === 1 ? 'Un jour' : `${days} jours`} ${lag > 0 ? 'après' : 'avant'} l’écriture`;
}
