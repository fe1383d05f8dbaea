import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import type { Period } from '#shared/domain/bank/matching/coverage.ts';
import type {
  MatchEntry,
  MatchedKind,
  MatchLine,
} from '#shared/domain/bank/matching/entry-kinds.ts';
import { matchBooks } from '#shared/domain/bank/matching/match-books.ts';
import type { Operation } from '#shared/domain/bank/statement.ts';

export const lineOf = (
  ...[id, on, amountCents, label, operation]: readonly [
    id: string,
    on: string,
    amountCents: number,
    label: string,
    operation: Operation,
  ]
): MatchLine => ({ id, date: day(on), amountCents: cents(amountCents), label, operation });

export const entryOf = (
  ...[id, on, amountCents, kind, more]: readonly [
    id: string,
    on: string,
    amountCents: number,
    kind: MatchedKind,
    more?: Partial<MatchEntry>,
  ]
): MatchEntry => ({
  id,
  date: day(on),
  amountCents: cents(amountCents),
  kind,
  label: '',
  ...more,
});

/** A period whose file gives no balance. */
export const march = (from: string, to: string): Period => ({ from: day(from), to: day(to) });

export const booksOf = (
  periods: readonly (Pick<Period, 'from' | 'to'> & {
    readonly openingCents: number;
    readonly closingCents: number;
  })[],
): readonly Period[] =>
  periods.map(({ openingCents, closingCents, ...period }) => ({
    ...period,
    openingCents: cents(openingCents),
    closingCents: cents(closingCents),
  }));

interface Books {
  readonly lines: readonly MatchLine[];
  readonly entries: readonly MatchEntry[];
  readonly periods?: readonly Period[];
}

/** What is matched, all of two years being imported unless told otherwise. */
export const match = ({ lines, entries, periods = [march('2025-01-01', '2026-12-31')] }: Books) =>
  matchBooks({ lines, entries, periods });
