import type { findCashQuotaEndpoint } from '#shared/contract/bank/register.ts';
import { currentAmong } from '#shared/domain/bank/register/succession.ts';
import { bankAccountNumber } from '#shared/domain/ledger/chart.ts';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { listBankAccounts } from '#functions/stores/bank-accounts.ts';
import { findDepartment } from '#functions/stores/coops.ts';
import { listEntries, postedAmong } from '#functions/stores/entries.ts';
import { departmentScopeOf } from '#functions/stores/scope.ts';
import { listStatementLines } from '#functions/stores/statements.ts';
import { accountYear, bankNameOf } from './account-year.ts';

/** How many cash deposits the year has had, before one more is made: it may not be free. */
export const findCashQuota: UseCase<typeof findCashQuotaEndpoint> = async (call) => {
  const { scope, query, today } = call;
  const yearId = query.year ?? fiscalYearIdOf(today);
  const [declared, entries, department] = await Promise.all([
    listBankAccounts(scope),
    listEntries(scope, yearId),
    findDepartment(departmentScopeOf(scope.department)),
  ]);
  const open = currentAmong(declared).filter(({ closedOn }) => closedOn === undefined);
  const wanted = open.length > 0 ? open : [{ accountNumber: bankAccountNumber }];
  const accounts = await Promise.all(
    wanted.map(async (account) => {
      const { accountNumber } = account;
      const shared = declared.filter((one) => one.accountNumber === accountNumber);
      const read = await Promise.all(shared.map(({ id }) => listStatementLines(scope, id)));
      const books = { accountNumber, entries: postedAmong(entries), lines: read.flat() };
      const bankName = bankNameOf(account);
      const { cashQuota } = accountYear({ books, payments: [], bankName, department, yearId });
      return { accountNumber, ...cashQuota };
    }),
  );
  return accept({ yearId, accounts });
};
