import { isDay, type Day } from '../../dates.ts';
import { cents, maxCents, type Cents } from '../../money.ts';

const amountPattern = /^([+-]?)([\d.,]{1,24})$/u;

/**
 * An amount of OFX in cents: `-45.20`, `8000,00`, `+6 828.50`, `1,234.56`, `-30.000`. The last
 * separator is the decimal one, unless it comes twice. Null when unreadable or finer than a cent.
 */
export function ofxAmount(text: string): Cents | null {
  const [, sign, number = ''] = amountPattern.exec(text.replace(/[\s\u00A0\u202F]/gu, '')) ?? [];
  const at = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
  const separator = number[at] ?? '';
  const grouped = at >= 0 && number.indexOf(separator) !== at;
  const whole = grouped || at < 0 ? number : number.slice(0, at);
  const decimals = (grouped || at < 0 ? '' : number.slice(at + 1)).padEnd(2, '0');
  const digits = whole.replace(/[.,]/gu, '');
  if (!/\d/u.test(number) || /[1-9]/u.test(decimals.slice(2))) return null;
  const value = Number(digits) * 100 + Number(decimals.slice(0, 2));
  return value > maxCents ? null : cents(sign === '-' ? -value : value);
}

/** The day of an OFX date, its first eight digits, never shifted by a time zone. */
export function ofxDay(text: string): Day | null {
  const [, year, month, dayOfMonth] = /^(\d{4})(\d{2})(\d{2})/u.exec(text.trim()) ?? [];
  const iso = `${year}-${month}-${dayOfMonth}`;
  return isDay(iso) ? iso : null;
}
