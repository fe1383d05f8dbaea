import type { JournalRow } from '#shared/domain/ledger/journal.ts';
import { cents, type Cents } from '#shared/domain/money.ts';
import { Link } from 'wouter-preact';
import { DayText } from '#web/ui/day-text.tsx';
import { Money } from '#web/ui/money.tsx';
import { Table, type Column } from '#web/ui/table.tsx';
import { kindLabels, type LedgerEntry } from '../ledger-entry.ts';
import { EntryTags } from './entry-tags.tsx';
import { isOnAdvance, OnAdvance } from './on-advance.tsx';
import type { JournalTotals } from './journal-filter.ts';
import css from './journal.module.css';

type Row = JournalRow<LedgerEntry>;

interface Props {
  readonly coopId: string;
  readonly rows: readonly Row[];
  readonly totals: JournalTotals;
  readonly purposeOf: (entry: LedgerEntry) => string;
  /** The rows are some of the journal: what bank and cash hold is still that of the whole. */
  readonly footTitle: string;
}

const moveOf = ({ bankMoveCents, cashMoveCents }: Row): number => bankMoveCents + cashMoveCents;

/** The journal in simple words: what came in, what went out, what is left. */
export function JournalTable({ coopId, rows, totals, purposeOf, footTitle }: Props) {
  const columns: readonly Column<Row>[] = [
    { key: 'day', title: 'Date', cell: ({ entry }) => <DayText day={entry.entryDate} /> },
    {
      key: 'label',
      title: 'Opération',
      names: true,
      cell: ({ entry }) => <Operation coopId={coopId} entry={entry} purpose={purposeOf(entry)} />,
    },
    {
      key: 'in',
      title: 'Entré',
      align: 'end',
      cell: (row) => movedCents(row, 1),
      foot: <Money amountCents={totals.inCents} />,
    },
    {
      key: 'out',
      title: 'Sorti',
      align: 'end',
      cell: (row) => movedCents(row, -1),
      foot: <Money amountCents={totals.outCents} />,
    },
    {
      key: 'bank',
      title: 'En banque ensuite',
      align: 'end',
      cell: ({ bankCents }) => <Held amountCents={bankCents} />,
    },
    {
      key: 'cash',
      title: 'En caisse ensuite',
      align: 'end',
      cell: ({ cashCents }) => <Held amountCents={cashCents} />,
    },
  ];
  return (
    <Table
      caption="Journal, la dernière opération d’abord"
      captionUnseen
      columns={columns}
      rows={rows}
      rowKey={({ entry }) => entry.id}
      empty="Aucune écriture ne répond à ces choix."
      footTitle={footTitle}
    />
  );
}

const Held = ({ amountCents }: { readonly amountCents: Cents }) => (
  <span class={css['soft']}>
    <Money amountCents={amountCents} />
  </span>
);

/** What moved in that direction; what only goes from cash to bank is said in words. */
function movedCents(row: Row, direction: 1 | -1) {
  const move = moveOf(row);
  if (isOnAdvance(row)) return direction === -1 && <OnAdvance entry={row.entry} />;
  if (move === 0 && row.bankMoveCents !== 0 && direction === (row.bankMoveCents > 0 ? 1 : -1))
    return (
      <span class={css['soft']}>{direction === 1 ? 'Caisse → banque' : 'Banque → caisse'}</span>
    );
  if (Math.sign(move) !== direction) return null;
  return <Money amountCents={cents(Math.abs(move))} />;
}

interface OperationProps {
  readonly coopId: string;
  readonly entry: LedgerEntry;
  readonly purpose: string;
}

function Operation({ coopId, entry, purpose }: OperationProps) {
  return (
    <span class={css['about']}>
      <Link href={`/coops/${coopId}/ecritures/${entry.id}`}>{entry.label}</Link>
      <span class={css['soft']}>
        {entry.counterparty && `${entry.counterparty}, `}
        {purpose === '' ? kindLabels[entry.kind] : purpose}
      </span>
      <EntryTags entry={entry} />
    </span>
  );
}
