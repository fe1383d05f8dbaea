import { isDay, type Day } from '../../dates.ts';
import { cents, parseAmount, type Cents } from '../../money.ts';
import { oneLine } from '../../text.ts';

/** One row of a table, with the number of the line a person finds it on. */
export interface ReportRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** How a file writes amounts: `120,00` or `12000`. */
export const amountUnits = ['euros', 'cents'] as const;
export type AmountUnit = (typeof amountUnits)[number];

/** The amount in a cell; undefined when it is none, or finer than a cent. */
export function writtenAmount(text: string, unit: AmountUnit): Cents | undefined {
  const read = parseAmount(text.replace(/EUR$/iu, ''));
  if (!read.ok) return undefined;
  if (unit === 'euros') return read.value;
  return read.value % 100 === 0 ? cents(read.value / 100) : undefined;
}

const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T].*)?$/u;
const yearFirst = /^(\d{4})-?(\d{2})-?(\d{2})(?:[ T].*)?$/u;

/** The day in a cell, as French people or machines write it, its hour left out. */
export function writtenDay(text: string): Day | undefined {
  const written = text.trim();
  const [, first, second, third] = dayFirst.exec(written) ?? [];
  const [, year = third, month = second, dayOfMonth = first] = yearFirst.exec(written) ?? [];
  const iso = `${year}-${month?.padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}

/** Noon in Paris, or nearly: the day stays the day whatever the season. */
export const noonOf = (on: Day): string => `${on}T11:00:00.000Z`;

const textMax = 200;

/** One line of text from a cell; undefined when there is nothing. */
export const writtenText = (text: string): string | undefined =>
  oneLine(text).slice(0, textMax) || undefined;

/** An id in the few signs that ids are made of; undefined when nothing is left. */
export const writtenId = (text: string): string | undefined =>
  oneLine(text)
    .replace(/[^\w.:-]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 80) || undefined;
