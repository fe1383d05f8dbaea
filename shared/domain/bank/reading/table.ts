import { sumCents, type Cents } from '../../money.ts';
import { accept, reject, type Result } from '../../result.ts';
import { searchable } from '../../text.ts';
import type { Statement, StatementRejection } from '../statement.ts';
import type { Row } from './csv-rows.ts';
import { dateOrderOf, looksLikeDate, type DateOrder } from './day-text.ts';
import { flippedLine, periodOf } from './line-parts.ts';
import { cellAt, type TableLayout } from './table-columns.ts';
import { tableLine, type TableLine } from './table-line.ts';
import { noSurroundings, takeSurrounding, type Surroundings } from './table-preamble.ts';

/** A part of a file: what stands before and after a table, and the table. */
export interface TableSection {
  readonly layout: TableLayout;
  /** Rows before the header, and those within that are no operations. */
  readonly around: readonly Row[];
  readonly rows: readonly Row[];
}

export interface TableOptions {
  readonly dateOrder?: DateOrder | undefined;
  readonly flipSigns?: boolean | undefined;
  /** Whether running balances must follow from row to row to count: where a person mapped them. */
  readonly balancesMustFollow?: boolean | undefined;
}

type Read<Value> = Result<Value, StatementRejection>;

/** Whether a row is an operation: something like a date stands where dates stand. */
export const isOperation = (row: Row, { columns }: TableLayout): boolean =>
  looksLikeDate(cellAt(row, columns, 'date'));

/** Reads one section as one statement. All or nothing: a row that cannot be read refuses the file. */
export function readSection(section: TableSection, options: TableOptions): Read<Statement> {
  const { layout, rows } = section;
  const told = noSurroundings();
  for (const row of section.around)
    if (!takeSurrounding(told, row) && !mayBeLeft(row)) return unreadable(row);
  const order = orderOf(section, options);
  if (!order.ok) return order;
  const read: TableLine[] = [];
  for (const row of rows) {
    const line = tableLine(row, layout, order.value);
    if (!line) return unreadable(row);
    read.push(line);
  }
  if (told.announced !== undefined && told.announced !== read.length)
    return reject('statement_truncated');
  return statementOf(read, told, layout, options);
}

const unreadable = ({ line }: Row) => reject('statement_unreadable', `line-${line}`);

/** Totals, titles, remarks that stand alone in their row, and rows of `name : value`. */
const mayBeLeft = ({ cells }: Row): boolean => {
  const written = cells.filter((cell) => cell !== '');
  return (
    written.length <= 2 ||
    written.every((cell) => cell.includes(':')) ||
    searchable(cells[0] ?? '').startsWith('total')
  );
};

function orderOf({ layout, rows }: TableSection, { dateOrder }: TableOptions): Read<DateOrder> {
  const given = dateOrder ?? layout.dateOrder;
  if (given !== undefined) return accept(given);
  const dates = rows.map((row) => cellAt(row, layout.columns, 'date'));
  const values = rows.map((row) => cellAt(row, layout.columns, 'valueDate'));
  return dateOrderOf([...dates, ...values.filter((text) => text !== '')]);
}

function statementOf(
  read: readonly TableLine[],
  told: Surroundings,
  layout: TableLayout,
  options: TableOptions,
): Read<Statement> {
  const booked = read.filter((row) => row.booked);
  const currencies = new Set(booked.map(({ currency }) => currency).filter(Boolean));
  const accounts = new Set(booked.map(({ account }) => account).filter(Boolean));
  if (currencies.size > 1) return reject('statement_currency');
  if (accounts.size > 1) return reject('statement_unreadable');
  const running = runningBalances(booked, options.balancesMustFollow ?? false);
  const [currency = told.currency ?? layout.currency] = currencies;
  const [account = told.account] = accounts;
  const lines = booked.map(({ line }) => line);
  const days = periodOf([told.from, told.to, ...lines.map(({ date }) => date)]);
  return accept({
    account,
    currency,
    kind: 'bank',
    openingCents: told.openingCents ?? running.openingCents,
    closingCents: told.closingCents ?? running.closingCents,
    closingOn: told.closingOn ?? (running.closingCents === null ? null : days.to),
    ...days,
    ...(options.flipSigns === true && { signFlipped: true }),
    lines: options.flipSigns === true ? lines.map(flippedLine) : lines,
  });
}

interface Balances {
  readonly openingCents: Cents | null;
  readonly closingCents: Cents | null;
}

const noBalances: Balances = { openingCents: null, closingCents: null };

/** The balances at both ends of a column of running balances, whichever row is the oldest. */
function runningBalances(rows: readonly TableLine[], mustFollow: boolean): Balances {
  const first = rows.at(0);
  const last = rows.at(-1);
  if (!first || !last || rows.some(({ balanceCents }) => balanceCents === null)) return noBalances;
  const newestFirst = !follows(rows) && (follows(rows.toReversed()) || isDescending(rows));
  if (mustFollow && !follows(newestFirst ? rows.toReversed() : rows)) return noBalances;
  const [oldest, newest] = newestFirst ? [last, first] : [first, last];
  return {
    openingCents: sumCents([oldest.balanceCents ?? zero, cancelled(oldest)]),
    closingCents: newest.balanceCents,
  };
}

const zero = sumCents([]);
const cancelled = ({ line }: TableLine): Cents => flippedLine(line).amountCents;

const follows = (rows: readonly TableLine[]): boolean =>
  rows.every(({ balanceCents, line }, index) => {
    const before = rows[index - 1]?.balanceCents;
    return (
      before === undefined ||
      before === null ||
      balanceCents === sumCents([before, line.amountCents])
    );
  });

const isDescending = (rows: readonly TableLine[]): boolean =>
  (rows.at(0)?.line.date ?? '') > (rows.at(-1)?.line.date ?? '');
