import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { crfDueOn, filingYearIdOf } from '#shared/domain/reports/calendar.ts';
import { sameName } from '#shared/domain/reports/quitus.ts';

test('a CRF is due in the calendar year after the one its fiscal year starts in', () => {
  expect(crfDueOn('2025', '09-30')).toBe('2026-09-30');
});

test('the filing season of a year begins the day after its end', () => {
  expect(filingYearIdOf(day('2026-08-31'))).toBe('2024');
  expect(filingYearIdOf(day('2026-09-01'))).toBe('2025');
});

test('two names are of the same person in any order, case or accents', () => {
  expect(sameName('Inès Martin', 'MARTIN  ines')).toBe(true);
  expect(sameName('Inès Martin', 'Inès Martinez')).toBe(false);
  expect(sameName('', '')).toBe(false);
});
