import { ulid } from 'ulid';
import type { matchAutomaticallyEndpoint } from '#shared/contract/bank/matching.ts';
import { checkMatch } from '#shared/domain/bank/match.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findBankAccount } from '#functions/stores/bank-accounts.ts';
import { listMatches, type Match } from '#functions/stores/matches.ts';
import { commit } from '#functions/stores/table.ts';
import { accountBooks, openOf, type AccountBooks } from './account-books.ts';
import { inBatches } from './in-batches.ts';
import { entriesOfMatch, matchWrites } from './make-match.ts';
import { proposalsOf } from './proposals.ts';
import { matchView } from './views.ts';

type AutomaticCall = Call<typeof matchAutomaticallyEndpoint>;

/**
 * Confirms the proposals that are safe without a look. Asked again under the same batch, it goes on
 * where it stopped: what is matched is no longer proposed.
 */
export const matchAutomatically: UseCase<typeof matchAutomaticallyEndpoint> = async (call) => {
  const { actor, scope, params, now, requestId } = call;
  const account = await findBankAccount(scope, params.bankAccountId);
  if (!account) return reject('not_found');
  const books = await accountBooks(scope, account);
  const matches = safeMatches(books, call);
  for (const writes of inBatches(matches.map((match) => matchWrites(scope, match))))
    await commit([
      ...writes,
      recordAct(scope, {
        act: 'match-automatically',
        target: params.batchId,
        by: actor.userId,
        at: now,
        correlationId: requestId,
      }),
    ]);
  const kept = (await listMatches(scope)).filter(
    ({ automatic }) => automatic?.batchId === params.batchId,
  );
  return accept({ matches: kept.map(matchView) });
};

/** What a person could confirm as well, of what is proposed as safe. */
function safeMatches(books: AccountBooks, { params, actor, now }: AutomaticCall): readonly Match[] {
  const { lines, waiting } = openOf(books);
  const byLine = new Map(lines.map((line) => [line.id, line]));
  const byEntry = new Map(waiting.map(({ entry }) => [entry.id, entry]));
  return proposalsOf(books)
    .filter(({ automatic }) => automatic)
    .flatMap(({ lineIds, entryIds, reasons }): readonly Match[] => {
      const own = lineIds.flatMap((id) => byLine.get(id) ?? []);
      const entries = entryIds.flatMap((id) => byEntry.get(id) ?? []);
      const checked = checkMatch(own, entries, books.accountNumber);
      if (!checked.ok) return [];
      return [
        {
          id: ulid(Date.parse(now)),
          bankAccountId: params.bankAccountId,
          lineIds: [...lineIds],
          entries: entriesOfMatch(checked.value, books.accountNumber),
          madeAt: now,
          madeBy: actor.userId,
          automatic: { batchId: params.batchId, reasons: [...reasons] },
        },
      ];
    });
}
