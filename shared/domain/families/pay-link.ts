import { siteOf, type PaymentPage } from '../collections/payment-page.ts';

/** Where the family goes to pay, and whether its reference travels with it. */
interface PayLink {
  readonly href: string;
  /** The name of the site, shown before anybody goes there. */
  readonly site: string;
  /** Otherwise the family copies its reference on the page of the platform. */
  readonly carriesReference: boolean;
}

/** The pages of Stripe that hand our reference back with the payment. */
const stripePages = new Set(['buy.stripe.com', 'donate.stripe.com']);

/**
 * The page of the platform with the family's reference, where the platform takes one in its
 * address: Stripe's `client_reference_id`. No other platform documents a parameter for it, so none
 * is invented. Undefined when families may not be sent to that address.
 */
export function payLinkOf({ provider, url }: PaymentPage, reference?: string): PayLink | undefined {
  const site = siteOf(url);
  if (site === undefined) return undefined;
  if (reference === undefined || provider !== 'stripe' || !stripePages.has(site))
    return { href: url, site, carriesReference: false };
  const page = new URL(url);
  page.searchParams.set('client_reference_id', reference);
  return { href: page.href, site, carriesReference: true };
}
