import type { listMatchHistoryEndpoint } from '#shared/contract/bank/matching.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findBankAccount } from '#functions/stores/bank-accounts.ts';
import { listMatches, listUndoneMatches, type Match } from '#functions/stores/matches.ts';
import { listStatementLines } from '#functions/stores/statements.ts';
import { findUser } from '#functions/stores/users.ts';
import { lineView } from './views.ts';

interface Act {
  readonly match: Match;
  readonly act: 'made' | 'undone';
  readonly at: string;
  readonly by: string;
}

/** Who matched what and when, what was taken back included, the latest first. */
export const listMatchHistory: UseCase<typeof listMatchHistoryEndpoint> = async (call) => {
  const { scope, params } = call;
  const account = await findBankAccount(scope, params.bankAccountId);
  if (!account) return reject('not_found');
  const [all, undone, lines] = await Promise.all([
    listMatches(scope),
    listUndoneMatches(scope, account.id),
    listStatementLines(scope, account.id),
  ]);
  const made = [...all.filter(({ bankAccountId }) => bankAccountId === account.id), ...undone];
  const acts: readonly Act[] = [
    ...made.map((match) => ({ match, act: 'made' as const, at: match.madeAt, by: match.madeBy })),
    ...undone.map((match) => ({
      match,
      act: 'undone' as const,
      at: match.undoneAt,
      by: match.undoneBy,
    })),
  ];
  const [names, byId] = [await namesOf(acts), new Map(lines.map((line) => [line.id, line]))];
  const sorted = acts.toSorted(
    (one, other) => other.at.localeCompare(one.at) || other.act.localeCompare(one.act),
  );
  return accept({
    acts: sorted.map(({ match, by, ...act }) => ({
      ...act,
      matchId: match.id,
      by: names.get(by) ?? 'Une personne qui n’est plus là',
      automatic: match.automatic !== undefined,
      lines: match.lineIds.flatMap((id) => byId.get(id) ?? []).map(lineView),
      entryIds: match.entries.map(({ id }) => id),
    })),
  });
};

async function namesOf(acts: readonly Act[]): Promise<ReadonlyMap<string, string>> {
  const users = await Promise.all([...new Set(acts.map(({ by }) => by))].map(findUser));
  return new Map(users.flatMap((user) => (user ? [[user.userId, user.name] as const] : [])));
}
