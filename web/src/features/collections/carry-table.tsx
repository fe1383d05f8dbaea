import { Link } from 'wouter-preact';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Money } from '#web/ui/money.tsx';
import { PagedTable } from '#web/ui/paged-table.tsx';
import type { Whole } from './queries.ts';

interface Props {
  readonly coopId: string;
  readonly whole: Whole;
}

type Carry = Whole['carries'][number];

/** Payments moved and credits carried: both sides, for as long as the collecte is kept. */
export function CarryTable({ coopId, whole }: Props) {
  const { collection, families } = whole;
  const name = ({ collectionId, familyId }: Carry['from']) =>
    collectionId === collection.id
      ? (families.find(({ id }) => id === familyId)?.pupil ?? 'À identifier')
      : undefined;
  const side = (place: Carry['from']) =>
    name(place) ?? (
      <Link href={`/coops/${coopId}/collectes/${place.collectionId}`}>Autre collecte</Link>
    );
  return (
    <Card title={`Déplacements et reports (${whole.carries.length})`}>
      <PagedTable
        pageSize={10}
        caption="Déplacements et reports"
        captionUnseen
        rows={whole.carries}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            title: 'Acte',
            names: true,
            cell: ({ kind }) => (kind === 'payment' ? 'Paiement déplacé' : 'Trop-perçu reporté'),
          },
          { key: 'on', title: 'Date', cell: ({ carriedOn }) => <DayText day={carriedOn} /> },
          { key: 'from', title: 'De', cell: ({ from }) => side(from) },
          { key: 'to', title: 'Vers', cell: ({ to }) => side(to) },
          {
            key: 'entry',
            title: 'Écriture',
            cell: ({ entryId }) =>
              entryId !== undefined && (
                <Link href={`/coops/${coopId}/ecritures/${entryId}`}>Voir</Link>
              ),
          },
          {
            key: 'amount',
            title: 'Montant',
            align: 'end',
            cell: ({ amountCents }) => <Money amountCents={amountCents} />,
          },
        ]}
      />
    </Card>
  );
}
