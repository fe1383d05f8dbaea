import { isDay, type Day } from '../../dates.ts';
import { accept, reject, type Result } from '../../result.ts';

/** Which of the two numbers of `04/03/26` is the day. */
export const dateOrders = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

const numericPattern = /^(\d{1,2})[/.'\s-]\s*(\d{1,2})[/.'\s-]\s*(\d{4}|\d{2})(?:[T\s]\d.*)?$/u;
const yearFirstPattern = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[T\s]\d.*)?$/u;

/** Whether a cell or a field is written like a date, real or not. */
export const looksLikeDate = (text: string): boolean =>
  numericPattern.test(text.trim()) || yearFirstPattern.test(text.trim());

/** A date written with numbers, two digits of the year meaning this century; null when no day. */
export function writtenDay(text: string, order: DateOrder): Day | null {
  const written = text.trim();
  const [, year, , month, dayOfMonth] = yearFirstPattern.exec(written) ?? [];
  if (year !== undefined) return dayOf(year, month, dayOfMonth);
  const [, first, second, last = ''] = numericPattern.exec(written) ?? [];
  const fullYear = last.length === 2 ? `20${last}` : last;
  return order === 'dmy' ? dayOf(fullYear, second, first) : dayOf(fullYear, first, second);
}

const dayOf = (year = '', month = '', dayOfMonth = ''): Day | null => {
  const iso = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
};

/**
 * The order of the dates of a whole file: the only one that makes days of all of them. When both
 * do, and give other days, nobody can tell but the person who knows the bank.
 */
export function dateOrderOf(
  texts: Iterable<string>,
): Result<DateOrder, 'statement_unreadable' | 'statement_needs_date_order'> {
  let dayFirst = true;
  let monthFirst = true;
  let differ = false;
  for (const text of texts) {
    const asDayFirst = writtenDay(text, 'dmy');
    const asMonthFirst = writtenDay(text, 'mdy');
    dayFirst &&= asDayFirst !== null;
    monthFirst &&= asMonthFirst !== null;
    differ ||= asDayFirst !== asMonthFirst;
  }
  if (dayFirst && monthFirst && differ) return reject('statement_needs_date_order');
  if (!dayFirst && !monthFirst) return reject('statement_unreadable');
  return accept(dayFirst ? 'dmy' : 'mdy');
}
