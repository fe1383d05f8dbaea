import { isUsableSecret, type WebhookScheme } from '#shared/domain/payments/webhook-scheme.ts';
import { SecretUnusable } from './signed-request.ts';

/**
 * The bytes that secrets sign with: as they are written, but for Standard Webhooks whose secrets
 * are base64. Throws on one that protects nothing.
 */
export function keysOf(scheme: WebhookScheme, secrets: readonly string[]): readonly Uint8Array[] {
  if (secrets.length === 0) throw new SecretUnusable(`no ${scheme} secret`);
  return secrets.map((secret) => {
    if (!isUsableSecret(scheme, secret)) throw new SecretUnusable(`not a ${scheme} secret`);
    return scheme === 'standard'
      ? Buffer.from(secret.replace(/^whsec_/u, ''), 'base64')
      : Buffer.from(secret, 'utf8');
  });
}
