import type { addBankAccountEndpoint } from '#shared/contract/bank/statement.ts';
import { isIban, looksLikeIban } from '#shared/domain/bank/register/iban.ts';
import { checkSuccession } from '#shared/domain/bank/register/succession.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import {
  addBankAccount as add,
  findBankAccount,
  listBankAccounts,
} from '#functions/stores/bank-accounts.ts';
import { listStatements } from '#functions/stores/statements.ts';
import { commit } from '#functions/stores/table.ts';
import { mayWrite } from './may-write.ts';
import { wholeAccountView } from './views.ts';

/**
 * Adds a bank account. One account of the chart is one account at the bank at a time: otherwise
 * neither could be reconciled. When a cooperative changes bank, the new one replaces the old one.
 */
export const addBankAccount: UseCase<typeof addBankAccountEndpoint> = async (call) => {
  const { actor, scope, params, body, now, today, requestId } = call;
  const account = { id: params.bankAccountId, ...body };
  const isShown = mayWrite(actor, scope, today);
  const known = await findBankAccount(scope, account.id);
  if (known) {
    const isSame =
      known.label === body.label &&
      known.accountRef === body.accountRef &&
      known.accountNumber === body.accountNumber &&
      known.replaces === body.replaces;
    if (!isSame) return reject('bank_account_id_reused');
    return accept(wholeAccountView(known, await listStatements(scope, known.id), isShown));
  }
  if (looksLikeIban(body.accountRef) && !isIban(body.accountRef))
    return reject('iban_wrong', 'accountRef');
  const checked = checkSuccession(account, await listBankAccounts(scope));
  if (!checked.ok) return checked;
  await commit([
    ...add(scope, account),
    recordAct(scope, {
      act: 'add-bank-account',
      target: account.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept(wholeAccountView({ ...account, version: 1 }, [], isShown));
};
