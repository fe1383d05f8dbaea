import { makeRoom, turnPage, type Paper } from './paper.ts';
import { asArtifact, drawRule, ink, lineHeight, linesOf, writeLines, type Style } from './write.ts';

interface Column {
  readonly header: string;
  /** A share of the width left by the others, unless `points` gives it. */
  readonly share?: number;
  readonly points?: number;
  readonly numeric?: boolean;
}

export interface Row {
  /** `group` spans the table and names what follows; sums are ruled and bold. */
  readonly kind?: 'line' | 'group' | 'subtotal' | 'total';
  readonly cells: readonly string[];
}

export interface Table {
  /** What the table lists, for who hears it and does not see the heading above. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

interface Place {
  readonly x: number;
  readonly width: number;
}

interface Frame extends Place {
  readonly size: number;
  readonly padding?: number;
  /** Where the last row ends, when the table faces another that is longer. */
  readonly sumAt?: number;
}

const gutter = 6;
/** Above and below a line; a long list has more lines on a page. */
const usualPadding = 3.2;
const listPadding = 2.4;

const placesOf = (columns: readonly Column[], { x, width }: Frame): readonly Place[] => {
  const shares = columns.reduce((sum, { share = 0 }) => sum + share, 0);
  const fixed = columns.reduce((sum, { points = 0 }) => sum + points, 0);
  const free = width - fixed - gutter * (columns.length - 1);
  let left = x;
  return columns.map(({ share = 0, points }) => {
    const place = { x: left, width: points ?? (free * share) / shares };
    left += place.width + gutter;
    return place;
  });
};

interface Cell {
  readonly lines: readonly string[];
  readonly place: Place;
  readonly style: Style;
}

const isSum = ({ kind }: Row): boolean => kind === 'subtotal' || kind === 'total';

function cellsOf(paper: Paper, { columns }: Table, row: Row, frame: Frame): readonly Cell[] {
  const places = placesOf(columns, frame);
  const bold = isNamed(row);
  const styleOf = (column: Column): Style => ({
    size: frame.size,
    bold,
    ...(column.numeric && { align: 'right', tabular: true }),
  });
  if (row.kind === 'group') {
    const text = row.cells[0] ?? '';
    const style = { size: frame.size, bold: true };
    return [{ lines: linesOf(paper, text, frame.width, style), place: frame, style }];
  }
  return columns.map((column, index) => {
    const own = places[index] ?? frame;
    const isLabel = isSum(row) && index === 0;
    const style = isLabel ? { size: frame.size, bold } : styleOf(column);
    // The label of a sum may run over the empty cells to its right.
    const place = isLabel ? { x: own.x, width: spanOf(places, row) } : own;
    const text = row.cells[index] ?? '';
    return { lines: text === '' ? [] : linesOf(paper, text, place.width, style), place, style };
  });
}

const spanOf = (places: readonly Place[], { cells }: Row): number => {
  const next = cells.findIndex((text, index) => index > 0 && text !== '');
  const last = places[next === -1 ? places.length - 1 : next - 1];
  const first = places[0];
  return last && first ? last.x + last.width - first.x : 0;
};

const heightOf = (
  cells: readonly Cell[],
  { padding = usualPadding }: Frame,
  size: number,
): number =>
  Math.max(1, ...cells.map(({ lines }) => lines.length)) * lineHeight(size) + 2 * padding;

const headerCells = (paper: Paper, { columns }: Table, frame: Frame): readonly Cell[] =>
  columns.map((column, index) => {
    const style: Style = {
      size: frame.size - 0.6,
      bold: true,
      color: ink.soft,
      ...(column.numeric && { align: 'right' }),
    };
    const place = placesOf(columns, frame)[index] ?? frame;
    return { lines: linesOf(paper, column.header, place.width, style), place, style };
  });

const drawCell = (paper: Paper, { lines, place, style }: Cell, y: number): void =>
  writeLines(paper, lines, { x: place.x, y, width: place.width }, style);

interface Marks {
  /** The part of the table the row belongs to. */
  readonly section: PDFKit.PDFStructureElement;
  /** The row is heard as one sentence: what long lists are, so that the file stays light. */
  readonly isSentence: boolean;
  readonly headScope: 'Column' | 'Row';
  readonly isHead: (index: number) => boolean;
}

/** From this many rows on, a table is heard as a list of sentences. */
const longTable = 150;
const isLong = ({ rows }: Table): boolean => rows.length > longTable;

function drawRow(
  paper: Paper,
  cells: readonly Cell[],
  { padding = usualPadding }: Frame,
  marks: Marks,
): void {
  const { doc } = paper;
  const y = paper.y + padding;
  if (marks.isSentence) {
    const drawAll = (): void => {
      for (const cell of cells) drawCell(paper, cell, y);
    };
    marks.section.add(doc.struct('P', {}, [drawAll]));
    return;
  }
  const head: { title?: string; scope: string } = { scope: marks.headScope };
  const row = doc.struct('TR');
  marks.section.add(row);
  for (const [index, cell] of cells.entries()) {
    const draw = cell.lines.length === 0 ? [] : [() => drawCell(paper, cell, y)];
    row.add(marks.isHead(index) ? doc.struct('TH', head, draw) : doc.struct('TD', {}, draw));
  }
  row.end();
}

