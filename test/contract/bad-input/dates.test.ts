import { expect, test } from 'vitest';
import { fieldsOf, notKeeping, notRefusing } from '#test/support/every-field.ts';

const days = fieldsOf('day');

test.each<[string, unknown]>([
  ['B-001', ''],
  ['B-002', ' '],
  ['B-018', true],
  ['B-026', '２０２６-03-12'],
  ['B-037', '31/02/2026'],
  ['B-037', '2026-02-31'],
  ['B-038', '29/02/2027'],
  ['B-038', '2027-02-29'],
  ['B-039', '2026-13-01'],
  ['B-040', '01/02/03'],
  ['B-041', '0000-00-00'],
  ['B-042', '1899-12-31'],
  ['B-042', '9999-01-01'],
  ['B-046', '2026-10-25T02:30'],
  ['B-047', '2027-03-28T02:30'],
  ['B-048', 1_789_000_000_000],
  ['B-049', '2026-08-31T22:30Z'],
  ['B-055', '2026-03-12\n'],
  ['B-066', "2026-03-12'; DROP TABLE"],
])('%s: the date %j is refused by every field of a day', (_, written) => {
  expect(notRefusing(days, written)).toEqual([]);
});

test.each(['2000-01-01', '2028-02-29', '2026-12-31', '2099-12-31'])('the day %s is kept', (day) => {
  expect(notKeeping(days, day, day)).toEqual([]);
});
