import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Money } from '#web/ui/money.tsx';
import { ShowMore } from '#web/ui/show-more.tsx';
import { Table, type Column } from '#web/ui/table.tsx';
import { matchedLinesOf, type Reconciliation } from './reconciliation.ts';
import type { Matching } from './use-matching.ts';

interface Props {
  readonly coopId: string;
  readonly reconciliation: Reconciliation;
  readonly matching: Matching;
  readonly mayWrite: boolean;
}

type Matched = ReturnType<typeof matchedLinesOf>[number];

/** The next ones are a click away. */
const pageSize = 10;

/** The lines that met their entry; each match can still be undone. */
export function MatchedLines({ coopId, reconciliation, matching, mayWrite }: Props) {
  const [shownCount, setShownCount] = useState(pageSize);
  const matched = matchedLinesOf(reconciliation);
  if (matched.length === 0) return null;
  const columns: readonly Column<Matched>[] = [
    { key: 'day', title: 'Date', cell: ({ line }) => <DayText day={line.date} /> },
    { key: 'label', title: 'Ligne de la banque', names: true, cell: ({ line }) => line.label },
    {
      key: 'amount',
      title: 'Montant',
      align: 'end',
      cell: ({ line }) => <Money amountCents={line.amountCents} signed />,
    },
    {
      key: 'entry',
      title: 'Écriture',
      cell: ({ line, match }) => (
        <Link
          href={`/coops/${coopId}/ecritures/${match.entryId}`}
          aria-label={`Voir l’écriture de ${line.label}`}
        >
          Voir
        </Link>
      ),
    },
    {
      key: 'undo',
      title: 'Annuler le rapprochement',
      titleUnseen: true,
      cell: ({ line, match }) => (
        <Button
          look="quiet"
          icon="undo"
          busy={matching.undoing.has(match.id)}
          label={`Annuler le rapprochement de ${line.label}`}
          onClick={() => matching.undo(match.id)}
        >
          Annuler le rapprochement
        </Button>
      ),
    },
  ];
  return (
    <Card
      title={matched.length === 1 ? '1 ligne rapprochée' : `${matched.length} lignes rapprochées`}
    >
      <Table
        caption="Lignes rapprochées"
        captionUnseen
        columns={mayWrite ? columns : columns.slice(0, -1)}
        rows={matched.slice(0, shownCount)}
        rowKey={({ line }) => line.id}
      />
      {shownCount < matched.length && (
        <ShowMore
          shownCount={shownCount}
          totalCount={matched.length}
          onMore={() => setShownCount(shownCount + pageSize)}
        />
      )}
    </Card>
  );
}
