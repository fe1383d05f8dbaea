import type { changeBankAccountEndpoint } from '#shared/contract/bank/register.ts';
import { isIban, looksLikeIban } from '#shared/domain/bank/register/iban.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import {
  changeBankAccount as change,
  findBankAccount,
  type BankAccount,
} from '#functions/stores/bank-accounts.ts';
import { listStatements } from '#functions/stores/statements.ts';
import { commit } from '#functions/stores/table.ts';
import { mayWrite } from './may-write.ts';
import { wholeAccountView } from './views.ts';

type ChangeCall = Call<typeof changeBankAccountEndpoint>;

/**
 * Corrects what the register says of an account. Asked again with the same content, there is nothing
 * left to do; another change in between is not written over.
 */
export const changeBankAccount: UseCase<typeof changeBankAccountEndpoint> = async (call) => {
  const { actor, scope, params, body, now, requestId } = call;
  const account = await findBankAccount(scope, params.bankAccountId);
  if (!account) return reject('not_found');
  const { version, ...asked } = body;
  if (isSame(account, asked)) return answer(call, account);
  if (account.closedOn !== undefined) return reject('bank_account_closed');
  if (account.version !== version) return reject('bank_account_changed');
  if (looksLikeIban(body.accountRef) && !isIban(body.accountRef))
    return reject('iban_wrong', 'accountRef');
  const { id, accountNumber, replaces } = account;
  if (replaces !== undefined && body.openedOn === undefined)
    return reject('opening_day_missing', 'openedOn');
  const changed: BankAccount = {
    id,
    accountNumber,
    ...(replaces !== undefined && { replaces }),
    ...asked,
    version,
  };
  await commit([
    change(scope, changed),
    recordAct(scope, {
      act: 'change-bank-account',
      target: id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return answer(call, { ...changed, version: version + 1 });
};

const isSame = (account: BankAccount, asked: Omit<ChangeCall['body'], 'version'>): boolean =>
  (
    ['label', 'accountRef', 'bankName', 'holder', 'openedOn', 'signatoriesToldOn', 'notes'] as const
  ).every((name) => account[name] === asked[name]);

async function answer({ actor, scope, today }: ChangeCall, account: BankAccount) {
  const statements = await listStatements(scope, account.id);
  return accept(wholeAccountView(account, statements, mayWrite(actor, scope, today)));
}
