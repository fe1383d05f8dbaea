import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOf, oneLine, searchable } from '#shared/domain/text.ts';

test('cleaning a text twice changes nothing more', () => {
  const odd = fc.constantFrom(
    'e',
    '\u0301',
    '\u200B',
    '\u200D',
    '\uFEFF',
    ' ',
    '\n',
    '👩',
    '\u202E',
    'é',
  );
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 12 }), (parts) => {
      const once = oneLine(parts.join(''));
      expect(oneLine(once)).toBe(once);
      expect(once).not.toMatch(/[\n\u200B\u202E\uFEFF]/u);
    }),
  );
});

test('B-059: a family of emoji stays together, a joiner alone goes', () => {
  expect(oneLine('👩‍👩‍👧 sortie')).toBe('👩‍👩‍👧 sortie');
  expect(oneLine('a\u200Db\u200D')).toBe('ab');
});

test('searching ignores accents, capitals and signs', () => {
  expect(searchable('  L’Été, à Nîmes ! ')).toBe('l ete a nimes');
});

test('counts what a person counts', () => {
  expect(lengthOf('été 🎈')).toBe(5);
});
