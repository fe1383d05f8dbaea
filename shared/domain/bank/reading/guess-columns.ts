import { writtenAmount } from './amount-text.ts';
import type { CsvDescription } from './csv.ts';
import { looksLikeDate } from './day-text.ts';
import type { ColumnRole } from './table-columns.ts';

type Roles = readonly (ColumnRole | null)[];

/**
 * What the columns of an unknown table may be, by what its rows hold: where a person starts from. The
 * first dates, the longest texts, then one column of amounts, or two of which each row fills one.
 */
export function guessColumns({ columnCount, sampleRows }: CsvDescription): Roles {
  const columns = Array.from({ length: columnCount }, (_, index) =>
    sampleRows.map((row) => row[index] ?? ''),
  );
  const roles: (ColumnRole | null)[] = columns.map(() => null);
  const indexes = columns.map((_, index) => index);
  const cellsOf = (index: number) => columns[index] ?? [];
  const dates = indexes.filter((index) => cellsOf(index).every(looksLikeDate));
  const amounts = indexes.filter((index) => !dates.includes(index) && areAmounts(cellsOf(index)));
  const texts = indexes.filter((index) => !dates.includes(index) && !amounts.includes(index));
  const [label] = texts.toSorted((one, other) => lengthOf(cellsOf(other)) - lengthOf(cellsOf(one)));
  const give = (index: number | undefined, role: ColumnRole) => {
    if (index !== undefined) roles[index] = role;
  };
  give(dates[0], 'date');
  give(dates[1], 'valueDate');
  give(label, 'label');
  const [first, second] = amounts;
  const isSplit =
    first !== undefined &&
    second !== undefined &&
    sampleRows.every((row) => (row[first] ?? '') === '' || (row[second] ?? '') === '');
  give(first, isSplit ? 'debit' : 'amount');
  if (isSplit) give(second, 'credit');
  return roles;
}

const areAmounts = (cells: readonly string[]): boolean => {
  const written = cells.filter((cell) => cell !== '');
  return (
    written.length > 0 &&
    written.every((cell) => /\d/u.test(cell) && writtenAmount(cell, 'last') !== null) &&
    written.some((cell) => /[.,]/u.test(cell))
  );
};

const lengthOf = (cells: readonly string[]): number =>
  cells.reduce((sum, { length }) => sum + length, 0);
