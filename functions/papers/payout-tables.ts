import { formatDay } from '#shared/domain/dates.ts';
import type { PayoutVoucher, VoucherLine } from '#shared/domain/documents/payout-voucher.ts';
import {
  sumsOf,
  voucherKindLabel,
  type VoucherPart,
  type VoucherSums,
} from '#shared/domain/documents/voucher-summary.ts';
import { negateCents } from '#shared/domain/money.ts';
import type { Row, Table } from './table.ts';
import { amount } from './write.ts';

const meansOf = ({ kind, means }: VoucherLine): string =>
  [voucherKindLabel[kind], means].filter((text) => text !== '').join(' · ');

const amountsOf = ({ grossCents, feeCents, netCents }: Omit<VoucherSums, 'count'>) => [
  amount(grossCents),
  amount(negateCents(feeCents)),
  amount(netCents),
];

/** `27 opérations`. */
export const operations = (count: number): string => `${count} opération${count > 1 ? 's' : ''}`;

const lineRow = (line: VoucherLine): Row => ({
  cells: [
    formatDay(line.paidOn),
    line.payerName,
    line.pupil,
    line.className,
    meansOf(line),
    line.platformReference,
    ...amountsOf(line),
  ],
});

const partRows = ({ collectionTitle, lines, sums }: VoucherPart): readonly Row[] => [
  { kind: 'group', cells: [collectionTitle] },
  ...lines.map(lineRow),
  {
    kind: 'subtotal',
    cells: [`Sous-total · ${operations(sums.count)}`, '', '', '', '', '', ...amountsOf(sums)],
  },
];

/** Every operation of the payout, by collecte; an anonymous copy has no column of payers. */
export const linesTable = (
  voucher: PayoutVoucher,
  parts: readonly VoucherPart[],
  isAnonymous: boolean,
): Table => {
  const table = operationsTable(voucher, parts);
  return isAnonymous ? withoutColumn(table, 1) : table;
};

/** The column of payers left out, where a sum has an empty cell. */
const withoutColumn = ({ title, columns, rows }: Table, left: number): Table => ({
  title,
  columns: columns.filter((_, index) => index !== left),
  rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => index !== left) })),
});

const operationsTable = (voucher: PayoutVoucher, parts: readonly VoucherPart[]): Table => ({
  title: 'Opérations du versement',
  columns: [
    { header: 'Date', points: 56 },
    { header: 'Payeur', share: 1.2 },
    { header: 'Élève', share: 0.8 },
    { header: 'Classe', share: 0.9 },
    { header: 'Moyen', share: 0.95 },
    { header: 'Référence de la plateforme', share: 1.2 },
    { header: 'Montant', points: 62, numeric: true },
    { header: 'Frais', points: 54, numeric: true },
    { header: 'Net', points: 62, numeric: true },
  ],
  rows: [
    ...parts.flatMap(partRows),
    {
      kind: 'total',
      cells: [
        `Total du versement · ${operations(voucher.lines.length)}`,
        ...Array<string>(5).fill(''),
        ...amountsOf(sumsOf(voucher.lines)),
      ],
    },
  ],
});

const classRows = ({ collectionTitle, classes, sums }: VoucherPart): readonly Row[] => [
  { kind: 'group', cells: [collectionTitle] },
  ...classes.map(({ className, sums: own }) => ({
    cells: [className === '' ? 'Sans classe' : className, String(own.count), ...amountsOf(own)],
  })),
  { kind: 'subtotal', cells: ['Sous-total', String(sums.count), ...amountsOf(sums)] },
];

/** The sums of each collecte, class by class. */
export const classesTable = (voucher: PayoutVoucher, parts: readonly VoucherPart[]): Table => {
  const sums = sumsOf(voucher.lines);
  return {
    title: 'Récapitulatif par collecte et par classe',
    columns: [
      { header: 'Collecte et classe', share: 1 },
      { header: 'Opérations', points: 70, numeric: true },
      { header: 'Montant', points: 90, numeric: true },
      { header: 'Frais', points: 90, numeric: true },
      { header: 'Net', points: 90, numeric: true },
    ],
    rows: [
      ...parts.flatMap(classRows),
      { kind: 'total', cells: ['Total', String(sums.count), ...amountsOf(sums)] },
    ],
  };
};

const months = new Intl.DateTimeFormat('fr-FR', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const monthRows = (voucher: PayoutVoucher): readonly Row[] =>
  [...Map.groupBy(voucher.lines, ({ paidOn }) => paidOn.slice(0, 7))]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([month, lines]) => {
      const sums = sumsOf(lines);
      const name = months.format(new Date(`${month}-01T00:00:00Z`));
      return { cells: [name, String(sums.count), ...amountsOf(sums)] };
    });

/** Several days gathered in one entry: each month apart, as the periodic recapitulation asks. */
export const monthsTable = (voucher: PayoutVoucher): Table => {
  const sums = sumsOf(voucher.lines);
  return {
    title: 'Récapitulatif par mois',
    columns: [
      { header: 'Mois du paiement', share: 1 },
      { header: 'Opérations', points: 70, numeric: true },
      { header: 'Montant', points: 90, numeric: true },
      { header: 'Frais', points: 90, numeric: true },
      { header: 'Net', points: 90, numeric: true },
    ],
    rows: [
      ...monthRows(voucher),
      { kind: 'total', cells: ['Total', String(sums.count), ...amountsOf(sums)] },
    ],
  };
};
