import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, readFamilyList } from '#shared/domain/collections/family-list.ts';

const read = (text: string, classForAll = '') => readFamilyList(cellsOf(text), classForAll);

test.each([
  ['semicolons', 'Léa Martin; CM2; 20,50\nTom B.;CM1;'],
  ['tabs, as copied from a spreadsheet', 'Léa Martin\tCM2\t20,50\r\nTom B.\tCM1'],
  ['commas', 'Léa Martin, CM2, 20,50\nTom B., CM1'],
  ['quotes of a CSV', '"Léa Martin";"CM2";"20,50 €"\n"Tom B.";"CM1"'],
  ['two spaces', 'Léa Martin  CM2  20,50\nTom B.  CM1'],
])('reads %s', (_, text) => {
  expect(read(text)).toEqual({
    families: [
      { line: 1, pupil: 'Léa M.', className: 'CM2', expectedCents: 2_050 },
      { line: 2, pupil: 'Tom B.', className: 'CM1' },
    ],
    problems: [],
  });
});

test('a line of titles says where the columns are', () => {
  const text = 'Classe;Nom;Prénom;Montant\nCM2;Martin;Léa;0\n;;;\nCM1;DUPONT;Tom;';
  expect(read(text)).toEqual({
    families: [
      { line: 2, pupil: 'Léa M.', className: 'CM2', expectedCents: 0 },
      { line: 4, pupil: 'Tom D.', className: 'CM1' },
    ],
    problems: [],
  });
});

test('a line without a class takes the one for all; blank lines are nothing', () => {
  expect(read('\nLéa M.\n\n', 'CP')).toMatchObject({
    families: [{ line: 2, className: 'CP' }],
    problems: [],
  });
});

test.each([
  ['; CM2', 'pupil_missing'],
  ['Léa M.', 'class_missing'],
  [`Léa M.; ${'C'.repeat(31)}`, 'too_long'],
  ['Léa M.; CM2; vingt', 'amount_unreadable'],
  ['Léa M.; CM2; -5', 'amount_unreadable'],
])('says the line and why: %s', (text, problem) => {
  expect(read(text)).toEqual({ families: [], problems: [{ line: 1, problem }] });
});

test('PRIVACY-1: whatever is pasted, no name is longer than a first name and an initial', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      for (const { pupil } of read(text, 'CP').families)
        expect(pupil.split(' ').length).toBeLessThanOrEqual(2);
    }),
  );
});
