import { expect, test } from 'vitest';
import { fieldsOf, notKeeping, notRefusing } from '#test/support/every-field.ts';

const choices = fieldsOf('choice');
const counts = fieldsOf('count');

test.each<[string, unknown]>([
  ['B-001', ''],
  ['B-002', ' '],
  ['B-007', -5],
  ['B-016', Infinity],
  ['B-018', false],
  ['B-018', 'true'],
  ['B-021', '1'],
  ['B-053', 'expense\u200B'],
  ['B-055', 'expense\n'],
  ['B-061', 'c\u0430sh'],
  ['B-067', 'status'],
  ['B-075', 'EXPENSE'],
  ['B-087', '__proto__'],
  ['B-087', 'constructor'],
])('%s: %j is no choice of a field that does not name it', (_, written) => {
  const others = choices.filter(({ field }) => !field.values.includes(written));
  expect(notRefusing(others, written)).toEqual([]);
});

test.each<[string, unknown]>([
  ['B-001', ''],
  ['B-002', ' '],
  ['B-014', '1e3'],
  ['B-016', Infinity],
  ['B-018', true],
  ['B-021', '12'],
  ['B-022', JSON.parse('9007199254740993')],
  ['B-035', 0.1 + 0.2],
])('%s: %j is no count', (_, written) => {
  expect(notRefusing(counts, written)).toEqual([]);
});

test('B-007: a count keeps both its limits and refuses beyond', () => {
  for (const spot of counts) {
    const { min, max } = spot.field;
    for (const inside of [min, max]) expect(notKeeping([spot], inside, inside)).toEqual([]);
    for (const beyond of [min - 1, max + 1]) expect(notRefusing([spot], beyond)).toEqual([]);
  }
});
