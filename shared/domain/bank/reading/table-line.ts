import { dayInParis, type Day } from '../../dates.ts';
import { cents, type Cents } from '../../money.ts';
import { searchable } from '../../text.ts';
import type { StatementLine } from '../statement.ts';
import { writtenAmount } from './amount-text.ts';
import type { Row } from './csv-rows.ts';
import { writtenDay, type DateOrder } from './day-text.ts';
import { detailsText, labelText, rawText, referenceText } from './line-parts.ts';
import { operationOf } from './operation.ts';
import { cellAt, type TableLayout } from './table-columns.ts';

/** A row of a table read as an operation. */
export interface TableLine {
  readonly line: StatementLine;
  readonly balanceCents: Cents | null;
  readonly currency: string;
  readonly account: string;
  readonly booked: boolean;
}

/** Statuses of operations that are done, in French and English; others are pending or undone. */
const doneStatuses = new Set([
  '',
  'execute',
  'executed',
  'settled',
  'completed',
  'booked',
  'regle',
]);

/** Reads a row; null when its day or its amount cannot be. */
export function tableLine(row: Row, layout: TableLayout, order: DateOrder): TableLine | null {
  const { columns, decimal } = layout;
  const at = (role: Parameters<typeof cellAt>[2]): string => cellAt(row, columns, role);
  const date = parisDay(row, layout, order) ?? writtenDay(at('date'), order);
  const amountCents = amountOf(row, layout);
  const valueDate = at('valueDate') === '' ? undefined : writtenDay(at('valueDate'), order);
  const balanceCents = at('balance') === '' ? null : writtenAmount(at('balance'), decimal);
  const balanceLost = at('balance') !== '' && balanceCents === null;
  if (date === null || amountCents === null || valueDate === null || balanceLost) return null;
  const label = labelText(at('label'));
  const details = detailsText([at('details')].filter((text) => labelText(text) !== label));
  const number = at('number').replace(/^0+/u, '');
  return {
    line: {
      date,
      valueDate,
      amountCents,
      label,
      details,
      reference: referenceText(at('reference')) ?? referenceText(at('number')),
      number: /^\d{1,12}$/u.test(number) ? number : undefined,
      operation: operationOf({ label, details, amountCents }),
      raw: rawText(row.cells.join(';')),
    },
    balanceCents,
    currency: at('currency').toUpperCase(),
    account: labelText(at('account')),
    booked: doneStatuses.has(searchable(at('status'))),
  };
}

const instantPattern = /^(\d{2})-(\d{2})-(\d{4}) (\d{2}:\d{2}:\d{2})$/u;

/** Qonto writes instants in UTC (`12-03-2026 23:30:00`): the day it was in Paris. */
function parisDay(row: Row, { columns, dateOrder }: TableLayout, order: DateOrder): Day | null {
  if (columns.status === undefined) return null;
  const written = cellAt(row, columns, 'date');
  const [, , , year, time] = instantPattern.exec(written) ?? [];
  const [, isoTime] = /^\d{4}-\d{2}-\d{2}[T ](\d{2}:\d{2}:\d{2})/u.exec(written) ?? [];
  const date = writtenDay(written, year === undefined ? order : (dateOrder ?? 'dmy'));
  const instant = `${date}T${time ?? isoTime}Z`;
  return date === null || Number.isNaN(Date.parse(instant)) ? null : dayInParis(instant);
}

/** One signed amount, else what is in the debit or the credit column, whatever its sign there. */
function amountOf(row: Row, { columns, decimal }: TableLayout): Cents | null {
  const amount = cellAt(row, columns, 'amount');
  if (columns.amount !== undefined && amount !== '') return writtenAmount(amount, decimal);
  const debit = cellAt(row, columns, 'debit');
  const credit = cellAt(row, columns, 'credit');
  const debitCents = debit === '' ? cents(0) : writtenAmount(debit, decimal);
  const creditCents = credit === '' ? cents(0) : writtenAmount(credit, decimal);
  if (debitCents === null || creditCents === null || (debit === '' && credit === '')) return null;
  if (debitCents !== 0 && creditCents !== 0) return null;
  if (debitCents !== 0) return cents(-Math.abs(debitCents));
  return creditCents;
}
