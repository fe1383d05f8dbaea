/**
 * Where the API of each platform is: the environment variable that says it, for real money and for
 * trials. The host never comes from a message.
 */
export const platformHosts = {
  stripe: { live: 'STRIPE_API_URL', test: 'STRIPE_API_URL' },
  helloasso: { live: 'HELLOASSO_API_URL', test: 'HELLOASSO_TEST_API_URL' },
  gocardless: { live: 'GOCARDLESS_API_URL', test: 'GOCARDLESS_TEST_API_URL' },
  scellius: { live: 'SCELLIUS_API_URL', test: 'SCELLIUS_API_URL' },
  payzen: { live: 'PAYZEN_API_URL', test: 'PAYZEN_API_URL' },
  mollie: { live: 'MOLLIE_API_URL', test: 'MOLLIE_API_URL' },
  sumup: { live: 'SUMUP_API_URL', test: 'SUMUP_API_URL' },
  payplug: { live: 'PAYPLUG_API_URL', test: 'PAYPLUG_API_URL' },
} as const;

export type Platform = keyof typeof platformHosts;
