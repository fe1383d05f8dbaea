import { expect, test } from 'vitest';
import {
  fieldsOf,
  notKeeping,
  notRefusing,
  valueAt,
  type Spot,
} from '#test/support/every-field.ts';

const ids = fieldsOf('id');
const codes = fieldsOf('code');
const exact = [...ids, ...codes.filter(({ field }) => !field.copiedByHand)];

test.each<[string, unknown]>([
  ['B-001', ''],
  ['B-002', ' '],
  ['B-018', true],
  ['B-025', '١٢٣'],
  ['B-026', '２０２５'],
  ['B-048', 1_789_000_000_000],
  ['B-052', 'a'.repeat(201)],
  ['B-053', '\u200B'],
  ['B-057', 'a\uD800b'],
  ['B-062', '<script>alert(1)</script>'],
  ['B-066', "'; DROP TABLE"],
  ['B-067', '#pk = :x'],
  ['B-076', '../../etc/passwd'],
  ['B-077', '..%2f..%2f'],
  ['B-078', '%00'],
  ['B-082', 'abc#C#other'],
])('%s: %j is refused by every id and every code', (_, written) => {
  expect(notRefusing([...ids, ...codes], written)).toEqual([]);
});

const goodOf = ({ good, path }: Spot): string => String(valueAt(good, path));

test.each<[string, (good: string) => string]>([
  ['B-026', (good) => String.fromCodePoint((good.codePointAt(0) ?? 0) + 0xfee0) + good.slice(1)],
  ['B-053', (good) => `${good}\u200B`],
  ['B-054', (good) => `${good}\u0000`],
  ['B-055', (good) => `${good}\r\n${good}`],
  ['B-056', (good) => `\u202E${good}`],
  ['B-061', (good) => `${good.slice(0, -1)}\u0430`],
  ['B-082', (good) => `${good}#${good}`],
])('%s: a good id or code with something around it is refused', (_, change) => {
  for (const spot of [...ids, ...codes])
    expect(notRefusing([spot], change(goodOf(spot)))).toEqual([]);
});

test('B-055: white space around is refused, but in a code that people copy', () => {
  for (const around of ['\n', ' ', '\u00A0', '\r\n']) {
    for (const spot of exact) {
      expect(notRefusing([spot], `${goodOf(spot)}${around}`)).toEqual([]);
      expect(notRefusing([spot], `${around}${goodOf(spot)}`)).toEqual([]);
    }
    for (const spot of codes.filter(({ field }) => field.copiedByHand))
      expect(notKeeping([spot], `${goodOf(spot)}${around}`, goodOf(spot))).toEqual([]);
  }
});

test.each<[string, string]>([
  ['B-075', '6180'],
  ['B-080', '01arz3ndektsv4rrffq69g5fav'],
  ['B-080', '8ZZZZZZZZZZZZZZZZZZZZZZZZZ'],
  ['B-080', '01ARZ3NDEKTSV4RRFFQ69G5FAU'],
  ['B-081', '550e8400-e29b-41d4-a716-446655440000'],
])('%s: the id %j is refused', (_, written) => {
  expect(notRefusing(ids, written)).toEqual([]);
});

test('the largest id is kept', () => {
  const largest = '7ZZZZZZZZZZZZZZZZZZZZZZZZZ';
  expect(notKeeping(ids, largest, largest)).toEqual([]);
});
