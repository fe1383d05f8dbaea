/** The platforms whose pages are known; another one is named by its address. */
export const paymentPageProviders = [
  'helloasso',
  'jaikan',
  'stripe',
  'scellius',
  'lyra',
  'gocardless',
  'mollie',
  'sumup',
  'payplug',
  'other',
] as const;

export type PaymentPageProvider = (typeof paymentPageProviders)[number];

/** Where families pay: a page of a platform. */
export interface PaymentPage {
  readonly provider: PaymentPageProvider;
  readonly url: string;
}

/** The sites of each platform, their own subdomains included. */
const sitesOf: Readonly<Record<Exclude<PaymentPageProvider, 'other'>, readonly string[]>> = {
  helloasso: ['helloasso.com'],
  jaikan: ['jaikan.com'],
  stripe: ['stripe.com'],
  scellius: ['scelliuspaiement.labanquepostale.fr', 'labanquepostale.fr'],
  lyra: ['lyra.com', 'payzen.eu', 'systempay.fr'],
  gocardless: ['gocardless.com'],
  mollie: ['mollie.com'],
  sumup: ['sumup.com', 'sumup.link', 'sumup.fr'],
  payplug: ['payplug.com'],
};

const urlMax = 500;
const siteName = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u;

/** The site of an address, for families to see where they go; undefined when it cannot be one. */
export function siteOf(url: string): string | undefined {
  if (url.length > urlMax || !URL.canParse(url)) return undefined;
  const { protocol, hostname, port, username, password } = new URL(url);
  const isPlain = port === '' && username === '' && password === '';
  return protocol === 'https:' && isPlain && siteName.test(hostname) ? hostname : undefined;
}

/**
 * Whether families may be sent to the page: an https address by name, without a password or a
 * port, and of the platform's own site when the platform is one we know. Any other site is taken as
 * `other`, and its name is shown before anybody goes there.
 */
export function isPaymentPage({ provider, url }: PaymentPage): boolean {
  const site = siteOf(url);
  if (site === undefined) return false;
  return provider === 'other' || providerOf(url) === provider;
}

/** The platform that an address belongs to, by its site alone. */
export function providerOf(url: string): PaymentPageProvider {
  const site = siteOf(url) ?? '';
  const known = paymentPageProviders.find(
    (provider) =>
      provider !== 'other' &&
      sitesOf[provider].some((one) => site === one || site.endsWith(`.${one}`)),
  );
  return known ?? 'other';
}
