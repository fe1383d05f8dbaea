import { isDay, type Day } from '../../dates.ts';
import type { Cents } from '../../money.ts';
import { writtenAmount } from './amount-text.ts';

/**
 * An amount of OFX in cents: `-45.20`, `8000,00`, `+6 828.50`, `1,234.56`, `-30.000`. The last
 * separator is the decimal one, unless it comes twice. Null when unreadable or finer than a cent.
 */
export const ofxAmount = (text: string): Cents | null => writtenAmount(text, 'last');

/** The day of an OFX date, its first eight digits, never shifted by a time zone. */
export function ofxDay(text: string): Day | null {
  const [, year, month, dayOfMonth] = /^(\d{4})(\d{2})(\d{2})/u.exec(text.trim()) ?? [];
  const iso = `${year}-${month}-${dayOfMonth}`;
  return isDay(iso) ? iso : null;
}
