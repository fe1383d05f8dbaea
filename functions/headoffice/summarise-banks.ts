import { maskedReference } from '#shared/domain/bank/register/iban.ts';
import { signingRoles } from '#shared/domain/bank/register/signatories.ts';
import type { BankAccountSummary } from '#shared/domain/headoffice/bank-register.ts';
import { listBankAccounts, type BankAccount } from '#functions/stores/bank-accounts.ts';
import { keepBankSummary } from '#functions/stores/bank-summaries.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findLastLine, listStatements } from '#functions/stores/statements.ts';
import { listMandates } from '#functions/stores/users.ts';
import { summariseProfile } from './summarise.ts';

/** Brings the bank accounts of a cooperative, and who may sign, into its summary. */
export async function summariseBanks(scope: CoopScope): Promise<void> {
  if (!(await summariseProfile(scope))) return;
  const [accounts, roles] = await Promise.all([listBankAccounts(scope), listMandates(scope)]);
  await keepBankSummary(scope, {
    accounts: await Promise.all(accounts.map((account) => summaryOf(scope, account))),
    roles: signingRoles(roles).map(({ name, role, from, until }) => ({
      name,
      role,
      from,
      ...(until !== undefined && { until }),
    })),
  });
}

async function summaryOf(scope: CoopScope, account: BankAccount): Promise<BankAccountSummary> {
  const { id, label, bankName, accountRef, openedOn, closedOn, signatoriesToldOn } = account;
  const [statements, lastLine] = await Promise.all([
    listStatements(scope, id),
    findLastLine(scope, id),
  ]);
  const lastStatementOn = statements
    .map(({ closingOn, to }) => closingOn ?? to)
    .toSorted()
    .at(-1);
  return {
    id,
    label,
    bankName: bankName ?? '',
    maskedRef: maskedReference(accountRef),
    ...(openedOn && { openedOn }),
    ...(closedOn && { closedOn }),
    ...(signatoriesToldOn && { signatoriesToldOn }),
    ...(lastStatementOn && { lastStatementOn }),
    ...(lastLine && { lastMovementOn: lastLine.date }),
  };
}
