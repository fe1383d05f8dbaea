import type { Day } from '../../dates.ts';
import { negateCents } from '../../money.ts';
import { oneLine } from '../../text.ts';
import type { StatementLine } from '../statement.ts';

/** More of a label, or of what goes with it, is never kept. */
const labelMax = 500;
const detailsMax = 1_000;
const rawMax = 2_000;

/** A label in one line, cut where no label goes on. */
export const labelText = (text: string): string =>
  oneLine(text.slice(0, labelMax * 2))
    .slice(0, labelMax)
    .toWellFormed();

/** Several texts that go with a label, each once, in one line; undefined when there are none. */
export function detailsText(texts: readonly string[]): string | undefined {
  const distinct = [...new Set(texts.slice(0, 40).map(labelText))].filter((text) => text !== '');
  return distinct.length > 0 ? distinct.join(' · ').slice(0, detailsMax).toWellFormed() : undefined;
}

/** A reference as it is kept: in one line, undefined when there is none. */
export const referenceText = (text: string | undefined): string | undefined =>
  labelText(text ?? '') || undefined;

/** What the file says of a line, as written, bounded. */
export const rawText = (text: string): string => text.slice(0, rawMax).trim().toWellFormed();

/** The first and the last of some days. */
export function periodOf(days: Iterable<Day | null>): { from: Day | null; to: Day | null } {
  let from: Day | null = null;
  let to: Day | null = null;
  for (const date of days) {
    if (date === null) continue;
    if (from === null || date < from) from = date;
    if (to === null || date > to) to = date;
  }
  return { from, to };
}

/** The same operation with its sign turned. */
export const flippedLine = (line: StatementLine): StatementLine => ({
  ...line,
  amountCents: negateCents(line.amountCents),
});
