import { expect, test } from 'vitest';
import * as z from 'zod';
import { countSchema } from '#shared/contract/common/counts.ts';
import {
  answerOf,
  everyField,
  notRefusing,
  requests,
  slow,
  untried,
} from '#test/support/every-field.ts';
import { fillingsOf } from '#test/support/fillings.ts';

test('every field of every route has known limits', () => {
  expect(untried).toEqual([]);
});

test('whatever a route takes, filled with good values, passes', () => {
  for (const { name, schema, filling } of requests)
    expect([name, schema.safeParse(filling.value).error?.issues]).toEqual([name, undefined]);
});

test('every kind of field is met', () => {
  const kinds = new Set(everyField.map(({ field }) => field.kind));
  expect([...kinds].toSorted()).toEqual([
    'amount',
    'choice',
    'code',
    'count',
    'day',
    'id',
    'link',
    'mail',
    'opaque',
    'text',
  ]);
});

test.each<[string, z.ZodType]>([
  ['any text', z.string()],
  ['a text of its own', z.string().max(20)],
  ['any number', z.number()],
  ['anything', z.unknown()],
  ['a dictionary', z.record(z.string(), z.boolean())],
  ['a field made into something else', countSchema({ min: 0, max: 9 }).transform(String)],
])('a route cannot take %s: its limits are not known', (_, field) => {
  const request = z.strictObject({ lines: z.array(z.strictObject({ field: field.optional() })) });
  expect(() => fillingsOf(request, 'request')).toThrow('request.lines.0.field is no field');
});

test('B-004: what is missing is refused by its name, unless it is optional', () => {
  for (const spot of everyField) {
    const mayBeBlank = spot.field.kind === 'text' && spot.field.mayBeBlank;
    const expected =
      spot.ifMissing ?? (mayBeBlank ? { kept: undefined } : { refused: [spot.path.join('.')] });
    expect([spot.name, answerOf(spot, undefined)]).toEqual([spot.name, expected]);
  }
});

test.each<[string, unknown]>([
  ['B-003', null],
  ['B-018', Number.NaN],
  ['B-019', [12]],
  ['B-019', ['a']],
  ['B-020', { valueOf: 1 }],
  ['B-020', {}],
])('%s: no field takes %j', (_, written) => {
  expect(notRefusing(everyField, written)).toEqual([]);
});

test.each<[string, string]>([
  ['B-051', 'a'.repeat(10_000_000)],
  ['B-074', `${'a'.repeat(50_000)}!`],
  ['B-074', `${'0'.repeat(50_000)}!`],
  ['B-074', `${'a@'.repeat(25_000)}!`],
  ['B-074', `${'a.'.repeat(25_000)}!`],
  ['B-074', `${' \u200D'.repeat(25_000)}!`],
])('%s: every field refuses that much text, in a moment', (_, written) => {
  expect(notRefusing(everyField, written)).toEqual([]);
  expect(slow(everyField, written)).toEqual([]);
});
