import type { Cents } from '../../money.ts';
import { findPlatform, houseOf } from '../platform-catalogue.ts';
import { areEnough, proposeColumns, readByColumns, type ChosenColumns } from './chosen-columns.ts';
import { helloAssoCashOut } from './helloasso-cash-out.ts';
import { helloAssoPayments } from './helloasso-payments.ts';
import { cellsUnder, headerOf, type Layout } from './layout.ts';
import { lyraJournal } from './lyra-journal.ts';
import { gather, type Report } from './report.ts';
import { writtenAmount, type AmountUnit, type ReportRow } from './row.ts';
import { stripePayouts } from './stripe-payouts.ts';

const layouts: readonly Layout[] = [
  helloAssoCashOut,
  helloAssoPayments,
  lyraJournal,
  stripePayouts,
];

/** What is known, or was said, to read a file with. */
export interface Reading {
  /** What the payments of the platform were, by their ids. */
  readonly known: ReadonlyMap<string, Cents>;
  readonly columns?: ChosenColumns | undefined;
  readonly unit?: AmountUnit | undefined;
}

/** A file that was read, or what a person has to say before it can be. */
export type ReportReading =
  | {
      readonly kind: 'read';
      readonly layout: { readonly id: string; readonly name: string };
      readonly unit: AmountUnit;
      readonly report: Report;
    }
  | { readonly kind: 'needsUnit'; readonly layout: { readonly id: string; readonly name: string } }
  | {
      readonly kind: 'needsColumns';
      readonly titles: readonly string[];
      readonly proposed: ChosenColumns;
      readonly sample: readonly (readonly string[])[];
    };

/** The row of titles of a file that nobody knows: the first that has three of them. */
export const titlesOf = (rows: readonly ReportRow[]): ReportRow | undefined =>
  rows.find(({ cells }) => cells.filter((cell) => cell.trim() !== '').length >= 3);

/** The file among those that are known, with its row of titles. */
export function knownLayout(
  rows: readonly ReportRow[],
): { readonly layout: Layout; readonly header: ReportRow } | undefined {
  for (const layout of layouts) {
    const header = headerOf(rows, layout);
    if (header) return { layout, header };
  }
  return undefined;
}

/**
 * Whether a file is of another platform than the one it is brought for: its payments would be known
 * twice, once under each name.
 */
export function isOfAnother({ house, isGivenByOthers }: Layout, provider: string): boolean {
  const platform = findPlatform(provider);
  const isListed = platform !== undefined && platform.scheme !== 'standard';
  return isListed ? houseOf(platform) !== house : !isGivenByOthers;
}

/** Reads the table of a platform; undefined when it has no row at all under its titles. */
export function readReport(
  rows: readonly ReportRow[],
  reading: Reading,
): ReportReading | undefined {
  const known = knownLayout(rows);
  if (known) return readKnown(rows, known.layout, known.header, reading);
  const header = titlesOf(rows);
  const under = rows.filter(({ line }) => header && line > header.line);
  if (!header || under.length === 0) return undefined;
  const { columns, unit } = reading;
  if (!columns || unit === undefined || !areEnough(columns, header.cells.length))
    return {
      kind: 'needsColumns',
      titles: header.cells,
      proposed: columns ?? proposeColumns(header.cells),
      sample: under.slice(0, 3).map(({ cells }) => cells),
    };
  const report = gather(
    under.map((row) => ({ row: row.line, reading: readByColumns(row, columns, unit) })),
  );
  return { kind: 'read', layout: { id: 'choisi', name: 'Colonnes choisies' }, unit, report };
}

/** Rows of a journal that are no record of it: its end, and the like. */
const isRecord = ({ cells }: ReportRow, header: ReportRow): boolean =>
  cells.length * 2 > header.cells.length && cells.some((cell) => cell.trim() !== '');

function readKnown(
  rows: readonly ReportRow[],
  layout: Layout,
  header: ReportRow,
  { known, unit: said }: Reading,
): ReportReading | undefined {
  const records = rows.filter((row) => isRecord(row, header));
  const under = cellsUnder(records, header);
  if (under.length === 0) return undefined;
  const { id, name, unit: fixed, amountTitle = '', paymentTitle = '' } = layout;
  const amounts = under.map(({ at }) => ({ id: at(paymentTitle), text: at(amountTitle) }));
  const unit = fixed ?? said ?? unitOf(amounts, known);
  if (unit === undefined) return { kind: 'needsUnit', layout: { id, name } };
  const report = gather(
    under.map((cells) => ({ row: cells.row, reading: layout.read(cells, unit) })),
  );
  return { kind: 'read', layout: { id, name }, unit, report };
}

/**
 * The unit of amounts: euros as soon as one has cents in it; else the only one in which known
 * payments are what they were. Undefined when nothing tells.
 */
export function unitOf(
  amounts: readonly { readonly id: string; readonly text: string }[],
  known: ReadonlyMap<string, Cents>,
): AmountUnit | undefined {
  const told = amounts.filter(({ text }) => writtenAmount(text, 'euros') !== undefined);
  if (told.some(({ text }) => writtenAmount(text, 'cents') === undefined)) return 'euros';
  const fits = (unit: AmountUnit): boolean =>
    told.some(({ id, text }) => known.has(id) && writtenAmount(text, unit) === known.get(id));
  const [inCents, inEuros] = [fits('cents'), fits('euros')];
  if (inCents === inEuros) return undefined;
  return inCents ? 'cents' : 'euros';
}
