/** How the requests of a platform are told from forged ones. Pinned on each endpoint. */
export const webhookSchemes = [
  'standard',
  'stripe',
  'helloasso',
  'helloasso-address',
  'lyra',
  'lyra-form',
  'gocardless',
  'mollie',
  'sumup',
  'payplug',
] as const;

export type WebhookScheme = (typeof webhookSchemes)[number];

const known: ReadonlySet<string> = new Set(webhookSchemes);

/** Whether a scheme may be configured: any other platform brings files, not messages. */
export const isWebhookScheme = (text: string): text is WebhookScheme => known.has(text);

/** The world an endpoint belongs to: real money, or the trials of a platform. */
export const webhookModes = ['live', 'test'] as const;
export type WebhookMode = (typeof webhookModes)[number];

/** Live works; paused keeps what comes and waits; disabled refuses for good. */
export const endpointStatuses = ['live', 'paused', 'disabled'] as const;
export type EndpointStatus = (typeof endpointStatuses)[number];

/** Whether a scheme lives by a secret, by none, or is stricter with one. */
export const secretOf: Readonly<Record<WebhookScheme, 'needed' | 'none' | 'optional'>> = {
  standard: 'needed',
  stripe: 'needed',
  helloasso: 'needed',
  'helloasso-address': 'none',
  lyra: 'needed',
  'lyra-form': 'needed',
  gocardless: 'needed',
  mollie: 'optional',
  sumup: 'none',
  payplug: 'none',
};

const secretMinLength = 16;
const secretMaxLength = 256;
/** Sixteen bytes and more, in strict base64. */
const standardPattern =
  /^(?:whsec_)?(?=.{22})(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;

/**
 * Whether a secret can protect anything: printable, without a space, long enough; in base64 for
 * Standard Webhooks. An empty key would let anyone sign.
 */
export function isUsableSecret(scheme: WebhookScheme, secret: string): boolean {
  if (secretOf[scheme] === 'none') return false;
  if (!/^[\x21-\x7E]+$/u.test(secret)) return false;
  if (secret.length < secretMinLength || secret.length > secretMaxLength) return false;
  return scheme !== 'standard' || standardPattern.test(secret);
}
