import type { Row } from './csv-rows.ts';
import { looksLikeDate } from './day-text.ts';
import type { TableSection } from './table.ts';
import type { TableLayout } from './table-columns.ts';

/** `dd/mm/yyyy;solde;;01234 123456A`: what begins and ends a file of LCL, which has no header. */
const isBalance = ({ cells }: Row): boolean =>
  cells.length === 4 &&
  looksLikeDate(cells[0] ?? '') &&
  cells[2] === '' &&
  /^\d{5} \d{6}[A-Z]$/u.test(cells[3] ?? '');

const layout: TableLayout = {
  columns: { date: 0, amount: 1, number: 3, label: 4, details: 5 },
  decimal: ',',
  dateOrder: 'dmy',
  currency: 'EUR',
};

/** The file of LCL as a section: its two balances in words, its label in one column of two. */
export function lclSection(rows: readonly Row[]): TableSection | undefined {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last || rows.length < 2 || !isBalance(first) || !isBalance(last)) return undefined;
  const [, openingAmount = '', , account = ''] = first.cells;
  const [closingDay = '', closingAmount = ''] = last.cells;
  return {
    layout,
    around: [
      { cells: [`Numéro de compte : ${account}`], line: first.line },
      { cells: ['Solde en début de période', openingAmount], line: first.line },
      { cells: [`Solde au ${closingDay}`, closingAmount], line: last.line },
    ],
    rows: rows.slice(1, -1).map(({ cells, line }) => ({ cells: withLabel(cells), line })),
  };
}

const withLabel = ([
  date = '',
  amount = '',
  type = '',
  number = '',
  one = '',
  two = '',
]: readonly string[]) =>
  one === '' ? [date, amount, type, number, two, ''] : [date, amount, type, number, one, two];
