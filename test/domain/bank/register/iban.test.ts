import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIban, looksLikeIban, maskedReference } from '#shared/domain/bank/register/iban.ts';

/** The examples that the registry of IBAN publishes, and one of the national documentation. */
const right = 'FR14 2004 1010 0505 0001 3M02 606';

test('accepts an IBAN with its check digits, however it is spaced', () => {
  expect(isIban(right)).toBe(true);
  expect(isIban(right.replaceAll(' ', '').toLowerCase())).toBe(true);
  expect(isIban('DE89370400440532013000')).toBe(true);
});

test('refuses wrong check digits and a French IBAN of another length', () => {
  expect(isIban('FR15 2004 1010 0505 0001 3M02 606')).toBe(false);
  expect(isIban('FR14 2004 1010 0505 0001 3M02 60')).toBe(false);
  expect(isIban('20041-01012-1234567A033')).toBe(false);
});

test('finds every digit that is typed wrong, and every two that are exchanged', () => {
  const text = right.replaceAll(' ', '');
  fc.assert(
    fc.property(fc.integer({ min: 4, max: text.length - 1 }), fc.nat(9), (place, digit) => {
      fc.pre(text[place] !== String(digit));
      expect(isIban(text.slice(0, place) + String(digit) + text.slice(place + 1))).toBe(false);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 4, max: text.length - 2 }), (place) => {
      const [one = '', other = ''] = text.slice(place, place + 2);
      fc.pre(one !== other);
      expect(isIban(text.slice(0, place) + other + one + text.slice(place + 2))).toBe(false);
    }),
  );
});

test('tells an IBAN from the number of an account', () => {
  expect(looksLikeIban(right)).toBe(true);
  expect(looksLikeIban('20041-01012-1234567A033')).toBe(false);
});

test('shows the beginning of an IBAN and the end of any account', () => {
  expect(maskedReference(right)).toBe('FR14\u00A0••••\u00A0••••\u00A0606');
  expect(maskedReference('20041-01012-1234567A033')).toBe('••••\u00A0033');
});
