import { totalCents, type EntryLine, type Side } from '#shared/domain/ledger/entry.ts';
import { Money } from '#web/ui/money.tsx';
import { Table, type Column } from '#web/ui/table.tsx';
import type { ChartAccount } from '../ledger-entry.ts';

interface Props {
  readonly lines: readonly EntryLine[];
  readonly accounts: readonly ChartAccount[];
  readonly projects: readonly { readonly id: string; readonly name: string }[];
}

/** The lines of an entry: accounts, debit, credit. */
export function EntryLines({ lines, accounts, projects }: Props) {
  const amounts = (side: Side): Column<EntryLine> => ({
    key: side,
    title: side === 'debit' ? 'Débit' : 'Crédit',
    align: 'end',
    cell: (line) => line.side === side && <Money amountCents={line.amountCents} />,
    foot: <Money amountCents={totalCents(lines, side)} />,
  });
  const columns: readonly Column<EntryLine>[] = [
    {
      key: 'account',
      title: 'Compte',
      names: true,
      cell: ({ accountNumber }) =>
        `${accountNumber} ${accounts.find((known) => known.accountNumber === accountNumber)?.label ?? ''}`,
    },
    {
      key: 'project',
      title: 'Projet',
      cell: ({ projectId }) => projects.find(({ id }) => id === projectId)?.name,
    },
    amounts('debit'),
    amounts('credit'),
  ];
  const shown = lines.some(({ projectId }) => projectId !== undefined)
    ? columns
    : columns.filter(({ key }) => key !== 'project');
  return (
    <Table
      caption="Lignes de l’écriture"
      captionUnseen
      columns={shown}
      rows={lines}
      rowKey={(line) => String(lines.indexOf(line))}
    />
  );
}
