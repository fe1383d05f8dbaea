import { searchable } from '../../text.ts';
import type { DecimalMark } from './amount-text.ts';
import type { DateOrder } from './day-text.ts';
import type { Row } from './csv-rows.ts';

/** What a column of a table may be. */
export const columnRoles = [
  'date',
  'valueDate',
  'label',
  'details',
  'amount',
  'debit',
  'credit',
  'balance',
  'currency',
  'account',
  'reference',
  'number',
  'status',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Where each role is found in a row. */
export type Columns = Readonly<Partial<Record<ColumnRole, number>>>;

/** How a person told a table to be read: the role of each column, null for those left aside. */
export interface CsvMapping {
  readonly columns: readonly (ColumnRole | null)[];
  /** The order of dates that can be read two ways. */
  readonly dateOrder?: DateOrder | undefined;
  readonly decimal?: ',' | '.' | undefined;
  /** Debits are written as positive amounts, as some cards do. */
  readonly flipSigns?: boolean | undefined;
}

/** Where the roles are, and how the banks that use these words write dates and amounts. */
export interface TableLayout {
  readonly columns: Columns;
  readonly decimal: DecimalMark;
  /** Undefined: told by the dates of the whole file. */
  readonly dateOrder?: DateOrder | undefined;
  /** The currency of a file that has no column for it. */
  readonly currency: string | null;
}

/**
 * The headers that French banks give their columns, and Qonto in English, without accents; of two
 * that a file has for the same role, the one that comes first here.
 */
const headerNames: Readonly<Record<ColumnRole, readonly string[]>> = {
  date: [
    'date de comptabilisation',
    'date comptabilisation',
    'date comptable',
    'date de la valeur utc',
    'settlement date utc',
    'date',
    'date operation',
    'date de l operation',
    'date d operation',
    'booking date',
  ],
  valueDate: ['date de valeur', 'date valeur', 'value date'],
  label: [
    'detail de l ecriture',
    'libelle operation',
    'libelle complet operation',
    'libelle',
    'libelle de l operation',
    'libelle simplifie',
    'nom de la contrepartie',
    'counterparty name',
    'description',
    'label',
  ],
  details: ['motif', 'informations complementaires', 'detail'],
  amount: [
    'montant',
    'montant euros',
    'montant en euros',
    'montant eur',
    'montant operation',
    'montant operation en euro',
    'montant operation en euros',
    'montant de l operation',
    'montant total ttc',
    'total amount incl vat',
    'amount',
  ],
  debit: ['debit', 'debit euros', 'debit en euros', 'debit eur'],
  credit: ['credit', 'credit euros', 'credit en euros', 'credit eur'],
  balance: ['solde', 'solde eur', 'balance'],
  currency: ['devise', 'currency'],
  account: ['compte', 'numero de compte', 'account'],
  reference: [
    'reference end to end',
    'reference',
    'numero d operation',
    'identifiant de transaction',
    'transaction id',
  ],
  number: ['numero de cheque', 'n cheque'],
  status: ['statut', 'status'],
};

const frenchLabel = /^(?:libelle|detail|nom)\b/u;

/** The layout that a header row tells; undefined for a row that is no header. */
export function layoutOf(cells: readonly string[]): TableLayout | undefined {
  const names = cells.map(searchable);
  const columns: Partial<Record<ColumnRole, number>> = {};
  for (const role of columnRoles) {
    const at = headerNames[role].map((name) => names.indexOf(name)).find((index) => index >= 0);
    if (at !== undefined) columns[role] = at;
  }
  if (!isReadable(columns)) return undefined;
  return frenchLabel.test(names[columns.label ?? -1] ?? '')
    ? { columns, decimal: ',', dateOrder: 'dmy', currency: 'EUR' }
    : { columns, decimal: 'unsure', currency: null };
}

/** Whether roles are enough to read an operation: a day, a label, and an amount or two columns. */
const isReadable = ({ date, label, amount, debit, credit }: Columns): boolean =>
  date !== undefined &&
  label !== undefined &&
  (amount !== undefined || (debit !== undefined && credit !== undefined));

/** The layout that a person gave; undefined when a role is lacking. */
export function layoutOfMapping({ columns: roles, dateOrder, decimal }: CsvMapping) {
  const columns: Partial<Record<ColumnRole, number>> = {};
  for (const [index, role] of roles.entries()) if (role !== null) columns[role] ??= index;
  const layout: TableLayout = { columns, decimal: decimal ?? 'unsure', dateOrder, currency: null };
  return isReadable(columns) ? layout : undefined;
}

/** The text of a role in a row; empty when the row has none. */
export const cellAt = ({ cells }: Row, columns: Columns, role: ColumnRole): string => {
  const at = columns[role];
  return at === undefined ? '' : (cells[at] ?? '');
};
