import { Link } from 'wouter-preact';
import type { JournalRow } from '#shared/domain/ledger/journal.ts';
import { sumCents } from '#shared/domain/money.ts';
import { DayText } from '#web/ui/day-text.tsx';
import { Money } from '#web/ui/money.tsx';
import { Table, type Column } from '#web/ui/table.tsx';
import { meansLabels, type LedgerEntry } from '../ledger-entry.ts';
import { totalCents, type Side } from '#shared/domain/ledger/entry.ts';
import css from './journal.module.css';

type Row = JournalRow<LedgerEntry>;

interface Props {
  readonly coopId: string;
  readonly rows: readonly Row[];
  /** All the rows in sight, for the sums; the page may show only the first of them. */
  readonly summed: readonly Row[];
  readonly accountLabel: (accountNumber: string) => string;
}

/** The journal as an accountant reads it: number, accounts, debit, credit. */
export function ExpertTable({ coopId, rows, summed, accountLabel }: Props) {
  const total = (side: Side) => (
    <Money amountCents={sumCents(summed.map(({ entry }) => totalCents(entry.lines, side)))} />
  );
  const amounts = (side: Side): Column<Row> => ({
    key: side,
    title: side === 'debit' ? 'Débit' : 'Crédit',
    align: 'end',
    cell: ({ entry }) => (
      <span class={css['lines']}>
        {entry.lines.map((line, index) => (
          <span key={index}>
            {line.side === side ? <Money amountCents={line.amountCents} /> : '\u00A0'}
          </span>
        ))}
      </span>
    ),
    foot: total(side),
  });
  const columns: readonly Column<Row>[] = [
    { key: 'number', title: 'N°', align: 'end', cell: ({ entry }) => entry.number },
    { key: 'day', title: 'Date', cell: ({ entry }) => <DayText day={entry.entryDate} /> },
    {
      key: 'label',
      title: 'Libellé',
      names: true,
      cell: ({ entry }) => (
        <Link href={`/coops/${coopId}/ecritures/${entry.id}`}>{entry.label}</Link>
      ),
    },
    {
      key: 'means',
      title: 'Moyen',
      cell: ({ entry }) =>
        [entry.paymentMeans && meansLabels[entry.paymentMeans], entry.chequeNumber]
          .filter(Boolean)
          .join(' '),
    },
    {
      key: 'accounts',
      title: 'Comptes',
      cell: ({ entry }) => (
        <span class={css['lines']}>
          {entry.lines.map(({ accountNumber }, index) => (
            <span key={index} title={accountLabel(accountNumber)}>
              {accountNumber}
            </span>
          ))}
        </span>
      ),
    },
    amounts('debit'),
    amounts('credit'),
  ];
  return (
    <Table
      caption="Journal, débit et crédit"
      captionUnseen
      columns={columns}
      rows={rows}
      rowKey={({ entry }) => entry.id}
      empty="Aucune écriture ne répond à ces choix."
    />
  );
}
