import type { findReconciliationEndpoint } from '#shared/contract/bank/statement.ts';
import { balanceOn } from '#shared/domain/bank/balance-on.ts';
import { waitingNow, type BankEntry } from '#shared/domain/bank/bank-entry.ts';
import { proposeMatches } from '#shared/domain/bank/propose-matches.ts';
import {
  linesOfBooks,
  reconciliationOn,
  type BankBooks,
} from '#shared/domain/bank/reconciliation.ts';
import type { Day } from '#shared/domain/dates.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findBankAccount } from '#functions/stores/bank-accounts.ts';
import { listMatches } from '#functions/stores/matches.ts';
import { listStatementLines, listStatements } from '#functions/stores/statements.ts';
import { postedEntries } from './posted-entries.ts';
import { accountView, lineView, matchView } from './views.ts';

/** Bank against books: lines, entries still waiting, proposals, and the identity to the cent. */
export const findReconciliation: UseCase<typeof findReconciliationEndpoint> = async (call) => {
  const { scope, params, today } = call;
  const account = await findBankAccount(scope, params.bankAccountId);
  if (!account) return reject('not_found');
  const [allLines, statements, entries, matches] = await Promise.all([
    listStatementLines(scope, account.id),
    listStatements(scope, account.id),
    postedEntries(scope),
    listMatches(scope),
  ]);
  const { accountNumber } = account;
  const books: BankBooks = { accountNumber, entries, lines: allLines, statements };
  const lines = linesOfBooks(allLines, entries);
  const waiting = waitingNow(entries, accountNumber);
  return accept({
    bankAccount: accountView(account, statements),
    lines: lines.map(lineView),
    waitingEntries: waiting.map(waitingView),
    proposals: proposeMatches(lines, waiting),
    matches: matches.filter((match) => match.bankAccountId === account.id).map(matchView),
    identity: reconciliationOn(books, dayOfStatement(books, today)),
  });
};

/** The last day that the statements give a balance for; today while there is none. */
function dayOfStatement({ statements, lines }: BankBooks, today: Day): Day {
  const last = statements
    .map(({ closingOn, to }) => closingOn ?? to)
    .toSorted()
    .at(-1);
  const latest = last !== undefined && last > today ? last : today;
  return balanceOn(statements, lines, latest)?.on ?? today;
}

const waitingView = ({ entry, amountCents }: BankEntry) => ({
  id: entry.id,
  number: entry.number,
  entryDate: entry.entryDate,
  label: entry.label,
  kind: entry.kind,
  amountCents,
  chequeNumber: entry.chequeNumber,
});
