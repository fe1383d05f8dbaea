import { proposeMatches, type AccountToMatch } from '#shared/domain/bank/matching/propose.ts';
import { isApart } from '#shared/domain/bank/pooled.ts';
import { sumCents } from '#shared/domain/money.ts';
import { openOf, type AccountBooks } from './account-books.ts';

/** Lines of the bank that may be entries of the books, and why. */
export interface Proposal {
  readonly lineIds: readonly string[];
  readonly entryIds: readonly string[];
  readonly automatic: boolean;
  readonly balances: boolean;
  readonly reasons: readonly string[];
}

/**
 * What may be matched of what waits on both sides. Lines that are set apart, or older than the books,
 * count in the balances and wait for nothing. While another bank is open on the same account of the
 * chart, a better line may come there: no period is covered, and only a number makes a match sure.
 */
export function proposalsOf(books: AccountBooks): readonly Proposal[] {
  const { lines, waiting } = openOf(books);
  const open = new Set(lines.filter((line) => !isApart(line)).map(({ id }) => id));
  const lineCents = new Map(lines.map(({ id, amountCents }) => [id, amountCents]));
  const entryCents = new Map(waiting.map(({ entry, amountCents }) => [entry.id, amountCents]));
  return proposeMatches({
    lines: books.lines.map((line) => (open.has(line.id) ? line : settled(line))),
    waiting,
    statements: isShared(books) ? [] : books.statements,
  }).map(({ lineIds, entryIds, automatic, reasons }) => ({
    lineIds,
    entryIds,
    automatic,
    reasons,
    balances:
      sumCents(lineIds.flatMap((id) => lineCents.get(id) ?? [])) ===
      sumCents(entryIds.flatMap((id) => entryCents.get(id) ?? [])),
  }));
}

const isShared = ({ beside = [] }: AccountBooks): boolean =>
  beside.some(({ closedOn }) => closedOn === undefined);

const settled = <Line extends AccountToMatch['lines'][number]>(line: Line): Line => ({
  ...line,
  matchId: line.matchId ?? 'apart',
});
