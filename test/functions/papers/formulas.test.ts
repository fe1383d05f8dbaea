import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inertText } from '#functions/papers/formulas.ts';

test.each([
  '=1+1',
  '+33 6',
  '-2',
  '@SUM',
  '\t=1',
  '\r=1',
  '  =1',
  '\u00A0@x',
  '＝1',
  '＋1',
  '－1',
  '＠x',
])('makes %j inert', (text) => {
  expect(inertText(text)).toBe(`'${text}`);
});

test.each(['Bus', '06-0001', '12,50', 'a=b', '', 'l’école'])('leaves %j as it is', (text) => {
  expect(inertText(text)).toBe(text);
});

test('no text starts like a formula once it is inert', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(inertText(text).trimStart()).not.toMatch(/^[=+\-@]/u);
    }),
  );
});
