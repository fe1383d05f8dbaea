import { accept, reject, type Result } from './result.ts';

declare const calendar: unique symbol;

/** A calendar day in Europe/Paris, written `YYYY-MM-DD`. Days compare as text. */
export type Day = string & { readonly [calendar]: 'day' };

const dayPattern = /^20\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

/** Whether the text is a real day of this century (`2026-02-31` is not). */
export function isDay(text: string): text is Day {
  if (!dayPattern.test(text)) return false;
  const dayOfMonth = Number(text.slice(8));
  return dayOfMonth <= 28 || dayOfMonth <= lastDayOf(text);
}

/** The last day of the month of a written day: in this century every fourth year is a leap year. */
function lastDayOf(text: string): number {
  const month = Number(text.slice(5, 7));
  if (month === 2) return Number(text.slice(0, 4)) % 4 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The text as a day. Throws when it is none: a defect, not a refusal. */
export function day(text: string): Day {
  if (isDay(text)) return text;
  throw new RangeError(`not a day: ${text}`);
}

const parisDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in Paris at that instant (ISO, UTC): 31 August 22:30 UTC is 1 September. */
export const dayInParis = (instant: string): Day => day(parisDay.format(new Date(instant)));

/** The day `count` days later, earlier when negative. */
export function addDays(from: Day, count: number): Day {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return day(date.toISOString().slice(0, 10));
}

/** The same day some years later, earlier when negative; the 28th where there is no 29 February. */
export function addYears(from: Day, count: number): Day {
  const year = String(Number(from.slice(0, 4)) + count);
  const text = year + from.slice(4);
  return isDay(text) ? text : day(`${year}-02-28`);
}

/** How many days from the first to the second; negative when the second comes first. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const frenchDay = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})$/u;

/** Reads `31/08/2026` or `2026-08-31`. Two-digit years are refused: they can be read two ways. */
export function parseDay(text: string): Result<Day, 'date_unreadable'> {
  const written = text.trim();
  if (isDay(written)) return accept(written);
  const [, dayOfMonth = '', month = '', year = ''] = frenchDay.exec(written) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isDay(iso) ? accept(iso) : reject('date_unreadable');
}

/** `31/08/2026`. */
export const formatDay = (value: Day): string => value.split('-').toReversed().join('/');

const months =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** `1er septembre 2026`, `31 août 2026`. */
export function formatLongDay(value: Day): string {
  const [year = '', month = '', dayOfMonth = ''] = value.split('-');
  const number = Number(dayOfMonth);
  return `${number === 1 ? '1er' : number} ${months[Number(month) - 1]} ${year}`;
}
