import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardedJson, textAt, valueAt } from '#functions/platform/guarded-json.ts';

const plain = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 5 },
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name)),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

test('A55: what is written once and plainly is read as it is', () => {
  fc.assert(
    fc.property(plain, fc.constantFrom(0, 2), (value, spaces) => {
      const text = JSON.stringify(value, null, spaces);
      expect(guardedJson(text)).toEqual({ value: JSON.parse(text) as unknown });
    }),
  );
});

test.each([
  ['a name twice', '{"a":1,"b":{"a":1},"a":2}'],
  ['a name twice, once escaped', '{"a":1,"\\u0061":2}'],
  ['a name of every object', '{"__proto__":{}}'],
  ['the same, escaped', '{"\\u005f_proto__":{}}'],
  ['the constructor, deep', '[{"a":{"constructor":1}}]'],
  ['an exponent', '[1e3]'],
  ['minus zero', '[-0]'],
  ['a number that a double rounds', '[9007199254740993]'],
  ['no value', '[1,]'],
  ['a name without quotes', '{a:1}'],
  ['NaN', '[NaN]'],
  ['a text cut short', '["a'],
  ['two values', '1 2'],
  ['nothing', ''],
])('A55: refuses %s', (_, text) => {
  expect(guardedJson(text)).toBeUndefined();
});

test.each(['{"a":1,"b":{"a":1}}', '[{"a":1},{"a":1}]', '{"a":"{\\"a\\":1,\\"a\\":2}"}', '[-1.5]'])(
  'takes %s, where nothing is written twice',
  (text) => {
    expect(guardedJson(text)).toBeDefined();
  },
);

test('A54: thirty-two levels are read, one more is not', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  expect(guardedJson(nested(32))).toBeDefined();
  expect(guardedJson(nested(33))).toBeUndefined();
});

test('A54: five thousand names are read, one more is not', () => {
  const wide = (count: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 0])));
  expect(guardedJson(wide(5_000))).toBeDefined();
  expect(guardedJson(wide(5_001))).toBeUndefined();
});

test('a path reads what is there, and nothing that is inherited', () => {
  const value = { a: { b: 'text', n: 5 } };
  expect(textAt(value, 'a', 'b')).toBe('text');
  expect(textAt(value, 'a', 'n')).toBe('5');
  expect(textAt(value, 'a')).toBe('');
  expect(valueAt(value, 'toString')).toBeUndefined();
  expect(valueAt(undefined, 'a')).toBeUndefined();
});
