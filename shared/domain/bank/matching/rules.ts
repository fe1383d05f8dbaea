import type { Operation } from '../statement.ts';
import type { MatchLine } from './entry-kinds.ts';
import { namesIn, spelled } from './words.ts';

/** What fills the entry that a line lacks. */
export interface Filling {
  readonly accountNumber: string;
  readonly label: string;
}

/** Lines of one kind and way that bear the words are written so. */
export interface LineRule extends Filling {
  readonly operation: Operation;
  readonly isMoneyOut: boolean;
  /** All of them are on the line, as `spelled` writes them. */
  readonly words: readonly string[];
}

/** A line, and how somebody wrote its entry. */
export interface Confirmed extends Filling {
  readonly line: MatchLine;
}

/** One confirmation proves nothing; two equal ones do, until one says otherwise. */
const confirmationsMin = 2;

/**
 * The rules that confirmations teach: lines of one kind, way and words whose entries were all written
 * on one account, twice at least. A single contradiction retires the rule. It fills a form, no more.
 */
export const learnedRules = (confirmed: readonly Confirmed[]): readonly LineRule[] =>
  [...Map.groupBy(confirmed, ({ line }) => keyOf(line))].flatMap(([, same]) => {
    const [first] = same;
    const accounts = new Set(same.map(({ accountNumber }) => accountNumber));
    const words = first ? namesIn(first.line.label) : [];
    if (!first || same.length < confirmationsMin || accounts.size > 1 || words.length === 0)
      return [];
    const { operation, amountCents } = first.line;
    return [
      {
        operation,
        isMoneyOut: amountCents < 0,
        words,
        accountNumber: first.accountNumber,
        label: first.label,
      },
    ];
  });

const keyOf = ({ operation, amountCents, label }: MatchLine): string =>
  `${operation} ${amountCents < 0} ${namesIn(label).toSorted().join(' ')}`;

/** What the rules fill for a line: the one with the most words; nothing when two say otherwise. */
export function fillingFor(line: MatchLine, rules: readonly LineRule[]): Filling | undefined {
  const text = ` ${spelled(line.label)} `;
  const fitting = rules.filter(
    ({ operation, isMoneyOut, words }) =>
      operation === line.operation &&
      isMoneyOut === line.amountCents < 0 &&
      words.every((word) => text.includes(` ${word} `)),
  );
  const most = Math.max(0, ...fitting.map(({ words }) => words.length));
  const best = fitting.filter(({ words }) => words.length === most);
  const [first] = best;
  if (!first || best.some(({ accountNumber }) => accountNumber !== first.accountNumber))
    return undefined;
  return { accountNumber: first.accountNumber, label: first.label };
}
