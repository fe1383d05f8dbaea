import { waitingNow } from '#shared/domain/bank/bank-entry.ts';
import { asEntry } from '#shared/domain/bank/register/opening-items.ts';
import { linesOfBooks, type BankBooks } from '#shared/domain/bank/reconciliation.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import type { BankAccount } from '#functions/stores/bank-accounts.ts';
import { listOpeningItems } from '#functions/stores/opening-items.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import {
  listStatementLines,
  listStatements,
  type ImportedStatement,
} from '#functions/stores/statements.ts';
import { postedEntries } from './posted-entries.ts';

/** A bank account and its side of the books. */
export interface AccountBooks extends BankBooks {
  readonly openingItems: readonly PostedEntry[];
  readonly statements: readonly ImportedStatement[];
}

export async function accountBooks(scope: CoopScope, account: BankAccount): Promise<AccountBooks> {
  const { accountNumber } = account;
  const [lines, statements, entries, items] = await Promise.all([
    listStatementLines(scope, account.id),
    listStatements(scope, account.id),
    postedEntries(scope),
    listOpeningItems(scope, account.id),
  ]);
  const openingItems = items.map((item) => asEntry(item, accountNumber));
  return { accountNumber, entries, openingItems, lines, statements };
}

/** What waits on both sides: the lines that the books can know, the entries that no line has met. */
export const openOf = ({ lines, entries, openingItems = [], accountNumber }: BankBooks) => ({
  lines: linesOfBooks(lines, entries),
  waiting: waitingNow([...openingItems, ...entries], accountNumber),
});
