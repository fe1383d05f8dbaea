import { asEntry } from '#shared/domain/bank/register/opening-items.ts';
import type { Entry } from '#shared/domain/ledger/entry.ts';
import { findBankAccount } from '#functions/stores/bank-accounts.ts';
import { findEntry } from '#functions/stores/entries.ts';
import { findOpeningItem } from '#functions/stores/opening-items.ts';
import type { CoopScope } from '#functions/stores/scope.ts';

/** What a line of the account may be: an entry, or what waited for the bank before the books. */
export async function findMatchable(
  scope: CoopScope,
  bankAccountId: string,
  id: string,
): Promise<Entry | undefined> {
  const entry = await findEntry(scope, id);
  if (entry) return entry;
  const item = await findOpeningItem(scope, id);
  if (item?.bankAccountId !== bankAccountId) return undefined;
  const account = await findBankAccount(scope, bankAccountId);
  return account && asEntry(item, account.accountNumber);
}
