import { searchable } from '../text.ts';
import type { StatementFormat } from './reading/read-statement.ts';
import type { StatementLine } from './statement.ts';

/** A line of a file with the id it has whichever file brings it. */
export interface IdentifiedLine<Line extends StatementLine = StatementLine> {
  readonly id: string;
  readonly line: Line;
}

/**
 * Gives each line of a file an id made from what the bank says of it: day, amount, label, number
 * and, where the format makes it a fact of the operation, its reference; then its rank among the
 * equal lines of that day. The same lines get the same ids from any file, in any order; true twins
 * get two. The reference of OFX (FITID) is left out: some banks number it anew in each file, some
 * give one to two operations.
 */
export function identified<Line extends StatementLine>(
  lines: readonly Line[],
  format: StatementFormat,
  digest: (text: string) => string,
): readonly IdentifiedLine<Line>[] {
  const ranks = new Map<string, number>();
  return lines.map((line) => {
    const key = keyOf(line, format);
    const rank = (ranks.get(key) ?? 0) + 1;
    ranks.set(key, rank);
    return { id: `${line.date}.${digest(key).slice(0, 20)}.${rank}`, line };
  });
}

const keyOf = (line: StatementLine, format: StatementFormat): string =>
  JSON.stringify([
    line.date,
    line.amountCents,
    searchable(`${line.label} ${line.details ?? ''}`).replaceAll(' ', ''),
    line.number ?? '',
    format === 'cfonb120' ? (line.reference ?? '') : '',
  ]);

/** A line that was kept before, with the format it came in. */
export interface KnownLine extends StatementLine {
  readonly id: string;
  readonly format: string;
}

/** A line that may be one that another format brought, though nothing but day and amount says so. */
export interface ProbableTwin<Line extends StatementLine = StatementLine> {
  readonly id: string;
  readonly line: Line;
  readonly known: KnownLine;
}

/** What a file brings, beside what is known for sure. */
export interface Compared<Line extends StatementLine> {
  readonly news: readonly IdentifiedLine<Line>[];
  readonly probable: readonly ProbableTwin<Line>[];
}

/**
 * Tells the lines that are not kept yet. Days are compared as multisets: two kept and three in the
 * file make one new. A file in another format than the one that brought the day finds its lines again
 * by day, amount and a word of the label in common, each kept line once. When no word is in common,
 * or only the day of value is the same, the two may be one: a person decides.
 */
export function compared<Line extends StatementLine>(
  file: readonly IdentifiedLine<Line>[],
  known: readonly KnownLine[],
  format: StatementFormat,
): Compared<Line> {
  const ids = new Set(known.map(({ id }) => id));
  const unknown = file.filter(({ id }) => !ids.has(id));
  const others = Map.groupBy(
    known.filter((line) => line.format !== format),
    ({ amountCents }) => amountCents,
  );
  const claimed = new Set<string>();
  const claim = (line: Line, isTwin: (other: KnownLine) => boolean): KnownLine | undefined => {
    const twin = (others.get(line.amountCents) ?? []).find(
      (other) => !claimed.has(other.id) && isTwin(other),
    );
    if (twin) claimed.add(twin.id);
    return twin;
  };
  const unlike = unknown.filter(
    ({ line }) => !claim(line, (other) => other.date === line.date && shareWord(line, other)),
  );
  const news: IdentifiedLine<Line>[] = [];
  const probable: ProbableTwin<Line>[] = [];
  for (const { id, line } of unlike) {
    const twin = claim(line, (other) => areClose(line, other));
    if (twin) probable.push({ id, line, known: twin });
    else news.push({ id, line });
  }
  return { news, probable };
}

/** The same day, or a day that one of them has for its day of value. */
const areClose = (one: StatementLine, other: StatementLine): boolean =>
  one.date === other.date || one.valueDate === other.date || one.date === other.valueDate;

const wordsOf = ({ label, details = '' }: StatementLine): readonly string[] =>
  searchable(`${label} ${details}`)
    .split(' ')
    .filter((word) => word.length >= 3);

const shareWord = (one: StatementLine, other: StatementLine): boolean => {
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
};
