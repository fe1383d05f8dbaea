import { stringify } from 'csv-stringify/sync';
import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { dayInParis, formatDay } from '#shared/domain/dates.ts';
import {
  amountIn,
  columnsOf,
  type ConsolidationColumn,
  type ConsolidationRow,
  type ConsolidationTotals,
} from '#shared/domain/documents/consolidation.ts';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { cents, formatAmountField } from '#shared/domain/money.ts';
import { inertText } from './formulas.ts';

/** What a cell holds, before it is written as CSV or as XLSX. */
type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount'; readonly amountCents: number | undefined };

interface Field {
  readonly header: string;
  readonly width: number;
  readonly isAmount: boolean;
  readonly valueOf: (row: ConsolidationRow) => Value;
}

const statusLabel = {
  missing: 'Non commencé',
  draft: 'En préparation',
  submitted: 'Déposé',
  returned: 'Renvoyé',
  accepted: 'Accepté',
} as const satisfies Record<ConsolidationRow['status'], string>;

const textField = (header: string, width: number, textOf: (row: ConsolidationRow) => string) => ({
  header,
  width,
  isAmount: false,
  valueOf: (row: ConsolidationRow): Value => ({ kind: 'text', text: textOf(row) }),
});

const totalField = (header: string, name: keyof ConsolidationTotals): Field => ({
  header,
  width: 16,
  isAmount: true,
  valueOf: ({ totals }) => ({ kind: 'amount', amountCents: totals?.[name] }),
});

const coopFields: readonly Field[] = [
  // eslint-disable-next-line no-restricted-syntax -- programs look a column of the CSV up by it
  textField('N° de coopérative', 18, ({ coop }) => coop.number),
  textField('Coopérative', 32, ({ coop }) => coop.name),
  textField('École', 32, ({ coop }) => coop.schoolName),
  textField('Commune', 20, ({ coop }) => coop.city),
];

const summaryFields: readonly Field[] = [
  ...coopFields,
  textField('Exercice', 11, ({ yearId }) => schoolYearLabel(yearId)),
  textField('État du CRF', 15, ({ status }) => statusLabel[status]),
  textField('Déposé le', 12, ({ submittedAt }) =>
    submittedAt === undefined ? '' : formatDay(dayInParis(submittedAt)),
  ),
  totalField('Charges', 'expensesCents'),
  totalField('Produits', 'incomesCents'),
  totalField('Résultat', 'resultCents'),
  totalField('Banque', 'bankCents'),
  totalField('Caisse', 'cashCents'),
  totalField('Report à nouveau', 'carriedForwardCents'),
];

const lineField = (column: ConsolidationColumn): Field => ({
  header: `${column.line} ${column.label}`,
  width: 18,
  isAmount: true,
  valueOf: (row) => ({ kind: 'amount', amountCents: amountIn(row, column) }),
});

const csvText = (value: Value): string => {
  if (value.kind === 'text') return inertText(value.text);
  return value.amountCents === undefined ? '' : formatAmountField(cents(value.amountCents));
};

/**
 * The consolidated accounts as a French spreadsheet reads them: semicolons, decimal commas, BOM.
 * Text that starts like a formula is made inert; numbers are written as they are.
 */
export function printConsolidationCsv(rows: readonly ConsolidationRow[]): Uint8Array {
  const fields = [...summaryFields, ...columnsOf(rows).map(lineField)];
  const text = stringify(
    [
      fields.map(({ header }) => inertText(header)),
      ...rows.map((row) => fields.map(({ valueOf }) => csvText(valueOf(row)))),
    ],
    { delimiter: ';', record_delimiter: '\r\n', bom: true },
  );
  return new TextEncoder().encode(text);
}

const euroFormat = '#,##0.00\\ "€";[Red]\\-#,##0.00\\ "€"';

const excelCell = (value: Value): Cell => {
  if (value.kind === 'text') return { type: String, value: value.text, format: '@' };
  if (value.amountCents === undefined) return null;
  return { type: Number, value: value.amountCents / 100, format: euroFormat };
};

const headCell = ({ header, isAmount }: Field): Cell => ({
  type: String,
  value: header,
  fontWeight: 'bold',
  backgroundColor: '#E6E6E6',
  bottomBorderStyle: 'thin',
  wrap: true,
  alignVertical: 'center',
  align: isAmount ? 'right' : 'left',
});

const sumCell = (
  rows: readonly ConsolidationRow[],
  { valueOf, isAmount }: Field,
  index: number,
): Cell => {
  if (index === 0)
    return { type: String, value: 'Total', fontWeight: 'bold', topBorderStyle: 'thin' };
  if (!isAmount) return { topBorderStyle: 'thin' };
  const sum = rows
    .map(valueOf)
    .reduce((total, value) => total + (value.kind === 'amount' ? (value.amountCents ?? 0) : 0), 0);
  return {
    type: Number,
    value: sum / 100,
    format: euroFormat,
    fontWeight: 'bold',
    topBorderStyle: 'thin',
  };
};

function sheetOf(name: string, fields: readonly Field[], rows: readonly ConsolidationRow[]) {
  const data: SheetData = [
    fields.map(headCell),
    ...rows.map((row) => fields.map(({ valueOf }) => excelCell(valueOf(row)))),
    ...(rows.length === 0 ? [] : [fields.map((field, index) => sumCell(rows, field, index))]),
  ];
  return {
    data,
    sheet: name,
    columns: fields.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
    orientation: 'landscape' as const,
  };
}

/** The consolidated accounts as a workbook: one sheet of totals, one of every CRF line. */
export async function printConsolidationXlsx(
  rows: readonly ConsolidationRow[],
): Promise<Uint8Array> {
  const lines = [...coopFields, ...columnsOf(rows).map(lineField)];
  const bytes = await writeExcelFile([
    sheetOf('Consolidation', summaryFields, rows),
    sheetOf('Lignes du CRF', lines, rows),
  ]).toBuffer();
  return new Uint8Array(bytes);
}
