import { expect, test } from 'vitest';
import { payLinkOf } from '#shared/domain/families/pay-link.ts';

const reference = 'TRL-7K2MX';

test('Stripe hands our reference back: it travels in the address', () => {
  expect(
    payLinkOf({ provider: 'stripe', url: 'https://buy.stripe.com/9AQ?locale=fr' }, reference),
  ).toEqual({
    href: 'https://buy.stripe.com/9AQ?locale=fr&client_reference_id=TRL-7K2MX',
    site: 'buy.stripe.com',
    carriesReference: true,
  });
});

test('a reference that somebody left in the address gives way to the family’s own', () => {
  const url = 'https://buy.stripe.com/9AQ?client_reference_id=TRL-AAAAA';
  expect(payLinkOf({ provider: 'stripe', url }, reference)?.href).toBe(
    'https://buy.stripe.com/9AQ?client_reference_id=TRL-7K2MX',
  );
});

test.each([
  ['helloasso', 'https://www.helloasso.com/associations/x/evenements/y'],
  ['jaikan', 'https://www.jaikan.com/x'],
  ['lyra', 'https://secure.lyra.com/x'],
  ['gocardless', 'https://pay.gocardless.com/x'],
  ['other', 'https://payer.example.org/x'],
  ['stripe', 'https://dashboard.stripe.com/x'],
] as const)('%s documents no parameter: the family copies its reference', (provider, url) => {
  expect(payLinkOf({ provider, url }, reference)).toEqual({
    href: url,
    site: new URL(url).hostname,
    carriesReference: false,
  });
});

test('the page of a whole collecte carries nobody’s reference', () => {
  expect(payLinkOf({ provider: 'stripe', url: 'https://buy.stripe.com/9AQ' })).toMatchObject({
    href: 'https://buy.stripe.com/9AQ',
    carriesReference: false,
  });
});

test.each(['http://buy.stripe.com/x', 'javascript:alert(1)', 'https://a:b@stripe.com/', 'x'])(
  'nobody is sent to %s',
  (url) => {
    expect(payLinkOf({ provider: 'other', url }, reference)).toBeUndefined();
  },
);
