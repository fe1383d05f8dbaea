import { formatCents, sumCents } from '../../money.ts';
import { byDays } from './by-days.ts';
import type { Commonness } from './commonness.ts';
import { agreementOf } from './entry-kinds.ts';
import { evidenceOf, reasonsOf } from './evidence.ts';
import type { LineClues } from './line-clues.ts';
import { sumsTo } from './sums.ts';
import type { Suggestion } from './suggestion.ts';
import { groupOf, type Unit } from './units.ts';

/** Two lines, or two entries, that are one thing are no further apart than this. */
const apartDaysMax = 15;
const untoldDaysMax = 5;
/** Any two amounts may make a third by chance; less so when the bank names both. */
const sumMark = -7;
const namedBonus = 3;
const splitMark = -5;

/** Two or three entries in one line, or two lines for one entry, that sum to the cent. */
export function togetherAmong(
  open: readonly LineClues[],
  free: readonly Unit[],
  common: Commonness,
): (clues: LineClues) => readonly Suggestion[] {
  const units = byDays(
    free.filter(({ entries, kind }) => entries.length === 1 && kind !== 'cheque'),
  );
  const lines = Map.groupBy(open, ({ line }) => `${line.operation} ${line.amountCents}`);
  return (clues) => {
    const near = units
      .between(clues.on - apartDaysMax, clues.on + apartDaysMax)
      .filter((unit) => isLikely(unit, clues))
      .toSorted((one, other) => Math.abs(one.on - clues.on) - Math.abs(other.on - clues.on));
    return [...sumsOf(clues, near, common), ...splitsOf(clues, lines, near, common)];
  };
}

/** What its writer gave no kind may be one of several on the days around. */
const isLikely = ({ kind, on }: Unit, clues: LineClues): boolean =>
  agreementOf(kind, clues.line) === 'same' ||
  (kind === 'other' && Math.abs(on - clues.on) <= untoldDaysMax);

const sumsOf = (
  clues: LineClues,
  near: readonly Unit[],
  common: Commonness,
): readonly Suggestion[] =>
  sumsTo(near, clues.line.amountCents, 12).flatMap((some) => {
    const unit = groupOf(some, some.find(({ kind }) => kind !== 'other')?.kind ?? 'other');
    const evidence = evidenceOf(clues, unit, common);
    if (!evidence) return [];
    const isNamed = some.every(({ names }) => names.some((name) => evidence.names.includes(name)));
    return [
      {
        lines: [clues.line],
        unit,
        score: evidence.score + sumMark + (isNamed ? namedBonus : 0),
        reasons: () => [
          `${some.length} écritures font ${formatCents(clues.line.amountCents)}`,
          ...reasonsOf(clues, unit, evidence),
        ],
      },
    ];
  });

const splitsOf = (
  clues: LineClues,
  lines: ReadonlyMap<string, readonly LineClues[]>,
  near: readonly Unit[],
  common: Commonness,
): readonly Suggestion[] =>
  near
    .filter(({ amountCents }) => Math.abs(amountCents) > Math.abs(clues.line.amountCents))
    .flatMap((unit) => {
      const rest =
        lines.get(`${clues.line.operation} ${unit.amountCents - clues.line.amountCents}`) ?? [];
      const others = rest.filter(
        (other) => other !== clues && Math.abs(other.on - clues.on) <= apartDaysMax,
      );
      const evidence = others.length > 0 ? evidenceOf(clues, unit, common) : undefined;
      if (!evidence) return [];
      return others.slice(0, 2).map((other) => {
        const both = [clues.line, other.line].toSorted((one, two) => (one.id < two.id ? -1 : 1));
        return {
          lines: both,
          unit,
          score: evidence.score + splitMark,
          reasons: () => [
            `${both.length} lignes font ${formatCents(sumCents(both.map(({ amountCents }) => amountCents)))}`,
            ...reasonsOf(clues, unit, evidence),
          ],
        };
      });
    });
