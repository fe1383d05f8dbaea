import { isDay, type Day } from '../../dates.ts';
import { cents, maxCents, type Cents } from '../../money.ts';

/** The length of every record of CFONB 120. */
const recordLength = 120;

/** One record, padded to 120 characters, and how many of them the file really had. */
export interface CfonbRecord {
  readonly text: string;
  readonly writtenLength: number;
}

const startPattern = /^0[1457]\d{5}.{4}\d{5}(?:[A-Z]{3}| {3})/u;

/** Whether the text begins like a CFONB 120 file: record code, bank, branch, currency. */
export const looksLikeCfonb = (text: string): boolean => startPattern.test(text.trimStart());

/**
 * The records of a file: a line each, or a stream of 120-character blocks without line breaks.
 * Trailing blanks may have been cut off; blank lines count for nothing.
 */
export function recordsOf(text: string): readonly CfonbRecord[] {
  const records: CfonbRecord[] = [];
  for (const line of text.split(/\r\n|[\r\n]/u)) {
    const written = line.trimEnd();
    for (let start = 0; start < written.length; start += recordLength) {
      const part = written.slice(start, start + recordLength);
      records.push({ text: part.padEnd(recordLength), writtenLength: part.length });
    }
  }
  return records;
}

/** The characters `first` to `last` of a record, counted from 1 as the norm counts them. */
export const field = ({ text }: CfonbRecord, first: number, last: number): string =>
  text.slice(first - 1, last);

/** `JJMMAA`; null when it is left blank, undefined when it is no day. */
export function cfonbDay(written: string): Day | null | undefined {
  if (/^[ 0]{6}$/u.test(written)) return null;
  const [, dayOfMonth = '', month = '', year = ''] = /^(\d{2})(\d{2})(\d{2})$/u.exec(written) ?? [];
  const iso = `20${year}-${month}-${dayOfMonth}`;
  return isDay(iso) ? iso : undefined;
}

/** The last digit carries the sign: `{A…I` is +0…+9, `}J…R` −0…−9; é and è are { and } of EBCDIC. */
const positives = '{ABCDEFGHI';
const negatives = '}JKLMNOPQR';

/** The fourteen characters of an amount in the minor unit of its currency; null when unreadable. */
export function cfonbAmount(written: string, decimals: number, minorDigits: number): Cents | null {
  const [, digits = '', end = ''] = /^ *(\d{1,13})(.)$/u.exec(written) ?? [];
  const sign = end.toUpperCase().replace('É', '{').replace('È', '}');
  const plus = positives.indexOf(sign);
  const minus = negatives.indexOf(sign);
  if (digits === '' || (plus < 0 && minus < 0)) return null;
  const value = Number(`${digits}${Math.max(plus, minus)}`);
  const minor =
    decimals > minorDigits
      ? value / 10 ** (decimals - minorDigits)
      : value * 10 ** (minorDigits - decimals);
  if (!Number.isSafeInteger(minor) || minor > maxCents) return null;
  return cents(minus < 0 ? minor : -minor);
}

/** How many decimals the minor unit of a currency has. */
export const minorDigitsOf = (currency: string): number =>
  ['XPF', 'XAF', 'XOF', 'JPY', 'KRW'].includes(currency) ? 0 : 2;
