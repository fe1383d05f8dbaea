import { createHash } from 'node:crypto';
import { cents, type Cents } from '#shared/domain/money.ts';
import { addDays, daysBetween, type Day } from '#shared/domain/dates.ts';

/** A chance that falls the same way each time for the same seed. */
export interface Chance {
  /** A number from 0 to below 1. */
  readonly next: () => number;
  readonly pick: <Value>(values: readonly [Value, ...Value[]]) => Value;
  /** An amount between two numbers of euros, rounded to ten cents. */
  readonly amount: (from: number, to: number) => Cents;
  /** A school day between two days, both included. */
  readonly schoolDay: (from: Day, to: Day) => Day;
}

export function chanceOf(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32LE();
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    pick: (values) => values[Math.floor(next() * values.length)] ?? values[0],
    amount: (from, to) => cents(Math.round((from + next() * (to - from)) * 10) * 10),
    schoolDay: (from, to) => {
      for (;;) {
        const found = addDays(from, Math.floor(next() * (daysBetween(from, to) + 1)));
        if (isSchoolDay(found) || daysBetween(from, to) < 4) return found;
      }
    },
  };
}

const weekday = (date: Day): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** Not a week-end, not the long holidays of summer. */
const isSchoolDay = (date: Day): boolean =>
  ![0, 6].includes(weekday(date)) && !/-(?:07-(?:0[6-9]|[123])|08)/u.test(date);

/** The day itself, or the Monday after: banks do nothing at the week-end. */
export const bankDay = (date: Day): Day => addDays(date, { 0: 1, 6: 2 }[weekday(date)] ?? 0);

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID of that day which is always the same for the same text. */
export function demoId(date: Day, text: string): string {
  let rest = Date.parse(`${date}T09:00:00Z`);
  let time = '';
  for (let index = 0; index < 10; index += 1) {
    time = `${alphabet[rest % 32]}${time}`;
    rest = Math.floor(rest / 32);
  }
  const digest = createHash('sha256').update(text).digest();
  return time + [...digest.subarray(0, 16)].map((byte) => alphabet[byte % 32]).join('');
}
