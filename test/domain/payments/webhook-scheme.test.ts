import { describe, expect, test } from 'vitest';
import {
  isUsableSecret,
  isWebhookScheme,
  secretOf,
  webhookSchemes,
} from '#shared/domain/payments/webhook-scheme.ts';

describe('platforms that we do not take messages from', () => {
  test.each([
    ['A36: an Adyen key that is not hexadecimal', 'adyen'],
    ['A37: an Adyen date that is not signed', 'adyen-item'],
    ['A38: Adyen fields that can be shifted', 'adyen-payments'],
    ['A39: a certificate that PayPal names', 'paypal'],
  ])('%s cannot reach us: %s is no scheme', (_, scheme) => {
    expect(isWebhookScheme(scheme)).toBe(false);
  });

  test.each(['', 'Stripe', 'stripe ', 'toString', '__proto__'])('« %s » is no scheme', (scheme) => {
    expect(isWebhookScheme(scheme)).toBe(false);
  });
});

test.each(webhookSchemes)('%s is a scheme', (scheme) => {
  expect(isWebhookScheme(scheme)).toBe(true);
});

const usable = 'whsec_AAECAwQFBgcICQoLDA0ODw==';

describe('A40: secrets that protect nothing are refused when they are given', () => {
  const signed = webhookSchemes.filter((scheme) => secretOf[scheme] !== 'none');

  test.each(signed)('%s takes a secret of sixteen bytes and more', (scheme) => {
    expect(isUsableSecret(scheme, usable)).toBe(true);
  });

  test.each(
    signed.flatMap((scheme) =>
      [
        '',
        ' ',
        'court',
        'with a space in the middle of it',
        `${usable}\n`,
        'é'.repeat(20),
        'x'.repeat(257),
      ].map((secret) => [scheme, secret] as const),
    ),
  )('%s refuses « %s »', (scheme, secret) => {
    expect(isUsableSecret(scheme, secret)).toBe(false);
  });

  test.each(['whsec_AAECAwQFBgcICQoLDA0O', 'whsec_not-base64-but-long-enough', `${usable}=`])(
    'Standard Webhooks refuses « %s »',
    (secret) => {
      expect(isUsableSecret('standard', secret)).toBe(false);
    },
  );

  test.each(['helloasso-address', 'sumup', 'payplug'] as const)('%s has none', (scheme) => {
    expect(isUsableSecret(scheme, usable)).toBe(false);
  });
});
