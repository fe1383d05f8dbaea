import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pupilName } from '#shared/domain/collections/pupil.ts';

test.each([
  ['Léa Martin', 'Léa M.'],
  ['Léa M.', 'Léa M.'],
  ['Léa M', 'Léa M.'],
  ['Léa', 'Léa'],
  ['MARTIN Léa', 'Léa M.'],
  ['LÉA MARTIN', 'LÉA M.'],
  ['Jean-Baptiste de la Tour', 'Jean-Baptiste T.'],
  ['Éloïse Élan', 'Éloïse É.'],
  ['Zoé O’Neil', 'Zoé O.'],
  ['Inès 2', 'Inès'],
])('keeps of « %s » only « %s »', (written, kept) => {
  expect(pupilName(written)).toBe(kept);
});

test('keeps two words at most, the second no longer than an initial', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (words) => {
      const [, second = '', ...more] = pupilName(words.join(' ')).split(' ');
      expect(more).toEqual([]);
      expect(second).toMatch(/^(?:\p{L}[\p{L}\p{M}]*\.)?$/u);
      expect(Array.from(second).length).toBeLessThanOrEqual(4);
    }),
  );
});

test('reduced again, a name stays as it is', () => {
  fc.assert(
    fc.property(fc.constantFrom('Léa Martin', 'NOÉ Bo', 'Ana de Sá', 'Tom'), (written) => {
      const once = pupilName(written);
      expect(pupilName(once)).toBe(once);
    }),
  );
});
