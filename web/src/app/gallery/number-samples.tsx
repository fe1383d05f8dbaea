import { cents } from '#shared/domain/money.ts';
import { Card } from '#web/ui/card.tsx';
import { DayText, InstantText } from '#web/ui/day-text.tsx';
import { Facts } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import { StatTile, Stats } from '#web/ui/stat-tile.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { Table, type Column } from '#web/ui/table.tsx';

interface Props {
  readonly level?: 2 | 3;
  /** Tells this copy from the others. */
  readonly suffix?: string;
}

/** Amounts, days, shares. */
export const MoneySamples = ({ level = 2, suffix = '' }: Props) => (
  <Card title={`Montants et dates${suffix}`} level={level}>
    <Stats>
      <StatTile
        label="En banque"
        value={<Money amountCents={cents(342_178)} />}
        note="au 31 mars"
      />
      <StatTile label="En caisse" value={<Money amountCents={cents(8540)} />} />
      <StatTile label="Confié aux classes" value={<Money amountCents={cents(15_000)} />} />
    </Stats>
    <ProgressBar label="Familles qui ont payé" value={27} max={30} text="27 sur 30" />
    <Facts
      facts={[
        ['Date', <DayText key="d" day="2026-03-16" long />],
        ['Déposé', <InstantText key="i" instant="2026-08-31T22:30:00.000Z" />],
        ['Écart', <Money key="m" amountCents={cents(-1250)} signed />],
      ]}
    />
  </Card>
);

interface Line {
  readonly number: number;
  readonly day: string;
  readonly label: string;
  readonly outCents: number;
  readonly inCents: number;
  readonly state: 'matched' | 'waiting';
}

const lines: readonly Line[] = [
  {
    number: 41,
    day: '2026-03-12',
    label: 'Car pour le musée océanographique',
    outCents: 48_000,
    inCents: 0,
    state: 'matched',
  },
  {
    number: 42,
    day: '2026-03-14',
    label: 'Participations des familles, sortie au musée',
    outCents: 0,
    inCents: 121_500,
    state: 'matched',
  },
  {
    number: 43,
    day: '2026-03-16',
    label: 'Goûter de la classe de CP',
    outCents: 1890,
    inCents: 0,
    state: 'waiting',
  },
];

const amount = (value: number) => value > 0 && <Money amountCents={cents(value)} />;

const columns: readonly Column<Line>[] = [
  { key: 'number', title: 'N°', cell: ({ number }) => number },
  { key: 'day', title: 'Date', cell: ({ day }) => <DayText day={day} /> },
  { key: 'label', title: 'Libellé', names: true, cell: ({ label }) => label },
  {
    key: 'state',
    title: 'Banque',
    cell: ({ state }) =>
      state === 'matched' ? (
        <StatusTag tone="success">Rapprochée</StatusTag>
      ) : (
        <StatusTag tone="warning">En attente</StatusTag>
      ),
  },
  {
    key: 'out',
    title: 'Argent sorti',
    align: 'end',
    cell: ({ outCents }) => amount(outCents),
    foot: <Money amountCents={cents(49_890)} />,
  },
  {
    key: 'in',
    title: 'Argent entré',
    align: 'end',
    cell: ({ inCents }) => amount(inCents),
    foot: <Money amountCents={cents(121_500)} />,
  },
];

/** A table with rows, and one without. */
export const TableSamples = ({ level = 2, suffix = '' }: Props) => (
  <Card title={`Tableaux${suffix}`} level={level}>
    <Table
      caption={`Journal de mars${suffix}`}
      columns={columns}
      rows={lines}
      rowKey={({ number }) => String(number)}
    />
    <Table
      caption={`Journal d’avril${suffix}`}
      columns={columns.map(({ foot: _, ...column }) => column)}
      rows={[]}
      rowKey={() => ''}
      empty="Aucune écriture en avril."
    />
  </Card>
);
