import { parseAmount, type Cents } from '../money.ts';
import { lengthOf, oneLine, searchable } from '../text.ts';
import { pupilName } from './pupil.ts';

/** A family as a list gives it: first name and initial, class, and an amount when it has its own. */
interface ListedFamily {
  readonly line: number;
  readonly pupil: string;
  readonly className: string;
  readonly expectedCents?: Cents | undefined;
}

export type ListProblem = 'pupil_missing' | 'class_missing' | 'too_long' | 'amount_unreadable';

/** What was read, and the lines that were not, each with why. */
export interface FamilyList {
  readonly families: readonly ListedFamily[];
  readonly problems: readonly { readonly line: number; readonly problem: ListProblem }[];
}

const textMax = 30;

/** Where the columns are; a list without titles has pupil, class, amount. */
interface Columns {
  readonly pupil: number;
  readonly surname?: number | undefined;
  readonly className: number;
  readonly amount: number;
}

const inOrder: Columns = { pupil: 0, className: 1, amount: 2 };

/** What stands between columns: a tab as copied from a spreadsheet, else `;`, spaces, `,`. */
const separators = [/\t/u, /;/u, /\S {2,}\S/u, /,/u];
const cutters = [/\t/u, /;/u, / {2,}/u, /,/u];

function separatorOf(text: string): RegExp {
  const index = separators.findIndex((separator) => separator.test(text));
  return cutters[index] ?? /;/u;
}

/** The cells of a pasted or opened list; quotes of a CSV are taken off. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const separator = separatorOf(text);
  return text.split(/\r\n|\r|\n/u).map((line) =>
    line.split(separator).map((cell) =>
      oneLine(cell)
        .replace(/^"(.*)"$/u, '$1')
        .replaceAll('""', '"')
        .trim(),
    ),
  );
}

const titles = {
  pupil: ['prenom', 'eleve', 'enfant', 'prenom de l eleve', 'prenom et initiale'],
  surname: ['nom', 'nom de famille', 'nom de l eleve'],
  className: ['classe', 'niveau', 'division'],
  amount: ['montant', 'participation', 'demande', 'montant demande'],
} as const;

/** The columns that a line of titles names; undefined when the line is already a family. */
function columnsIn(cells: readonly string[]): Columns | undefined {
  const found = (names: readonly string[]): number =>
    cells.findIndex((cell) => names.includes(searchable(cell)));
  const [pupil, surname] = [found(titles.pupil), found(titles.surname)];
  const named = pupil === -1 ? surname : pupil;
  if (named === -1) return undefined;
  return {
    pupil: named,
    ...(pupil !== -1 && surname !== -1 && { surname }),
    className: found(titles.className),
    amount: found(titles.amount),
  };
}

/**
 * Reads a list of families, one a line: `Léa M.; CM2; 20,00`, typed, pasted from a spreadsheet or
 * read from a file. A line of titles says where the columns are. A line without a class takes the
 * one given for all. Surnames are reduced here, before anything leaves.
 * Rules: PRIVACY-1 (docs/rules.md).
 */
export function readFamilyList(
  rows: readonly (readonly string[])[],
  classForAll: string,
): FamilyList {
  const first = rows.findIndex((cells) => cells.some((cell) => cell !== ''));
  const named = columnsIn(rows[first] ?? []);
  const read = rows.flatMap((cells, index) =>
    cells.every((cell) => cell === '') || (named && index === first)
      ? []
      : [readLine(cells, index + 1, named ?? inOrder, oneLine(classForAll))],
  );
  return {
    families: read.filter((one) => 'pupil' in one),
    problems: read.filter((one) => 'problem' in one),
  };
}

function readLine(
  cells: readonly string[],
  line: number,
  columns: Columns,
  classForAll: string,
): ListedFamily | FamilyList['problems'][number] {
  const at = (index: number | undefined): string => cells[index ?? -1] ?? '';
  const pupil = pupilName(`${at(columns.pupil)} ${at(columns.surname)}`);
  const className = at(columns.className) === '' ? classForAll : at(columns.className);
  if (pupil === '') return { line, problem: 'pupil_missing' };
  if (className === '') return { line, problem: 'class_missing' };
  if (lengthOf(pupil) > textMax || lengthOf(className) > textMax)
    return { line, problem: 'too_long' };
  const written = amountIn(cells, columns.amount);
  if (written === '') return { line, pupil, className };
  const amount = parseAmount(written);
  if (!amount.ok || amount.value < 0) return { line, problem: 'amount_unreadable' };
  return { line, pupil, className, expectedCents: amount.value };
}

/** The amount; `20,50` cut in two by its own comma is put together again. */
function amountIn(cells: readonly string[], index: number): string {
  const [whole = '', decimals = '', ...others] = index < 0 ? [] : cells.slice(index);
  const wasCut = /^\d+$/u.test(whole) && /^\d{2}(?: ?€)?$/u.test(decimals) && others.length === 0;
  return wasCut ? `${whole},${decimals}` : whole;
}
