import { daysBetween } from '#shared/domain/dates.ts';
import type { Case, CaseEntry, CaseLine } from './case.ts';
import type { Said } from './score.ts';

type Fits = (line: CaseLine, entry: CaseEntry) => boolean;

/** Each line in turn takes the nearest entry of its amount that fits, once and for all. */
const greedily = ({ lines, entries }: Case, fits: Fits): readonly Said[] => {
  const taken = new Set<string>();
  return lines.flatMap((line) => {
    const days = (entry: CaseEntry) => Math.abs(daysBetween(entry.date, line.date));
    const [nearest] = entries
      .filter(
        (entry) =>
          !taken.has(entry.id) && entry.amountCents === line.amountCents && fits(line, entry),
      )
      .toSorted((one, other) => days(one) - days(other));
    if (!nearest) return [];
    taken.add(nearest.id);
    return [{ lineIds: [line.id], entryIds: [nearest.id], automatic: true, score: 1 }];
  });
};

/** What most open-source tools do: the nearest equal amount within a week. */
export const nearestAmount = (one: Case): readonly Said[] =>
  greedily(one, (line, entry) => Math.abs(daysBetween(entry.date, line.date)) <= 7);

/** The strictest: the same day and the same amount. */
export const sameDay = (one: Case): readonly Said[] =>
  greedily(one, (line, entry) => line.date === entry.date);
