import type { closeBankAccountEndpoint } from '#shared/contract/bank/register.ts';
import { balanceOn } from '#shared/domain/bank/balance-on.ts';
import { isApart } from '#shared/domain/bank/pooled.ts';
import { checkClosing } from '#shared/domain/bank/register/close-account.ts';
import { lastMovementOn } from '#shared/domain/bank/register/dormant.ts';
import { successorOf } from '#shared/domain/bank/register/succession.ts';
import { reconciliationOn } from '#shared/domain/bank/reconciliation.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import {
  changeBankAccount,
  findBankAccount,
  listBankAccounts,
} from '#functions/stores/bank-accounts.ts';
import { commit } from '#functions/stores/table.ts';
import { accountBooks, openOf } from './account-books.ts';
import { mayWrite } from './may-write.ts';
import { wholeAccountView } from './views.ts';

/**
 * Closes an account on a day: nothing is left on it, nothing is left to match. Of one that another
 * replaces, the books cannot tell: what they hold and what waits goes on with the other.
 */
export const closeBankAccount: UseCase<typeof closeBankAccountEndpoint> = async (call) => {
  const { actor, scope, params, body, now, today, requestId } = call;
  const account = await findBankAccount(scope, params.bankAccountId);
  if (!account) return reject('not_found');
  const books = await accountBooks(scope, account);
  const isShown = mayWrite(actor, scope, today);
  if (account.closedOn !== undefined)
    return account.closedOn === body.closedOn
      ? accept(wholeAccountView(account, books.statements, isShown))
      : reject('bank_account_closed');
  const { lines, waiting } = openOf(books);
  const isReplaced = successorOf(account, await listBankAccounts(scope)) !== undefined;
  const own = isReplaced ? { ...books, entries: [] } : books;
  const openLines = lines.filter((line) => line.matchId === undefined && !isApart(line));
  const checked = checkClosing({
    closedOn: body.closedOn,
    today,
    openedOn: account.openedOn,
    lastMovementOn: lastMovementOn(account.accountNumber, own.entries, books.lines),
    ledgerCents: reconciliationOn(own, today).ledgerCents,
    statementCents: balanceOn(books.statements, books.lines, today)?.balanceCents ?? null,
    openCount: openLines.length + (isReplaced ? 0 : waiting.length),
  });
  if (!checked.ok) return checked;
  const closed = { ...account, closedOn: body.closedOn };
  await commit([
    changeBankAccount(scope, closed),
    recordAct(scope, {
      act: 'close-bank-account',
      target: account.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  const view = { ...closed, version: account.version + 1 };
  return accept(wholeAccountView(view, books.statements, isShown));
};
