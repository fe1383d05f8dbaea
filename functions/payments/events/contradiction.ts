import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import { findPlatformPayments } from '#functions/stores/platform-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';

/**
 * Whether a payment is told refused or cancelled after it was told paid, by a platform that does
 * not do so when all is well: somebody has to look.
 */
export async function takesPaymentBack(
  scope: CoopScope,
  { provider, scheme }: WebhookEndpoint,
  facts: readonly PaymentFacts[],
): Promise<boolean> {
  if (scheme !== 'lyra' && scheme !== 'lyra-form') return false;
  const failed = facts.filter((one) => one.failed).map(({ paymentId }) => paymentId);
  if (failed.length === 0) return false;
  const known = await findPlatformPayments(scope, provider, failed);
  return known.some(({ charge }) => charge !== undefined);
}
