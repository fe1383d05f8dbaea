import * as z from 'zod';
import { day } from '#shared/domain/dates.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { getItem, putAbsent, queryAll, tableName, type Write } from './table.ts';

const dayText = z.string().transform(day);

const bankAccountItem = z.object({
  id: z.string(),
  label: z.string(),
  /** As its statements name it, or its IBAN. */
  accountRef: z.string(),
  /** The account of the chart that it is: 512 or 514. */
  accountNumber: z.enum(['512', '514']),
  /** The account that it replaced when the cooperative changed bank. */
  replaces: z.string().optional(),
  bankName: z.string().optional(),
  /** Whose account it is; the association while nobody says otherwise. */
  holder: z.string().optional(),
  openedOn: dayText.optional(),
  closedOn: dayText.optional(),
  /** When the bank was last told who signs. */
  signatoriesToldOn: dayText.optional(),
  notes: z.string().optional(),
  /** Grows with each change. */
  version: z.int().default(1),
});

export type BankAccount = z.output<typeof bankAccountItem>;

/** An account that nobody has changed yet. */
export type NewBankAccount = Omit<BankAccount, 'version'>;

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

/** Adds an account, the only one in use for its account of the chart: the one it replaces lets it go. */
export const addBankAccount = (scope: CoopScope, account: NewBankAccount): readonly Write[] => [
  putAbsent({
    ...coopKeys.bankAccount(scope, account.id),
    kind: 'bankAccount',
    ...account,
    version: 1,
  }),
  takeNumber(scope, account),
];

/** Gives the account of the chart to the account, from nobody or from the one it replaces. */
function takeNumber(scope: CoopScope, { id, accountNumber, replaces }: NewBankAccount): Write {
  const item = {
    ...coopKeys.bankAccountNumber(scope, accountNumber),
    kind: 'bankAccountNumber',
    bankAccountId: id,
  };
  if (replaces === undefined) return putAbsent(item);
  return {
    Put: {
      TableName: tableName(),
      Item: item,
      ConditionExpression: 'bankAccountId = :replaced',
      ExpressionAttributeValues: { ':replaced': replaces },
    },
  };
}

/** Replaces what is kept of an account, unless somebody changed it since it was read. */
export const changeBankAccount = (scope: CoopScope, account: BankAccount): Write => ({
  Put: {
    TableName: tableName(),
    Item: {
      ...coopKeys.bankAccount(scope, account.id),
      kind: 'bankAccount',
      ...account,
      version: account.version + 1,
    },
    ConditionExpression:
      account.version === 1
        ? 'attribute_exists(pk) AND (attribute_not_exists(#version) OR #version = :version)'
        : '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': account.version },
  },
});
