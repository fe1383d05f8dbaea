import { cents, maxCents, type Cents } from '../../money.ts';

/**
 * Which separator a file writes before the decimals: known, always the last one (`last`), or told
 * only by the amount itself (`unsure`: then `1,234` could be read two ways, and is refused).
 */
export type DecimalMark = ',' | '.' | 'last' | 'unsure';

const blanks = /[\s\u00A0\u202F\u2007\u2009]/gu;
const writtenPattern = /^([+\u2212-]?)([\d.,]{1,24})([+-]?)$/u;

/**
 * An amount in cents as banks write it: `1 234,56`, `1,234.56`, `,300.00`, `+286,50`, `12-`, `5 €`.
 * Null when it is none, when its groups are not thousands, or when it is finer than a cent.
 */
export function writtenAmount(text: string, mark: DecimalMark): Cents | null {
  const compact = text.replace(blanks, '').replace(/(?:€|EUR)$/iu, '');
  const [, before = '', number = '', after = ''] = writtenPattern.exec(compact) ?? [];
  const parts = partsOf(number, mark);
  if (!parts || (before !== '' && after !== '')) return null;
  const [whole, decimals] = parts;
  if (!/\d/u.test(number) || /[1-9]/u.test(decimals.slice(2))) return null;
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0').slice(0, 2));
  if (value > maxCents) return null;
  return cents(before === '' || before === '+' ? (after === '-' ? -value : value) : -value);
}

/** The digits before and after the decimal separator; null when they can be read two ways. */
function partsOf(number: string, mark: DecimalMark): readonly [string, string] | null {
  const at = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
  if (at < 0) return [number, ''];
  const separator = number[at] ?? '';
  const looksGrouped = /^[1-9]\d{0,2}[.,]\d{3}$/u.test(number);
  if (looksGrouped && mark === 'unsure') return null;
  const groups = looksGrouped && mark !== 'last' && separator !== mark;
  if (groups || number.indexOf(separator) !== at) {
    const whole = ungrouped(number, separator);
    return whole === null ? null : [whole, ''];
  }
  const whole = ungrouped(number.slice(0, at), separator === ',' ? '.' : ',');
  return whole === null ? null : [whole, number.slice(at + 1)];
}

/** The digits without their thousands separators; one that leads is dropped, as one bank writes. */
function ungrouped(digits: string, separator: string): string | null {
  const groups = digits.replace(/^[.,](?=\d)/u, '').split(separator);
  const [first = '', ...others] = groups;
  const sound =
    others.length === 0
      ? /^\d*$/u.test(first)
      : /^\d{1,3}$/u.test(first) && others.every((group) => /^\d{3}$/u.test(group));
  return sound ? groups.join('') : null;
}
