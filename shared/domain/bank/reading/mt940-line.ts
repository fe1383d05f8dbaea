import { isDay, type Day } from '../../dates.ts';
import { cents, maxCents, type Cents } from '../../money.ts';
import type { Operation, StatementLine } from '../statement.ts';
import { minorDigitsOf } from './cfonb-record.ts';
import { labelText, rawText, referenceText } from './line-parts.ts';
import { operationOf } from './operation.ts';

export interface Mt940Balance {
  /** Null when no currency stands before it: nobody can tell where its digits begin. */
  readonly cents: Cents | null;
  readonly on: Day | null;
  readonly currency: string;
}

/** What a statement without a balance says of it. */
export const noBalance: Mt940Balance = { cents: null, on: null, currency: '' };

/** `C160229EUR1200,00`: side, day, currency, amount. Undefined when unreadable. */
export function mt940Balance(text: string): Mt940Balance | undefined {
  const [, side, date = '', currency = '', written = ''] =
    /^\s*([CD])(\d{6})([A-Z]{3})?([\d.,]+)/u.exec(text) ?? [];
  const amount = mt940Amount(written, currency);
  if (side === undefined || amount === null) return undefined;
  const signed = cents(side === 'D' ? -amount : amount);
  return { cents: currency === '' ? null : signed, on: dayOf(date), currency };
}

/** `1234,56`, `65,`, `500`: a comma before the decimals, or none. */
function mt940Amount(written: string, currency: string): Cents | null {
  const minorDigits = minorDigitsOf(currency);
  const [, whole = '', decimals = ''] = /^(\d{1,15})(?:[,.](\d{0,9}))?$/u.exec(written) ?? [];
  if (whole === '' || /[1-9]/u.test(decimals.slice(minorDigits))) return null;
  const value = Number(whole + decimals.padEnd(minorDigits, '0').slice(0, minorDigits));
  return Number.isSafeInteger(value) && value <= maxCents ? cents(value) : null;
}

/** The last day of the month for a 30 February, which banks that count months of 30 days write. */
function dayOf(written: string): Day | null {
  const [, year = '', month = '', dayOfMonth = ''] = /^(\d{2})(\d{2})(\d{2})$/u.exec(written) ?? [];
  for (let last = Number(dayOfMonth); last > 27 || last === Number(dayOfMonth); last -= 1) {
    const iso = `20${year}-${month}-${String(last).padStart(2, '0')}`;
    if (isDay(iso)) return iso;
    if (last > 31 || last < 29) return null;
  }
  return null;
}

/** The entry date `MMDD`, in the year that brings it nearest to the value date. */
function entryDayOf(valueDate: Day, monthAndDay: string): Day | null {
  const year = Number(valueDate.slice(2, 4));
  const days = [year - 1, year, year + 1]
    .map((candidate) => dayOf(String(candidate).padStart(2, '0') + monthAndDay))
    .filter((candidate) => candidate !== null);
  const distance = (date: Day): number => Math.abs(Date.parse(date) - Date.parse(valueDate));
  return days.toSorted((one, other) => distance(one) - distance(other)).at(0) ?? null;
}

const movementPattern =
  /^(\d{6})(\d{4}| {4})? *(R[CD]|E[CD]|[CD])([A-Z])? ?([\d.,]+)([A-Z][A-Z\d]{3})?([^\n]*)/u;

/** The types of SWIFT that tell what a movement is, for what they are worth. */
const operationOfType: Readonly<Record<string, Operation>> = {
  NCHG: 'fee',
  NCOM: 'fee',
  NCHK: 'cheque',
  NDDT: 'directDebit',
  NRTI: 'returned',
};

interface Movement {
  readonly valueDate: Day;
  readonly date: Day;
  readonly amountCents: Cents;
  readonly type: string;
  readonly reference: string;
}

/** The first line of a movement (61); null when its amount or its day is unreadable. */
function movementOf(text: string, currency: string): Movement | null {
  const [, value = '', entry = '', mark = '', , written = '', type = '', reference = ''] =
    movementPattern.exec(text) ?? [];
  const valueDate = dayOf(value);
  const amount = mt940Amount(written, currency);
  if (valueDate === null || amount === null) return null;
  const date = entry.trim() === '' ? null : entryDayOf(valueDate, entry);
  const isDebit = ['D', 'RC', 'ED'].includes(mark);
  return {
    valueDate,
    date: date ?? valueDate,
    amountCents: cents(isDebit ? -amount : amount),
    type,
    reference: reference.replace(/\/\/.*$/u, '').trim(),
  };
}

/** A movement (61) and its information (86); null when its amount or its day is unreadable. */
export function mt940Line(
  text: string,
  information: readonly string[],
  currency: string,
): StatementLine | null {
  const movement = movementOf(text, currency);
  if (!movement) return null;
  const { type, reference, ...read } = movement;
  const label = labelText(information.join('\n'));
  return {
    ...read,
    label,
    details: referenceText(text.split('\n').slice(1).join(' ')),
    reference: reference === 'NONREF' ? undefined : referenceText(reference),
    operation: operationOf({
      hint: operationOfType[type],
      label,
      amountCents: movement.amountCents,
    }),
    raw: rawText([`:61:${text}`, ...information.map((line) => `:86:${line}`)].join('\n')),
  };
}
