import { matchBooks } from '#shared/domain/bank/matching/match-books.ts';
import type { MatchedKind } from '#shared/domain/bank/matching/entry-kinds.ts';
import { operationOf } from '#shared/domain/bank/reading/operation.ts';
import { cents } from '#shared/domain/money.ts';
import type { Case } from './case.ts';
import type { Said } from './score.ts';

/** What the product says of a case. */
export const ours = ({ lines, entries, periods }: Case): readonly Said[] =>
  matchBooks({
    lines: lines.map((line) => {
      const amountCents = cents(line.amountCents);
      return {
        ...line,
        amountCents,
        operation: operationOf({ code: line.operationCode, label: line.label, amountCents }),
      };
    }),
    entries: entries.map((entry) => ({
      ...entry,
      amountCents: cents(entry.amountCents),
      kind: entry.kind as MatchedKind,
    })),
    periods: periods.map(({ from, to, openingBalanceCents, closingBalanceCents }) => ({
      from,
      to,
      openingCents: cents(openingBalanceCents),
      closingCents: cents(closingBalanceCents),
    })),
  });
