import type { Platform, platformHosts } from '#shared/contract/payments/platform-hosts.ts';

/**
 * Where the APIs of the payment platforms are. Constants of the product: no message, no page and
 * no operator changes where a key is sent.
 */
export const platformUrls = {
  STRIPE_API_URL: 'https://api.stripe.com',
  HELLOASSO_API_URL: 'https://api.helloasso.com',
  HELLOASSO_TEST_API_URL: 'https://api.helloasso-sandbox.com',
  GOCARDLESS_API_URL: 'https://api.gocardless.com',
  GOCARDLESS_TEST_API_URL: 'https://api-sandbox.gocardless.com',
  SCELLIUS_API_URL: 'https://api.scelliuspaiement.labanquepostale.fr',
  PAYZEN_API_URL: 'https://api.payzen.eu',
  MOLLIE_API_URL: 'https://api.mollie.com',
  SUMUP_API_URL: 'https://api.sumup.com',
  PAYPLUG_API_URL: 'https://api.payplug.com',
} as const satisfies Record<(typeof platformHosts)[Platform]['live' | 'test'], string>;
