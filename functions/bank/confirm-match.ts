import type { confirmMatchEndpoint } from '#shared/contract/bank/statement.ts';
import { checkMatch } from '#shared/domain/bank/match.ts';
import { matchFieldOf } from '#shared/domain/bank/bank-entry.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findBankAccount } from '#functions/stores/bank-accounts.ts';
import { findEntry, markMatched } from '#functions/stores/entries.ts';
import { findMatch, keepMatch, type Match } from '#functions/stores/matches.ts';
import { findStatementLine, markLineMatched } from '#functions/stores/statements.ts';
import { commit } from '#functions/stores/table.ts';
import { listYears } from '#functions/stores/years.ts';
import { matchView } from './views.ts';

/** Declares that a line of the bank is an entry of the books: both are taken, or neither. */
export const confirmMatch: UseCase<typeof confirmMatchEndpoint> = async (call) => {
  const { actor, scope, params, body, now, requestId } = call;
  const [known, account, line, entry, years] = await Promise.all([
    findMatch(scope, params.matchId),
    findBankAccount(scope, body.bankAccountId),
    findStatementLine(scope, body.bankAccountId, body.lineId),
    findEntry(scope, body.entryId),
    listYears(scope),
  ]);
  if (known) return isSameMatch(known, body) ? accept(matchView(known)) : reject('match_id_reused');
  if (!account || !entry) return reject('not_found');
  if (!line || years.every(({ startOn }) => line.date < startOn))
    return reject('line_unknown', 'lineId');
  const checked = checkMatch(line, entry, account.accountNumber);
  if (!checked.ok) return checked;
  const match: Match = {
    ...body,
    id: params.matchId,
    fiscalYearId: checked.value.fiscalYearId,
    field: matchFieldOf(checked.value, account.accountNumber),
    madeAt: now,
    madeBy: actor.userId,
  };
  await commit([
    keepMatch(scope, match),
    markLineMatched(scope, match, match.id),
    markMatched(scope, checked.value, { matchId: match.id, field: match.field }),
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

const isSameMatch = (
  match: Match,
  asked: Pick<Match, 'bankAccountId' | 'lineId' | 'entryId'>,
): boolean =>
  match.bankAccountId === asked.bankAccountId &&
  match.lineId === asked.lineId &&
  match.entryId === asked.entryId;
