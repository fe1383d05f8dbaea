import type { BankBooks } from '#shared/domain/bank/reconciliation.ts';
import { asEntry } from '#shared/domain/bank/register/opening-items.ts';
import { bankAccountNumber, postalAccountNumber } from '#shared/domain/ledger/chart.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { listBankAccounts } from '#functions/stores/bank-accounts.ts';
import { listEntries, postedAmong } from '#functions/stores/entries.ts';
import { listOpeningItems } from '#functions/stores/opening-items.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { listStatementLines, listStatements } from '#functions/stores/statements.ts';

/** The posted entries of these years: a cheque of last year may still be out. */
export async function postedOf(
  scope: CoopScope,
  yearIds: readonly string[],
): Promise<readonly PostedEntry[]> {
  const years = await Promise.all(yearIds.map((yearId) => listEntries(scope, yearId)));
  return years.flatMap(postedAmong);
}

/** The bank accounts against the books; one that has entries but was never declared, too. */
export async function bankBooksOf(
  scope: CoopScope,
  entries: readonly PostedEntry[],
): Promise<readonly BankBooks[]> {
  const declared = await listBankAccounts(scope);
  const wanted = [bankAccountNumber, postalAccountNumber].flatMap((accountNumber) => {
    const account = declared.find((one) => one.accountNumber === accountNumber);
    const isUsed = entries.some(({ lines }) =>
      lines.some((line) => line.accountNumber === accountNumber),
    );
    return account || isUsed ? [{ accountNumber, account }] : [];
  });
  return Promise.all(
    wanted.map(async ({ accountNumber, account }) => {
      const [lines, statements, items] = account
        ? await Promise.all([
            listStatementLines(scope, account.id),
            listStatements(scope, account.id),
            listOpeningItems(scope, account.id),
          ])
        : [[], [], []];
      const openingItems = items.map((item) => asEntry(item, accountNumber));
      return { accountNumber, entries, openingItems, lines, statements };
    }),
  );
}
