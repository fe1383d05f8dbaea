import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  day,
  dayInParis,
  daysBetween,
  formatDay,
  formatLongDay,
  isDay,
  parseDay,
} from '#shared/domain/dates.ts';
import { contains, fiscalYearIdOf, newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';

const days = fc.integer({ min: 0, max: 36_524 }).map((count) => addDays(day('2000-01-01'), count));

test.each([
  '2026-02-31',
  '2027-02-29',
  '2026-13-01',
  '0000-00-00',
  '1899-01-01',
  '9999-01-01',
  '2026-10-25T02:30',
  '1789000000000',
  '',
  '2026-9-1',
])('does not take %j for a day', (text) => {
  expect(isDay(text)).toBe(false);
});

test.each<[string, string]>([
  ['31/08/2026', '2026-08-31'],
  ['1/9/2026', '2026-09-01'],
  ['29.02.2028', '2028-02-29'],
  ['2026-09-01', '2026-09-01'],
])('reads %s', (text, value) => {
  expect(parseDay(text)).toEqual({ ok: true, value });
});

test.each(['31/02/2026', '29/02/2027', '01/02/03', '2026-13-01', '12/2026', 'hier'])(
  'refuses %s',
  (text) => {
    expect(parseDay(text)).toEqual({ ok: false, rejection: 'date_unreadable' });
  },
);

test('an evening of August in UTC is already September in Paris', () => {
  const date = dayInParis('2026-08-31T22:30:00Z');
  expect(date).toBe('2026-09-01');
  expect(fiscalYearIdOf(date)).toBe('2026');
  expect(fiscalYearIdOf(dayInParis('2026-08-31T21:59:59Z'))).toBe('2025');
});

test('writing then reading a day gives it back', () => {
  fc.assert(
    fc.property(days, (date) => {
      expect(parseDay(formatDay(date))).toEqual({ ok: true, value: date });
    }),
  );
});

test('a day is in the fiscal year whose id it gives, and in no other', () => {
  fc.assert(
    fc.property(days, (date) => {
      const id = fiscalYearIdOf(date);
      if (Number(id) < 2000 || Number(id) > 2097) return;
      expect(contains(newFiscalYear(id), date)).toBe(true);
      expect(contains(newFiscalYear(String(Number(id) + 1)), date)).toBe(false);
    }),
  );
});

test('counts days across the change of hour', () => {
  expect(daysBetween(day('2026-10-24'), day('2026-10-26'))).toBe(2);
  expect(addDays(day('2027-03-27'), 2)).toBe('2027-03-29');
});

test('writes the first of a month as people do', () => {
  expect(formatLongDay(day('2026-09-01'))).toBe('1er septembre 2026');
  expect(formatLongDay(day('2026-08-31'))).toBe('31 août 2026');
});
