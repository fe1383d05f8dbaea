import { useState } from 'preact/hooks';
import { cents } from '#shared/domain/money.ts';
import { searchable } from '#shared/domain/text.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Money } from '#web/ui/money.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { PagedTable } from '#web/ui/paged-table.tsx';
import type { Column } from '#web/ui/table.tsx';
import { Segmented } from '#web/ui/tabs.tsx';
import css from './collections.module.css';
import type { Collection, Family } from './queries.ts';
import { stateWordsOf } from './words.ts';

type Filter = 'all' | 'waiting' | 'paid' | 'credit';

const matches: Readonly<Record<Filter, (family: Family) => boolean>> = {
  all: () => true,
  waiting: ({ state }) => state === 'unpaid' || state === 'partlyPaid' || state === 'free',
  paid: ({ state }) => state === 'paid' || state === 'overpaid',
  credit: ({ creditCents }) => creditCents > 0,
};

/** Those still awaited first: they are why the page is opened. */
const awaitedFirst = (one: Family, other: Family): number =>
  Number(matches.paid(one)) - Number(matches.paid(other));

interface Props {
  readonly collection: Collection;
  readonly families: readonly Family[];
  readonly onNote?: (family: Family) => void;
  readonly onChange?: (family: Family) => void;
  readonly onCredit?: (family: Family) => void;
}

const seatWords = { confirmed: 'Vient', declined: 'Ne vient pas' } as const;

/** Who paid, partly, or otherwise: for the mandataire only. */
export function FamilyTable({ collection, families, ...acts }: Props) {
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const [className, setClassName] = useState('');
  const classes = [...new Set(families.map((family) => family.className))];
  const isCancelled = collection.status === 'cancelled';
  const found = families
    .toSorted(awaitedFirst)
    .filter(
      (family) =>
        matches[filter](family) &&
        (className === '' || family.className === className) &&
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
          ...(families.some(matches.credit)
            ? [{ value: 'credit' as const, label: isCancelled ? 'À rendre' : 'Trop-perçu' }]
            : []),
        ]}
      />
      {classes.length > 1 && (
        <SelectField
          name="class-filter"
          label="Classe"
          short
          value={className}
          onChange={setClassName}
          options={[
            { value: '', label: 'Toutes' },
            ...classes.map((value) => ({ value, label: value })),
          ]}
        />
      )}
      <PagedTable
        pageSize={30}
        caption={found.length > 1 ? `${found.length} familles` : `${found.length} famille`}
        rows={found}
        rowKey={({ id }) => id}
        empty="Aucune famille ne correspond."
        columns={familyColumns({ collection, found, ...acts })}
      />
    </Card>
  );
}

interface ColumnsProps extends Omit<Props, 'families'> {
  readonly found: readonly Family[];
}

/** What a row says of a family; a free contribution asks for nothing. */
function familyColumns({ collection, found, ...acts }: ColumnsProps): readonly Column<Family>[] {
  const showsSeats = collection.capacity !== undefined || found.some(({ seat }) => seat);
  return [
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
      cell: (family) => {
        const { word, tone } = stateWordsOf(collection, family);
        return (
          <>
            <StatusTag tone={tone}>{word}</StatusTag>
            {family.overdrawnCents > 0 && (
              <>
                {' '}
                <Money amountCents={family.overdrawnCents} />
              </>
            )}
          </>
        );
      },
    },
    ...(showsSeats
      ? [
          {
            key: 'seat',
            title: 'Place',
            cell: ({ seat }: Family) => (seat ? seatWords[seat] : 'Sans réponse'),
          },
        ]
      : []),
    ...(collection.kind === 'contribution' ? [] : [askedColumn(found)]),
    {
      key: 'paid',
      title: 'Reçu',
      align: 'end',
      cell: ({ paidCents }) => <Money amountCents={paidCents} />,
      foot: <Money amountCents={cents(found.reduce((sum, { paidCents }) => sum + paidCents, 0))} />,
    },
    ...actColumn(collection, acts),
  ];
}

/** What may be done for a family, by who may write. */
function actColumn(
  collection: Collection,
  { onNote, onChange, onCredit }: Pick<Props, 'onNote' | 'onChange' | 'onCredit'>,
): readonly Column<Family>[] {
  const isOpen = collection.status === 'open';
  return [
    ...(onNote && onChange && onCredit
      ? [
          {
            key: 'acts',
            title: 'Actions',
            titleUnseen: true,
            cell: (family: Family) => (
              <div class={css['actions']}>
                {isOpen && (matches.waiting(family) || collection.kind === 'contribution') && (
                  <Button
                    label={`Noter un paiement de ${family.pupil}`}
                    onClick={() => onNote(family)}
                  >
                    Noter
                  </Button>
                )}
                {family.creditCents > 0 && (
                  <Button
                    label={`Reporter le trop-perçu de ${family.pupil}`}
                    onClick={() => onCredit(family)}
                  >
                    Reporter
                  </Button>
                )}
                {isOpen && (
                  <Button label={`Modifier ${family.pupil}`} onClick={() => onChange(family)}>
                    Modifier
                  </Button>
                )}
              </div>
            ),
          },
        ]
      : []),
  ];
}

const askedColumn = (found: readonly Family[]): Column<Family> => ({
  key: 'expected',
  title: 'Demandé',
  align: 'end',
  cell: ({ expectedCents }) => <Money amountCents={expectedCents} />,
  foot: (
    <Money amountCents={cents(found.reduce((sum, { expectedCents }) => sum + expectedCents, 0))} />
  ),
});
