import type { findBankAccountEndpoint } from '#shared/contract/bank/register.ts';
import { isDormant, lastMovementOn } from '#shared/domain/bank/register/dormant.ts';
import { signatoriesOn, signatoriesState } from '#shared/domain/bank/register/signatories.ts';
import { reconciliationOn } from '#shared/domain/bank/reconciliation.ts';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findBankAccount as readBankAccount } from '#functions/stores/bank-accounts.ts';
import { findDepartment } from '#functions/stores/coops.ts';
import { listAllPayments } from '#functions/stores/family-payments.ts';
import { listOpeningItems } from '#functions/stores/opening-items.ts';
import { departmentScopeOf } from '#functions/stores/scope.ts';
import { listMandates } from '#functions/stores/users.ts';
import { listYears } from '#functions/stores/years.ts';
import { accountBooks } from './account-books.ts';
import { accountYear, bankNameOf } from './account-year.ts';
import { mayWrite } from './may-write.ts';
import { openingItemView } from './opening-item-view.ts';
import { wholeAccountView } from './views.ts';

/** A bank account as its register shows it, with what it did and cost in a school year. */
export const findBankAccount: UseCase<typeof findBankAccountEndpoint> = async (call) => {
  const { actor, scope, params, query, today } = call;
  const account = await readBankAccount(scope, params.bankAccountId);
  if (!account) return reject('not_found');
  const [books, payments, roles, years, department, items] = await Promise.all([
    accountBooks(scope, account),
    listAllPayments(scope),
    listMandates(scope),
    listYears(scope),
    findDepartment(departmentScopeOf(scope.department)),
    listOpeningItems(scope, account.id),
  ]);
  const yearIds = years.map(({ id }) => id).toSorted();
  const yearId = query.year ?? yearIds.at(-1) ?? fiscalYearIdOf(today);
  const movedOn = lastMovementOn(account.accountNumber, books.entries, books.lines);
  const [startOn] = years.map((year) => year.startOn).toSorted();
  const { holder = department?.name } = account;
  return accept({
    bankAccount: {
      ...wholeAccountView(account, books.statements, mayWrite(actor, scope, today)),
      holder,
    },
    signatories: {
      names: signatoriesOn(roles, today),
      state: signatoriesState(roles, account.signatoriesToldOn, today),
    },
    yearId,
    yearIds,
    ...accountYear({ books, payments, bankName: bankNameOf(account), department, yearId }),
    isDormant: isDormant({ ...account, lastMovementOn: movedOn }, today),
    ...(movedOn && { lastMovementOn: movedOn }),
    ledgerCents: reconciliationOn(books, today).ledgerCents,
    ...(startOn && { booksStartOn: startOn }),
    openingItems: items.map((item) => openingItemView(item, today)),
  });
};
