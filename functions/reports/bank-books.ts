import type { BankBooks } from '#shared/domain/bank/reconciliation.ts';
import { besideIn, currentAmong } from '#shared/domain/bank/register/succession.ts';
import type { Day } from '#shared/domain/dates.ts';
import { bankAccountNumber, postalAccountNumber } from '#shared/domain/ledger/chart.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { bankSide } from '#functions/platform/bank-side.ts';
import { listBankAccounts } from '#functions/stores/bank-accounts.ts';
import { listEntries, postedAmong } from '#functions/stores/entries.ts';
import type { CoopScope } from '#functions/stores/scope.ts';

/** The posted entries of these years: a cheque of last year may still be out. */
export async function postedOf(
  scope: CoopScope,
  yearIds: readonly string[],
): Promise<readonly PostedEntry[]> {
  const years = await Promise.all(yearIds.map((yearId) => listEntries(scope, yearId)));
  return years.flatMap(postedAmong);
}

/**
 * The bank accounts against the books on a day; one that has entries but was never declared, too. Of
 * a cooperative that changed bank, the account in use on that day, with the others beside it.
 */
export async function bankBooksOf(
  scope: CoopScope,
  entries: readonly PostedEntry[],
  day: Day,
): Promise<readonly BankBooks[]> {
  const declared = (await listBankAccounts(scope)).filter(
    ({ replaces, openedOn }) => replaces === undefined || openedOn === undefined || openedOn <= day,
  );
  const wanted = [bankAccountNumber, postalAccountNumber].flatMap((accountNumber) => {
    const account = currentAmong(declared).find((one) => one.accountNumber === accountNumber);
    const isUsed = entries.some(({ lines }) =>
      lines.some((line) => line.accountNumber === accountNumber),
    );
    return account || isUsed ? [{ accountNumber, account }] : [];
  });
  return Promise.all(
    wanted.map(async ({ accountNumber, account }) => {
      if (!account) return { accountNumber, entries, lines: [], statements: [] };
      const [own, beside] = await Promise.all([
        bankSide(scope, account),
        Promise.all(besideIn(account, declared).map((one) => bankSide(scope, one))),
      ]);
      return { accountNumber, entries, ...own, beside };
    }),
  );
}
