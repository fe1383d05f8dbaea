import { searchable } from '../text.ts';
import { lagOf } from './movement.ts';
import type { BankEntry } from './bank-entry.ts';
import type { KeptLine } from './statement.ts';

/** A cheque is paid for a year and eight days; a key may be told late, but not for ever. */
const daysMin = -30;
const daysMax = 400;

/** All the words that the bank wrote on a line, to be searched. */
export const wordsOfLine = ({ label, details = '', reference = '' }: KeptLine): string =>
  ` ${searchable(`${label} ${details} ${reference}`)} `;

const withoutZeros = (number: string): string => number.replace(/^0+(?=\d)/u, '');

/** The number of an issued cheque: in its own field, or after its name in the label. */
function chequeNumberOf(line: KeptLine): string | undefined {
  if (line.amountCents > 0 || !['cheque', 'other'].includes(line.operation)) return undefined;
  const [, written] =
    /\b(?:cheque|chq)(?: n)?(?: ?o)? ?(\d{4,12})\b/u.exec(searchable(line.label)) ?? [];
  const number = written ?? line.number;
  return number === undefined ? undefined : withoutZeros(number);
}

/** Never a reference: a year, or a date. */
const ordinary = /^(?:(?:19|20)\d{2}|20\d{6}|\d{1,2} \d{1,2} \d{2,4})$/u;

/** The parts of a reference that could name nothing else: four characters, a digit, not a date. */
const tellingParts = ({ entry }: BankEntry): readonly string[] =>
  (entry.reference ?? '').split(/\s+/u).filter((part) => {
    const words = searchable(part);
    return words.replaceAll(' ', '').length >= 4 && /\d/u.test(words) && !ordinary.test(words);
  });

/** Whether the number of the line is that of the deposit slip, however short. */
const isSlip = ({ entry }: BankEntry, line: KeptLine): boolean =>
  entry.kind === 'deposit' &&
  line.operation === 'chequeDeposit' &&
  line.number !== undefined &&
  line.number === withoutZeros(entry.reference ?? '');

/**
 * What names the entry on the line, in French; undefined when nothing does. Amounts are not
 * compared here: a key holds only with an equal amount.
 */
export function hardKeyOf(candidate: BankEntry, line: KeptLine): string | undefined {
  const lag = lagOf(candidate, line);
  if (lag < daysMin || lag > daysMax) return undefined;
  const { chequeNumber, kind } = candidate.entry;
  if (chequeNumber !== undefined && candidate.amountCents < 0) {
    const same = chequeNumberOf(line) === withoutZeros(chequeNumber);
    return same ? `Chèque n°\u00A0${chequeNumber}` : undefined;
  }
  const words = wordsOfLine(line);
  const written = tellingParts(candidate).find((part) => words.includes(` ${searchable(part)} `));
  const named = written ?? (isSlip(candidate, line) ? candidate.entry.reference : undefined);
  if (named === undefined) return undefined;
  const what = kind === 'payout' ? 'Versement' : kind === 'deposit' ? 'Bordereau' : 'Référence';
  return `${what} ${named} sur le relevé`;
}
