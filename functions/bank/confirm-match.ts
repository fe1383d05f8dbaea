import type { confirmMatchEndpoint } from '#shared/contract/bank/matching.ts';
import { checkMatch } from '#shared/domain/bank/match.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findBankAccount } from '#functions/stores/bank-accounts.ts';
import { findMatch, type Match } from '#functions/stores/matches.ts';
import { findStatementLine } from '#functions/stores/statements.ts';
import { commit } from '#functions/stores/table.ts';
import { listYears } from '#functions/stores/years.ts';
import { findMatchable } from './find-matchable.ts';
import { entriesOfMatch, matchWrites } from './make-match.ts';
import { matchView } from './views.ts';

/**
 * Declares that lines of the bank are entries of the books: all are taken, or none. Of two people
 * who take the same line at once, the second is told that it is matched already.
 */
export const confirmMatch: UseCase<typeof confirmMatchEndpoint> = async (call) => {
  const { actor, scope, params, body, now, requestId } = call;
  const [known, account, found, entriesFound, years] = await Promise.all([
    findMatch(scope, params.matchId),
    findBankAccount(scope, body.bankAccountId),
    Promise.all(body.lineIds.map((id) => findStatementLine(scope, body.bankAccountId, id))),
    Promise.all(body.entryIds.map((id) => findMatchable(scope, body.bankAccountId, id))),
    listYears(scope),
  ]);
  if (known) return isSameMatch(known, body) ? accept(matchView(known)) : reject('match_id_reused');
  const entries = entriesFound.filter((entry) => entry !== undefined);
  if (!account || entries.length < entriesFound.length) return reject('not_found');
  const lines = found.filter((line) => line !== undefined);
  const isBeforeBooks = lines.some(({ date }) => years.every(({ startOn }) => date < startOn));
  if (lines.length < found.length || isBeforeBooks) return reject('line_unknown', 'lineIds');
  const checked = checkMatch(lines, entries, account.accountNumber);
  if (!checked.ok) return checked;
  const match: Match = {
    id: params.matchId,
    bankAccountId: account.id,
    lineIds: body.lineIds,
    entries: entriesOfMatch(checked.value, account.accountNumber),
    madeAt: now,
    madeBy: actor.userId,
  };
  await commit([
    ...matchWrites(scope, match),
    recordAct(scope, {
      act: 'confirm-match',
      target: match.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept(matchView(match));
};

interface Asked {
  readonly bankAccountId: string;
  readonly lineIds: readonly string[];
  readonly entryIds: readonly string[];
}

const isSameMatch = ({ bankAccountId, lineIds, entries }: Match, asked: Asked): boolean =>
  bankAccountId === asked.bankAccountId &&
  isSameSet(lineIds, asked.lineIds) &&
  isSameSet(
    entries.map(({ id }) => id),
    asked.entryIds,
  );

const isSameSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));
