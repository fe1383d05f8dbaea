import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { listFollowedAccountsEndpoint } from '#shared/contract/headoffice/bank-accounts.ts';
import { searchable } from '#shared/domain/text.ts';

export type Followed = AnswerOf<typeof listFollowedAccountsEndpoint>['accounts'][number];

export type AccountFilter = 'all' | 'toTell' | 'dormant';

const isOpen = ({ closedOn }: Followed): boolean => closedOn === undefined;
const isToTell = (account: Followed): boolean =>
  isOpen(account) && account.signatoriesState !== 'upToDate';

/** The accounts that the filter keeps and whose words hold what is searched. */
export function filterAccounts(
  accounts: readonly Followed[],
  filter: AccountFilter,
  search: string,
): readonly Followed[] {
  const wanted = searchable(search);
  return accounts.filter((account) => {
    const { coopName, city, number, bankName, label } = account;
    const isKept =
      filter === 'all' || (filter === 'toTell' ? isToTell(account) : account.isDormant);
    return (
      isKept && searchable(`${coopName} ${city} ${number} ${bankName} ${label}`).includes(wanted)
    );
  });
}

/** How many accounts there are of each sort. */
export const accountTotals = (accounts: readonly Followed[]) => ({
  open: accounts.filter(isOpen).length,
  closed: accounts.filter((account) => !isOpen(account)).length,
  toTell: accounts.filter(isToTell).length,
  dormant: accounts.filter(({ isDormant }) => isDormant).length,
  withoutStatement: accounts.filter(
    (account) => isOpen(account) && account.lastStatementOn === undefined,
  ).length,
});
