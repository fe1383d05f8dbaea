import { useState } from 'preact/hooks';
import { cents } from '#shared/domain/money.ts';
import { searchable } from '#shared/domain/text.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Money } from '#web/ui/money.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { StatusTag, type StatusTone } from '#web/ui/status-tag.tsx';
import { PagedTable } from '#web/ui/paged-table.tsx';
import { Segmented } from '#web/ui/tabs.tsx';
import type { Family } from './queries.ts';

const words: Readonly<
  Record<Family['state'], { readonly word: string; readonly tone: StatusTone }>
> = {
  unpaid: { word: 'Pas encore', tone: 'neutral' },
  partlyPaid: { word: 'En partie', tone: 'warning' },
  paid: { word: 'Payé', tone: 'success' },
  overpaid: { word: 'Trop-perçu', tone: 'info' },
  free: { word: 'Rien d’attendu', tone: 'neutral' },
};

type Filter = 'all' | 'waiting' | 'paid';

const matches: Readonly<Record<Filter, (family: Family) => boolean>> = {
  all: () => true,
  waiting: ({ state }) => state === 'unpaid' || state === 'partlyPaid',
  paid: ({ state }) => state === 'paid' || state === 'overpaid',
};

/** Those still awaited first: they are why the page is opened. */
const awaitedFirst = (one: Family, other: Family): number =>
  Number(matches.paid(one)) - Number(matches.paid(other));

interface Props {
  readonly families: readonly Family[];
  readonly onNote?: (family: Family) => void;
}

/** Who paid, partly, or otherwise: for the mandataire only. */
export function FamilyTable({ families, onNote }: Props) {
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const found = families
    .toSorted(awaitedFirst)
    .filter(
      (family) =>
        matches[filter](family) &&
        searchable(`${family.pupil} ${family.className} ${family.reference}`).includes(
          searchable(search),
        ),
    );
  return (
    <Card title="Familles">
      <SearchField label="Chercher un enfant, une classe" value={search} onChange={setSearch} />
      <Segmented
        name="family-filter"
        label="Familles à montrer"
        value={filter}
        onChange={setFilter}
        options={[
          { value: 'all', label: 'Toutes' },
          { value: 'waiting', label: 'En attente' },
          { value: 'paid', label: 'À jour' },
        ]}
      />
      <PagedTable
        pageSize={30}
        caption={found.length > 1 ? `${found.length} familles` : `${found.length} famille`}
        rows={found}
        rowKey={({ id }) => id}
        empty="Aucune famille ne correspond."
        columns={[
          { key: 'pupil', title: 'Enfant', names: true, cell: ({ pupil }) => pupil },
          { key: 'class', title: 'Classe', cell: ({ className }) => className },
          {
            key: 'reference',
            title: 'Référence',
            cell: ({ reference }) => <code>{reference}</code>,
          },
          {
            key: 'state',
            title: 'État',
            cell: ({ state }) => (
              <StatusTag tone={words[state].tone}>{words[state].word}</StatusTag>
            ),
          },
          {
            key: 'expected',
            title: 'Demandé',
            align: 'end',
            cell: ({ expectedCents }) => <Money amountCents={expectedCents} />,
            foot: (
              <Money
                amountCents={cents(
                  found.reduce((sum, { expectedCents }) => sum + expectedCents, 0),
                )}
              />
            ),
          },
          {
            key: 'paid',
            title: 'Reçu',
            align: 'end',
            cell: ({ paidCents }) => <Money amountCents={paidCents} />,
            foot: (
              <Money
                amountCents={cents(found.reduce((sum, { paidCents }) => sum + paidCents, 0))}
              />
            ),
          },
          ...(onNote
            ? [
                {
                  key: 'note',
                  title: 'Chèque ou espèces',
                  cell: (family: Family) =>
                    matches.waiting(family) && (
                      <Button
                        label={`Noter un chèque ou des espèces pour ${family.pupil}`}
                        onClick={() => onNote(family)}
                      >
                        Noter
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
