import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { familyReference, referenceIn } from '#shared/domain/collections/reference.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

test('gives the same family the same reference, in letters that nobody confuses', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat({ max: 7 }), (family, attempt) => {
      const reference = familyReference(digest(family), attempt);
      expect(reference).toBe(familyReference(digest(family), attempt));
      expect(reference).toMatch(/^TRL-[2-9A-HJKMNP-Z]{5,6}$/u);
    }),
  );
});

test('gives another reference at each attempt, longer from the fourth on', () => {
  const drawn = Array.from({ length: 8 }, (_, attempt) => familyReference(digest('léa'), attempt));
  expect(new Set(drawn).size).toBe(8);
  expect(drawn.map(({ length }) => length)).toEqual([9, 9, 9, 10, 10, 10, 10, 10]);
});

test('is found again in what a platform or a bank repeats', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(' ', '-', ''), (family, separator) => {
      const reference = familyReference(digest(family));
      const written = reference.replace('-', separator).toLowerCase();
      expect(referenceIn(`Paiement ${written} de Mme Roux`)).toBe(reference);
    }),
  );
});

test.each(['', 'FAM-0001', 'TRL-', 'TRL-7K2', 'TRL-7K2M1', 'TRL-7K2MXABCD'])(
  'finds none in « %s »',
  (text) => {
    expect(referenceIn(text)).toBeUndefined();
  },
);