const isNamed = ({ kind = 'line' }: Row): boolean => kind !== 'line';

function drawHeader(
  paper: Paper,
  table: Table,
  frame: Frame,
  structure: PDFKit.PDFStructureElement | undefined,
): void {
  const cells = headerCells(paper, table, frame);
  if (structure)
    drawRow(paper, cells, frame, {
      section: structure,
      isSentence: isLong(table),
      headScope: 'Column',
      isHead: () => true,
    });
  else
    asArtifact(paper, 'Pagination', () => {
      for (const cell of cells) drawCell(paper, cell, paper.y + (frame.padding ?? usualPadding));
    });
  paper.y += heightOf(cells, frame, frame.size - 0.6);
  drawRule(paper, { ...frame, y: paper.y }, { weight: 0.9, color: ink.text });
}

function drawBodyRow(paper: Paper, row: Row, cells: readonly Cell[], frame: Frame): void {
  const height = heightOf(cells, frame, frame.size);
  if (isSum(row))
    drawRule(
      paper,
      { ...frame, y: paper.y },
      { weight: row.kind === 'total' ? 0.9 : 0.5, color: ink.text },
    );
  paper.y += height;
  if (row.kind === 'total')
    drawRule(paper, { ...frame, y: paper.y }, { weight: 1.6, color: ink.text });
  else if (row.kind !== 'group')
    drawRule(paper, { ...frame, y: paper.y }, { weight: 0.4, color: ink.hair });
}

/** The height of the table when nothing turns the page. */
function tableHeight(paper: Paper, table: Table, frame: Frame): number {
  const header = heightOf(headerCells(paper, table, frame), frame, frame.size - 0.6);
  return table.rows.reduce(
    (sum, row) => sum + heightOf(cellsOf(paper, table, row, frame), frame, frame.size),
    header,
  );
}

/** A group name stays with its first line, a last line with the sums under it. */
function keptHeight(paper: Paper, table: Table, index: number, frame: Frame): number {
  const measured = (row: Row): number =>
    heightOf(cellsOf(paper, table, row, frame), frame, frame.size);
  const rest = table.rows.slice(index + 1);
  if (table.rows[index]?.kind === 'group') return rest[0] ? measured(rest[0]) : 0;
  const end = rest.findIndex((row) => !isSum(row));
  return (end === -1 ? rest : rest.slice(0, end)).reduce((sum, row) => sum + measured(row), 0);
}

const usualSize = 8.4;
const sideSize = 8.2;

/** The whole width, in the usual size. */
const fullFrame = ({ left, width }: Paper, size = usualSize): Frame => ({
  x: left,
  width,
  size,
});

/** Draws the table from the pen down; on each new page its header comes again. */
export function drawTable(
  paper: Paper,
  table: Table,
  frame: Frame = { ...fullFrame(paper), ...(isLong(table) && { padding: listPadding }) },
): void {
  const { doc, body } = paper;
  const structure = doc.struct(isLong(table) ? 'Sect' : 'Table', { title: table.title });
  body.add(structure);
  const [head, rows] = isLong(table)
    ? [structure, structure]
    : [doc.struct('THead'), doc.struct('TBody')];
  if (!isLong(table)) {
    structure.add(head);
    structure.add(rows);
  }
  makeRoom(paper, 60);
  drawHeader(paper, table, frame, head);
  for (const [index, row] of table.rows.entries()) {
    const cells = cellsOf(paper, table, row, frame);
    const kept = keptHeight(paper, table, index, frame);
    if (paper.y + heightOf(cells, frame, frame.size) + kept > paper.bottom) {
      turnPage(paper);
      drawHeader(paper, table, frame, undefined);
    }
    const isLast = index === table.rows.length - 1;
    if (isLast && frame.sumAt !== undefined)
      paper.y = Math.max(paper.y, frame.sumAt - heightOf(cells, frame, frame.size));
    drawRow(paper, cells, frame, {
      section: rows,
      isSentence: isLong(table),
      headScope: 'Row',
      isHead: (cell) => cell === 0 && isNamed(row),
    });
    drawBodyRow(paper, row, cells, frame);
  }
  structure.end();
}

const betweenSides = 22;

/**
 * Two tables facing each other, their totals at the same height; one after the other when a page
 * cannot hold them.
 */
export function drawSideBySide(paper: Paper, [first, second]: readonly [Table, Table]): void {
  const width = (paper.width - betweenSides) / 2;
  const frames = [
    { x: paper.left, width, size: sideSize },
    { x: paper.left + width + betweenSides, width, size: sideSize },
  ] as const;
  const heights = [tableHeight(paper, first, frames[0]), tableHeight(paper, second, frames[1])];
  const height = Math.max(...heights);
  if (height > paper.bottom - 90) {
    drawTable(paper, first);
    paper.y += 12;
    drawTable(paper, second);
    return;
  }
  makeRoom(paper, height);
  const top = paper.y;
  drawTable(paper, first, { ...frames[0], sumAt: top + height });
  paper.y = top;
  drawTable(paper, second, { ...frames[1], sumAt: top + height });
  paper.y = top + height + 8;
}
