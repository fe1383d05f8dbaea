import { waitingNow } from '#shared/domain/bank/bank-entry.ts';
import { linesOfBooks, type BankBooks } from '#shared/domain/bank/reconciliation.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { besideIn } from '#shared/domain/bank/register/succession.ts';
import { bankSide } from '#functions/platform/bank-side.ts';
import { listBankAccounts, type BankAccount } from '#functions/stores/bank-accounts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import type { ImportedStatement } from '#functions/stores/statements.ts';
import { postedEntries } from './posted-entries.ts';

/** A bank account and its side of the books. */
export interface AccountBooks extends BankBooks {
  readonly openingItems: readonly PostedEntry[];
  readonly statements: readonly ImportedStatement[];
}

/** The books of an account, with the accounts at other banks that it replaced or that replace it. */
export async function accountBooks(scope: CoopScope, account: BankAccount): Promise<AccountBooks> {
  const { accountNumber } = account;
  const [entries, accounts] = await Promise.all([postedEntries(scope), listBankAccounts(scope)]);
  const [own, ...beside] = await Promise.all(
    [account, ...besideIn(account, accounts)].map((one) => bankSide(scope, one)),
  );
  if (!own) throw new Error('an account has its side');
  return { accountNumber, entries, ...own, beside };
}

/** What waits on both sides: the lines that the books can know, the entries that no line has met. */
export const openOf = ({ lines, entries, openingItems = [], accountNumber }: BankBooks) => ({
  lines: linesOfBooks(lines, entries),
  waiting: waitingNow([...openingItems, ...entries], accountNumber),
});
