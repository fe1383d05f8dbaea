import { isDay, type Day } from '../../dates.ts';
import { dayCountOf } from './by-days.ts';
import type { MatchLine } from './entry-kinds.ts';
import { isCut, namesIn, spelled } from './words.ts';

/** What a line tells beside its amount and its date. */
export interface LineClues {
  readonly line: MatchLine;
  /** Its day as a number. */
  readonly on: number;
  /** The number of the cheque, when the line is one that we issued. */
  readonly chequeNumber: string | undefined;
  /** How many cheques were handed in, when the bank says it. */
  readonly chequeCount: number | undefined;
  /** All that may be a number of something, without leading zeros. */
  readonly numbers: ReadonlySet<string>;
  /** The words, in one text with a space at both ends, to be searched. */
  readonly text: string;
  readonly names: readonly string[];
  /** The last word may be the beginning of one. */
  readonly cut: boolean;
  /** The day that the label tells. */
  readonly toldOn: number | undefined;
  /** Lines of one class are the same to whoever looks at them, but for their day. */
  readonly sameAs: string;
}

export const withoutZeros = (number: string): string => number.replace(/^0+(?=\d)/u, '');

export function lineCluesOf(line: MatchLine): LineClues {
  const { label, details = '', reference = '', number } = line;
  const words = spelled(`${label} ${details} ${reference}`);
  return {
    line,
    on: dayCountOf(line.date),
    chequeNumber: chequeNumberOf(line),
    chequeCount: line.operation === 'chequeDeposit' ? countIn(words) : undefined,
    numbers: new Set([
      ...numbersIn(words),
      ...(number === undefined ? [] : [withoutZeros(number)]),
    ]),
    text: ` ${words} `,
    names: namesIn(`${label} ${details}`),
    cut: isCut(label),
    toldOn: toldOn(`${label} ${details}`, line.date),
    sameAs: `${line.operation} ${line.amountCents} ${namesIn(`${label} ${details}`).toSorted().join(' ')}`,
  };
}

/** Numbers of four digits and more, alone or at the end of a word (`REF05001A05` gives none). */
const numbersIn = (words: string): readonly string[] =>
  words.split(' ').flatMap((word) => {
    const [, digits] = /^(?:\p{L}{1,4})?(\d{4,15})(?:\p{L}\d{0,3})?$/u.exec(word) ?? [];
    return digits === undefined || /^(?:19|20)\d{2}$/u.test(digits) ? [] : [withoutZeros(digits)];
  });

/** The number of an issued cheque: after its name in the label, or in its own field. */
function chequeNumberOf({ amountCents, operation, label, number, reference }: MatchLine) {
  if (amountCents > 0 || !['cheque', 'other'].includes(operation)) return undefined;
  const words = spelled(label);
  const [, written] =
    /\b(?:cheque|chq)(?: (?:n|no|num|numero|emis|paye|n o)){0,2} ?(\d{3,12})\b/u.exec(words) ?? [];
  const ofCheque =
    operation === 'cheque'
      ? (/\b(\d{4,12})\b/u.exec(words)?.[1] ?? digitsOf(reference))
      : undefined;
  const found = written ?? number ?? ofCheque;
  return found === undefined ? undefined : withoutZeros(found);
}

const digitsOf = (reference: string | undefined): string | undefined => {
  const digits = reference?.trim() ?? '';
  return /^\d{4,12}$/u.test(digits) && !/^0+$/u.test(digits) ? digits : undefined;
};

function countIn(words: string): number | undefined {
  const [, after, before, short] =
    /\b(?:de|nb|nbre) ?(\d{1,6})\b|\b(\d{1,6}) (?:cheques?|chqs?|chq)\b|\bnb(\d{1,6})\b/u.exec(
      words,
    ) ?? [];
  const count = Number(after ?? before ?? short);
  return Number.isInteger(count) && count > 0 && count < 1_000 ? count : undefined;
}

/** A day written whole, or with its year short, or stuck together after a card: nearest the line. */
function toldOn(label: string, on: Day): number | undefined {
  const [, dd, mm, year] =
    /(?<!\d)(\d{2})[./-](\d{2})[./-]((?:20)?\d{2})(?!\d)/u.exec(label) ??
    /\b(?:FACT|DU|ECH\/?) ?(\d{2})(\d{2})(\d{2})(?!\d)/iu.exec(label) ??
    /\bC(?:B|ARTE)(?: \w+)? (\d{2})\/?(\d{2})(?![\d/])/iu.exec(label) ??
    /(?<!\d)(\d{2})\/(\d{2})(?![\d/])/u.exec(label) ??
    [];
  if (dd === undefined || mm === undefined) return undefined;
  const years =
    year === undefined
      ? [Number(on.slice(0, 4)), Number(on.slice(0, 4)) - 1]
      : [Number(year.length === 2 ? `20${year}` : year)];
  const told = years.map((one) => `${one}-${mm}-${dd}`).filter(isDay);
  const near = told.map(dayCountOf).filter((one) => Math.abs(one - dayCountOf(on)) <= 45);
  return near[0];
}
