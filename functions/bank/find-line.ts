import type { findLineEndpoint } from '#shared/contract/bank/matching.ts';
import { isMoneyOut, type LineToFill } from '#shared/domain/bank/filling/filling.ts';
import { learned, type Confirmed } from '#shared/domain/bank/filling/learned.ts';
import { startedWith } from '#shared/domain/bank/filling/starter-rules.ts';
import type { KeptLine } from '#shared/domain/bank/statement.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { findAccount } from '#shared/domain/ledger/chart.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { listBankAccounts } from '#functions/stores/bank-accounts.ts';
import { findDepartment } from '#functions/stores/coops.ts';
import { listMatches, type Match } from '#functions/stores/matches.ts';
import { departmentScopeOf, type CoopScope } from '#functions/stores/scope.ts';
import { listStatementLines, listStatements } from '#functions/stores/statements.ts';
import { postedEntries } from './posted-entries.ts';
import { accountView, lineView } from './views.ts';

/**
 * A line, and what its entry is pre-filled with: as the last two lines like it, whichever account
 * of the cooperative they were on, else by its label. What was learned is read from the matches and
 * entries themselves: a match that is taken back teaches nothing any more, and nothing can differ.
 */
export const findLine: UseCase<typeof findLineEndpoint> = async (call) => {
  const { scope, params } = call;
  const accounts = await listBankAccounts(scope);
  const account = accounts.find(({ id }) => id === params.bankAccountId);
  if (!account) return reject('not_found');
  const lines = await Promise.all(accounts.map(({ id }) => listStatementLines(scope, id)));
  const line = lines[accounts.indexOf(account)]?.find(({ id }) => id === params.lineId);
  if (!line) return reject('not_found');
  const [statements, filling] = await Promise.all([
    listStatements(scope, account.id),
    fillingOf(scope, line, lines.flat()),
  ]);
  return accept({
    bankAccount: accountView(account, statements),
    line: lineView(line),
    ...(filling && { filling }),
  });
};

async function fillingOf(scope: CoopScope, line: LineToFill, lines: readonly KeptLine[]) {
  const [matches, entries, department] = await Promise.all([
    listMatches(scope),
    postedEntries(scope),
    findDepartment(departmentScopeOf(scope.department)),
  ]);
  const taught = learned(line, confirmedOf(matches, lines, entries));
  const filling = taught?.filling ?? startedWith(line, department?.starterRules);
  const kind = isMoneyOut(line) ? 'expense' : 'income';
  if (!filling || findAccount(chart2024, filling.accountNumber)?.kind !== kind) return undefined;
  const like = (taught?.entries ?? []).map(({ id, number }) => ({ id, number }));
  return { ...filling, like };
}

/** What somebody said is one line and one entry; what was matched without a look teaches nothing. */
function confirmedOf(
  matches: readonly Match[],
  lines: readonly KeptLine[],
  entries: readonly PostedEntry[],
): readonly Confirmed[] {
  const lineOf = new Map(lines.map((line) => [line.matchId, line]));
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  return matches.flatMap((match) => {
    const isOneToOne = match.lineIds.length === 1 && match.entries.length === 1;
    const line = lineOf.get(match.id);
    const entry = entryOf.get(match.entries[0]?.id ?? '');
    if (!isOneToOne || match.automatic || !line || !entry) return [];
    return [{ line, entry, at: match.madeAt }];
  });
}
