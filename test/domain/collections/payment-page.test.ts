import { expect, test } from 'vitest';
import { isPaymentPage, providerOf, siteOf } from '#shared/domain/collections/payment-page.ts';

test.each([
  ['helloasso', 'https://www.helloasso.com/associations/tilleuls/evenements/mer'],
  ['stripe', 'https://buy.stripe.com/test_abc'],
  ['jaikan', 'https://www.jaikan.com/campagne?id=1#payer'],
  ['other', 'https://paiement.exemple.fr/mer'],
] as const)('takes a page of %s', (provider, url) => {
  expect(isPaymentPage({ provider, url })).toBe(true);
  expect(providerOf(url)).toBe(provider);
});

test.each([
  ['not https', 'http://www.helloasso.com/x'],
  ['a script', 'javascript:alert(1)'],
  ['the site of somebody else', 'https://helloasso.com.exemple.fr/x'],
  ['a site that only ends the same', 'https://faux-helloasso.com/x'],
  ['the name hidden before an @', 'https://www.helloasso.com@exemple.fr/x'],
  ['a password', 'https://a:b@www.helloasso.com/x'],
  ['another port', 'https://www.helloasso.com:8443/x'],
  ['no address at all', 'helloasso'],
  ['an address too long', `https://www.helloasso.com/${'x'.repeat(500)}`],
])('refuses %s for a page of HelloAsso', (_, url) => {
  expect(isPaymentPage({ provider: 'helloasso', url })).toBe(false);
});

test.each([
  'https://127.0.0.1/x',
  'https://localhost/x',
  'https://[::1]/x',
  'https://2130706433/x',
])('refuses a machine without a name: %s', (url) => {
  expect(siteOf(url)).toBeUndefined();
  expect(isPaymentPage({ provider: 'other', url })).toBe(false);
});
