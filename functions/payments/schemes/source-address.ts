import type { WebhookMode } from '#shared/domain/payments/webhook-scheme.ts';

/** The one address that HelloAsso says it calls from, in each of its worlds. */
const helloAssoAddresses: Readonly<Record<WebhookMode, string>> = {
  live: '51.138.206.200',
  test: '4.233.135.234',
};

/**
 * Whether a request comes from HelloAsso, for an association that got no key. Weak, so that nothing
 * such a message says is ever believed: the payment is read again.
 */
export const comesFromHelloAsso = (sourceIp: string, mode: WebhookMode): boolean =>
  sourceIp === helloAssoAddresses[mode];
