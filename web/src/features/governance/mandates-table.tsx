import { DayText } from '#web/ui/day-text.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { Table, type Column } from '#web/ui/table.tsx';
import { today } from '#web/ui/today.ts';
import { inOrder, roleLabel, stateOf, type Mandate } from './mandate.ts';

const columns: readonly Column<Mandate>[] = [
  { key: 'name', title: 'Nom', names: true, cell: ({ name }) => name },
  { key: 'role', title: 'Rôle', cell: ({ role }) => roleLabel(role) },
  { key: 'from', title: 'Depuis le', cell: ({ from }) => <DayText day={from} /> },
  {
    key: 'until',
    title: 'Jusqu’au',
    cell: ({ until }) => until !== undefined && <DayText day={until} />,
  },
  { key: 'state', title: 'État', cell: (mandate) => <State mandate={mandate} /> },
];

function State({ mandate }: { readonly mandate: Mandate }) {
  switch (stateOf(mandate, today())) {
    case 'current':
      return <StatusTag tone="success">En cours</StatusTag>;
    case 'future':
      return <StatusTag tone="info">À venir</StatusTag>;
    case 'past':
      return <StatusTag>Terminé</StatusTag>;
  }
}

/** The mandates and roles of the cooperative, those that hold first. */
export const MandatesTable = ({ mandates }: { readonly mandates: readonly Mandate[] }) => (
  <Table
    caption="Mandats et rôles"
    captionUnseen
    columns={columns}
    rows={inOrder(mandates, today())}
    rowKey={({ name, role, from }) => `${name}-${role}-${from}`}
    empty="Aucun mandat n’est encore noté."
  />
);
