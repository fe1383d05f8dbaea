import type { listBankAccountsEndpoint } from '#shared/contract/bank/statement.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { listBankAccounts as readBankAccounts } from '#functions/stores/bank-accounts.ts';
import { listStatements } from '#functions/stores/statements.ts';
import { mayWrite } from './may-write.ts';
import { wholeAccountView } from './views.ts';

/** The bank accounts of the cooperative, each with its last statement. */
export const listBankAccounts: UseCase<typeof listBankAccountsEndpoint> = async (call) => {
  const { actor, scope, today } = call;
  const isShown = mayWrite(actor, scope, today);
  const accounts = await readBankAccounts(scope);
  const bankAccounts = await Promise.all(
    accounts.map(async (account) =>
      wholeAccountView(account, await listStatements(scope, account.id), isShown),
    ),
  );
  return accept({ bankAccounts });
};
