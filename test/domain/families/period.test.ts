import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { periodText } from '#shared/domain/families/period.ts';

test.each([
  ['2026-06-08', undefined, 'Le 8 juin 2026'],
  ['2026-06-01', '2026-06-01', 'Le 1er juin 2026'],
  ['2026-06-01', '2026-06-05', 'Du 1er au 5 juin 2026'],
  ['2026-06-29', '2026-07-03', 'Du 29 juin 2026 au 3 juillet 2026'],
  ['2026-12-28', '2027-01-02', 'Du 28 décembre 2026 au 2 janvier 2027'],
] as const)('%s to %s', (from, to, text) => {
  expect(periodText(day(from), to && day(to))).toBe(text);
});

test('no start, no period', () => {
  expect(periodText(undefined, day('2026-06-08'))).toBeUndefined();
});
