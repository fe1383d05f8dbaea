import { useQuery } from '@tanstack/preact-query';
import { useMemo, useState } from 'preact/hooks';
import { listFollowedAccounts } from '#web/api/bank-register.ts';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { PagedTable } from '#web/ui/paged-table.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { StatTile, Stats } from '#web/ui/stat-tile.tsx';
import { Segmented } from '#web/ui/tabs.tsx';
import { accountColumns } from './account-columns.tsx';
import {
  accountTotals,
  filterAccounts,
  type AccountFilter,
  type Followed,
} from './filter-accounts.ts';

interface Props {
  readonly department: string;
}

/** Every bank account of the association: who signs, which sleep, whose statements are late. */
export function FollowedAccountsPage({ department }: Props) {
  const query = useQuery({
    queryKey: ['department', department, 'bank-accounts'],
    queryFn: async () => (await listFollowedAccounts({ department })).accounts,
  });
  return (
    <Stack>
      <PageHeader
        title="Comptes bancaires"
        intro="Les comptes que l’association tient pour ses coopératives."
        back={{ href: `/siege/${department}`, label: 'Coopératives' }}
      />
      <Loaded query={query} lines={8}>
        {(accounts) => <Accounts accounts={accounts} />}
      </Loaded>
    </Stack>
  );
}

function Accounts({ accounts }: { readonly accounts: readonly Followed[] }) {
  const [filter, setFilter] = useState<AccountFilter>('all');
  const [search, setSearch] = useState('');
  const found = useMemo(() => filterAccounts(accounts, filter, search), [accounts, filter, search]);
  const totals = accountTotals(accounts);
  return (
    <Stack>
      <section aria-label="Les comptes en chiffres">
        <Stats>
          <StatTile label="Comptes ouverts" value={totals.open} note={`${totals.closed} clos`} />
          <StatTile
            label="Signataires à revoir"
            value={totals.toTell}
            note="la banque à prévenir"
          />
          <StatTile label="Qui dorment" value={totals.dormant} note="rien depuis douze mois" />
          <StatTile label="Sans relevé" value={totals.withoutStatement} note="jamais importé" />
        </Stats>
      </section>
      <SearchField
        label="Chercher une coopérative, une ville, une banque"
        value={search}
        onChange={setSearch}
      />
      <Segmented
        name="account-filter"
        label="Comptes à montrer"
        value={filter}
        onChange={setFilter}
        options={[
          { value: 'all', label: 'Tous' },
          { value: 'toTell', label: 'Signataires à revoir' },
          { value: 'dormant', label: 'Qui dorment' },
        ]}
      />
      <PagedTable
        pageSize={100}
        caption={`${found.length} compte${found.length > 1 ? 's' : ''}`}
        columns={accountColumns}
        rows={found}
        rowKey={({ coopId, bankAccountId }) => `${coopId}-${bankAccountId}`}
        empty="Aucun compte ne correspond."
      />
    </Stack>
  );
}
