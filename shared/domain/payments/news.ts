import { mergePayment, samePlatformPayment } from './platform-payment.ts';
import type { PaymentFacts, PlatformPayment } from './platform-payment.ts';
import type { Payout, PayoutFacts, PayoutStatus } from './payout.ts';

/** Whether what a platform lists tells more than what its messages told, or something else. */
export function paymentIsNews(
  known: PlatformPayment | undefined,
  provider: string,
  facts: PaymentFacts,
): boolean {
  if (!known) return true;
  const merged = mergePayment(known, provider, facts);
  return !merged.ok || !samePlatformPayment(known, merged.value);
}

/** Whether it is money that no message had told of: a payment that we did not know to be paid. */
export const bringsMoney = (known: PlatformPayment | undefined, facts: PaymentFacts): boolean =>
  facts.charge !== undefined && known?.charge === undefined;

const order: readonly PayoutStatus[] = ['pending', 'paid', 'failed'];

/** Whether a payout went further than what is known of it, or has another amount. */
export const payoutIsNews = (known: Payout | undefined, facts: PayoutFacts): boolean =>
  !known ||
  order.indexOf(facts.status) > order.indexOf(known.status) ||
  known.netCents !== facts.netCents;
