import type { MatchLine } from './entry-kinds.ts';
import type { BankMatch } from './match-books.ts';
import type { Unit } from './units.ts';

/** What a line may be; why is told only of what is kept. */
export interface Suggestion {
  readonly lines: readonly MatchLine[];
  readonly unit: Unit;
  readonly score: number;
  readonly margin?: number;
  readonly reasons: () => readonly string[];
}

export const suggestionToMatch = ({
  lines,
  unit,
  score,
  margin = 0,
  reasons,
}: Suggestion): BankMatch => ({
  lineIds: lines.map(({ id }) => id),
  entryIds: unit.entries.map(({ id }) => id),
  automatic: false,
  score: Math.round(score * 100) / 100,
  margin,
  reasons: reasons(),
});

const idsOf = ({ unit }: Suggestion): string => unit.entries.map(({ id }) => id).join();

export const likeliestFirst = (one: Suggestion, other: Suggestion): number =>
  other.score - one.score || (idsOf(one) < idsOf(other) ? -1 : 1);
