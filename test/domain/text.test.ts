import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOf, oneLine, searchable, spaced } from '#shared/domain/text.ts';

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

test.each([
  ['Il reste : 3 €', 'Il reste\u00A0: 3 €'],
  ['pour « Classe de mer », merci', 'pour «\u00A0Classe de mer\u00A0», merci'],
  ['Changé ; gardé', 'Changé\u202F; gardé'],
  ['Merci ! Et vous ?', 'Merci\u202F! Et vous\u202F?'],
  ['Écriture n° 12, N° de chèque', 'Écriture n°\u00A012, N°\u00A0de chèque'],
])('%s: no mark and no number is left alone on its line', (plain, french) => {
  expect(spaced(plain)).toBe(french);
  expect(spaced(french)).toBe(french);
});

test('addresses and times keep their marks', () => {
  const text = 'À 10:30, https://ecole.fr/f/a?b=c!';
  expect(spaced(text)).toBe(text);
});
