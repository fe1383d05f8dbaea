import { formatDay } from '#shared/domain/dates.ts';
import { currentAmong, successorOf } from '#shared/domain/bank/register/succession.ts';
import type { Reconciliation } from './reconciliation.ts';

type Account = Reconciliation['bankAccount'];

/** The account that a page opens on: the one in use, before the one that it replaced. */
export const firstShown = (accounts: readonly Account[]): Account | undefined =>
  currentAmong(accounts).find(({ closedOn }) => closedOn === undefined) ?? accounts[0];

/** The accounts to choose from, with what became of each. */
export const accountOptions = (accounts: readonly Account[]) =>
  accounts.map((account) => ({
    value: account.id,
    label: [account.label, stateOf(account, accounts)].filter(Boolean).join(', '),
  }));

function stateOf(account: Account, accounts: readonly Account[]): string {
  if (account.closedOn !== undefined) return `clos le ${formatDay(account.closedOn)}`;
  return successorOf(account, accounts) ? 'remplacé, à clôturer' : '';
}

/** The account in use on an account of the chart, which another one may replace. */
export const inUseOn = (accountNumber: string, accounts: readonly Account[]): Account | undefined =>
  currentAmong(accounts).find((account) => account.accountNumber === accountNumber);
