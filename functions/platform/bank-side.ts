import { asEntry } from '#shared/domain/bank/register/opening-items.ts';
import type { BankAccount } from '#functions/stores/bank-accounts.ts';
import { listOpeningItems } from '#functions/stores/opening-items.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { listStatementLines, listStatements } from '#functions/stores/statements.ts';

/** What an account at the bank shows, as the comparison with the books reads it. */
export async function bankSide(
  scope: CoopScope,
  { id, accountNumber, closedOn }: Pick<BankAccount, 'id' | 'accountNumber' | 'closedOn'>,
) {
  const [lines, statements, items] = await Promise.all([
    listStatementLines(scope, id),
    listStatements(scope, id),
    listOpeningItems(scope, id),
  ]);
  const openingItems = items.map((item) => asEntry(item, accountNumber));
  return { lines, statements, openingItems, closedOn };
}
