import * as z from 'zod';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { getItem, putAbsent, queryAll, type Write } from './table.ts';

const bankAccountItem = z.object({
  id: z.string(),
  label: z.string(),
  /** As its statements name it, or its IBAN. */
  accountRef: z.string(),
  /** The account of the chart that it is: 512 or 514. */
  accountNumber: z.enum(['512', '514']),
});

export type BankAccount = z.output<typeof bankAccountItem>;

/** Access pattern A40 (docs/data-model.md): a bank account by its id. */
export async function findBankAccount(
  scope: CoopScope,
  id: string,
): Promise<BankAccount | undefined> {
  const item = await getItem(coopKeys.bankAccount(scope, id));
  return item && bankAccountItem.parse(item);
}

/** Access pattern A41: the bank accounts of a cooperative. */
export async function listBankAccounts(scope: CoopScope): Promise<readonly BankAccount[]> {
  return (await queryAll(scope.pk, 'BANK#')).map((item) => bankAccountItem.parse(item));
}

/** Adds an account, the only one of the cooperative for its account of the chart. */
export const addBankAccount = (scope: CoopScope, account: BankAccount): readonly Write[] => [
  putAbsent({ ...coopKeys.bankAccount(scope, account.id), kind: 'bankAccount', ...account }),
  putAbsent({
    ...coopKeys.bankAccountNumber(scope, account.accountNumber),
    kind: 'bankAccountNumber',
    bankAccountId: account.id,
  }),
];
