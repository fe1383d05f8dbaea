import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnPathOf } from '#shared/domain/access/return-path.ts';

test.each([
  ['/ecritures', '/ecritures'],
  ['/ecritures?annee=2026#haut', '/ecritures?annee=2026#haut'],
  ['/', '/'],
])('comes back to %s', (asked, expected) => {
  expect(returnPathOf(asked)).toBe(expected);
});

test.each([
  [undefined],
  [''],
  ['https://ailleurs.example/'],
  ['//ailleurs.example/'],
  ['/\\ailleurs.example/'],
  ['/a\\..\\..//ailleurs.example'],
  ['/.//ailleurs.example'],
  ['/%0a//x\n'],
  ['javascript:alert(1)'],
  ['/api/session/sign-in'],
  ['/a/../api/me'],
  ['/hooks/stripe/x'],
  ['/oidc/auth'],
])('goes home instead of %s', (asked) => {
  expect(returnPathOf(asked)).toBe('/');
});

test('never leaves the site, whatever is asked', () => {
  const text = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.string().map((rest) => `/${rest}`),
  );
  fc.assert(
    fc.property(text, (asked) => {
      const path = returnPathOf(asked);
      expect(new URL(path, 'https://portail.example').origin).toBe('https://portail.example');
    }),
  );
});
