import { useMemo, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { cents } from '#shared/domain/money.ts';
import { DayText } from '#web/ui/day-text.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { PagedTable } from '#web/ui/paged-table.tsx';
import type { Column } from '#web/ui/table.tsx';
import { Segmented } from '#web/ui/tabs.tsx';
import { CrfStatus, type Coop } from './crf-status.tsx';
import { filterCoops, type CoopFilter } from './filter-coops.ts';

interface Props {
  readonly department: string;
  readonly yearId: string;
  readonly coops: readonly Coop[];
}

/** The cooperatives with their state; a search and four filters narrow the list. */
export function CoopsTable({ department, yearId, coops }: Props) {
  const [filter, setFilter] = useState<CoopFilter>('all');
  const [search, setSearch] = useState('');
  const found = useMemo(() => filterCoops(coops, filter, search), [coops, filter, search]);
  return (
    <Stack>
      <SearchField
        label="Chercher un nom, une ville, un numéro"
        value={search}
        onChange={setSearch}
      />
      <Segmented
        name="coop-filter"
        label="Coopératives à montrer"
        value={filter}
        onChange={setFilter}
        options={[
          { value: 'all', label: 'Toutes' },
          { value: 'submitted', label: 'À examiner' },
          { value: 'late', label: 'En retard' },
          { value: 'accepted', label: 'Acceptées' },
        ]}
      />
      <PagedTable
        pageSize={100}
        caption={`${found.length} coopérative${found.length > 1 ? 's' : ''}`}
        columns={columnsOf(department, yearId, found)}
        rows={found}
        rowKey={({ coopId }) => coopId}
        empty="Aucune coopérative ne correspond."
      />
    </Stack>
  );
}

const isFiled = ({ crfStatus }: Coop): boolean =>
  crfStatus === 'submitted' || crfStatus === 'accepted' || crfStatus === 'returned';

const columnsOf = (
  department: string,
  yearId: string,
  found: readonly Coop[],
): readonly Column<Coop>[] => [
  {
    key: 'name',
    title: 'Coopérative',
    names: true,
    cell: (coop) => (
      <Link
        href={
          isFiled(coop)
            ? `/siege/${department}/crf/${yearId}/${coop.coopId}`
            : `/coops/${coop.coopId}`
        }
      >
        {coop.name}
      </Link>
    ),
  },
  { key: 'city', title: 'Ville', cell: ({ city }) => city },
  { key: 'number', title: 'Numéro', cell: ({ number }) => number },
  { key: 'crf', title: 'CRF', cell: (coop) => <CrfStatus {...coop} /> },
  {
    key: 'last',
    title: 'Dernière écriture',
    cell: ({ lastEntryOn }) => lastEntryOn !== undefined && <DayText day={lastEntryOn} />,
  },
  {
    key: 'bank',
    title: 'Banque',
    align: 'end',
    cell: ({ bankCents }) => <Money amountCents={bankCents} />,
    foot: <Money amountCents={cents(found.reduce((sum, { bankCents }) => sum + bankCents, 0))} />,
  },
  {
    key: 'cash',
    title: 'Caisse',
    align: 'end',
    cell: ({ cashCents }) => <Money amountCents={cashCents} />,
    foot: <Money amountCents={cents(found.reduce((sum, { cashCents }) => sum + cashCents, 0))} />,
  },
];
