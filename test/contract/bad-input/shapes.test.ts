import { expect, test } from 'vitest';
import {
  everyList,
  everyObject,
  notRefusing,
  valueAt,
  type Spot,
} from '#test/support/every-field.ts';

const goodAt = ({ good, path }: Spot): unknown => valueAt(good, path);

test('only who sends a person back to us may add what we do not know', () => {
  const open = everyObject.filter(({ isStrict }) => !isStrict).map(({ name }) => name.trim());
  expect(open).toEqual(['GET /api/session/callback: query', 'GET /f/{token}: query']);
});

test.each(['role', 'tenantId', 'coop', 'number', 'status', 'postedAt', 'constructor'])(
  'B-091: every object refuses an unknown field %s',
  (name) => {
    for (const spot of everyObject.filter(({ isStrict }) => isStrict)) {
      const value = { ...(goodAt(spot) as object), [name]: 'x' };
      expect(notRefusing([spot], value)).toEqual([]);
    }
  },
);

test('B-087: every object refuses a prototype', () => {
  for (const spot of everyObject.filter(({ isStrict }) => isStrict)) {
    const prototype = JSON.parse('{"__proto__":{"role":"x"}}') as object;
    expect(notRefusing([spot], { ...(goodAt(spot) as object), ...prototype })).toEqual([]);
  }
});

test('B-089: every list refuses a hundred thousand, and what is no list', () => {
  const lists = new Map(everyList.map((spot) => [spot.name, spot])).values();
  for (const spot of lists) {
    const many = Array.from({ length: 100_001 }, () => (goodAt(spot) as unknown[])[0]);
    expect(notRefusing([spot], many)).toEqual([]);
    for (const written of ['', null, {}, { length: 1, 0: 'x' }, 'abc', 3])
      expect(notRefusing([spot], written)).toEqual([]);
  }
});
