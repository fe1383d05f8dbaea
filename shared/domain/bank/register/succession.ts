import type { Day } from '../../dates.ts';
import { accept, reject, type Result } from '../../result.ts';

/** A bank account as far as its succession goes. */
export interface Successor {
  readonly id: string;
  /** The account of the chart: 512 or 514. */
  readonly accountNumber: string;
  /** The account that it replaces when a cooperative changes bank. */
  readonly replaces?: string | undefined;
  readonly openedOn?: Day | undefined;
  readonly closedOn?: Day | undefined;
}

/** The account at the bank that has come in the place of this one. */
export const successorOf = <Account extends Successor>(
  { id }: Pick<Successor, 'id'>,
  accounts: readonly Account[],
): Account | undefined => accounts.find(({ replaces }) => replaces === id);

/** The accounts that are in use: one for each account of the chart, the last of its succession. */
export const currentAmong = <Account extends Successor>(
  accounts: readonly Account[],
): readonly Account[] => accounts.filter((account) => !successorOf(account, accounts));

/** The others that share its account of the chart, one after the other. */
export const besideIn = <Account extends Successor>(
  { id, accountNumber }: Pick<Successor, 'id' | 'accountNumber'>,
  accounts: readonly Account[],
): readonly Account[] =>
  accounts.filter((other) => other.id !== id && other.accountNumber === accountNumber);

export type SuccessionRejection =
  'bank_account_number_taken' | 'bank_account_not_replaceable' | 'opening_day_missing';

/**
 * Whether an account may be added beside those there are: alone on its account of the chart, or in
 * the place of the last one on it, from a known day. Both share the account of the chart while the
 * bank moves from one to the other, and no third one does. Refusals in the order of the type.
 */
export function checkSuccession(
  account: Successor,
  accounts: readonly Successor[],
): Result<true, SuccessionRejection> {
  const beside = besideIn(account, accounts);
  if (account.replaces === undefined)
    return beside.length === 0
      ? accept(true)
      : reject('bank_account_number_taken', 'accountNumber');
  const replaced = beside.find(({ id }) => id === account.replaces);
  const isFree = replaced && !successorOf(replaced, beside);
  const others = beside.filter(({ id }) => id !== account.replaces);
  if (!isFree || others.some(({ closedOn }) => closedOn === undefined))
    return reject('bank_account_not_replaceable', 'accountNumber');
  return account.openedOn === undefined ? reject('opening_day_missing', 'openedOn') : accept(true);
}
