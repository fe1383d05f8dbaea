import { referenceIn } from '../../collections/reference.ts';
import { searchable } from '../../text.ts';
import type { AmountUnit, ReportRow } from './row.ts';
import type { RowReading } from './report.ts';

/** The cells of a row by the titles of their columns, however these are accented. */
export interface Cells {
  readonly at: (title: string) => string;
  /** The reference of a family, wherever it is quoted in the row. */
  readonly reference: string | undefined;
  readonly row: number;
}

/** A file that platforms are known to give: how to know it, how to read a row of it. */
export interface Layout {
  readonly id: string;
  /** As people name the file. */
  readonly name: string;
  /** Whose platforms give it. */
  readonly house: 'helloasso' | 'lyra' | 'stripe';
  /** Brands of the house that our catalogue does not have give it too. */
  readonly isGivenByOthers?: true;
  /** The titles that it has, and no other file has together. */
  readonly titles: readonly string[];
  /** Undefined when only comparing with known payments, or a person, can tell. */
  readonly unit: AmountUnit | undefined;
  /** Where the amounts are, when their unit is to be found. */
  readonly amountTitle?: string;
  readonly paymentTitle?: string;
  readonly read: (cells: Cells, unit: AmountUnit) => RowReading;
}

const keyOf = (title: string): string => searchable(title);

/** The row of titles of a layout, among the first rows; undefined when it is not that file. */
export function headerOf(rows: readonly ReportRow[], layout: Layout): ReportRow | undefined {
  return rows.slice(0, 20).find(({ cells }) => {
    const titles = new Set(cells.map(keyOf));
    return layout.titles.every((title) => titles.has(keyOf(title)));
  });
}

/** The rows under the titles, each readable by title. */
export function cellsUnder(rows: readonly ReportRow[], header: ReportRow): readonly Cells[] {
  const places = new Map(header.cells.map((title, index) => [keyOf(title), index]));
  return rows
    .filter(({ line }) => line > header.line)
    .map(({ cells, line }) => ({
      at: (title) => cells[places.get(keyOf(title)) ?? -1]?.trim() ?? '',
      reference: referenceIn(cells.join(' ')),
      row: line,
    }));
}
