import { accept, type Result } from '#shared/domain/result.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import type { SignatureRefusal, SignedRequest } from './signed-request.ts';
import { verifyStandardWebhook } from './standard-webhooks.ts';
import { verifyStripe } from './stripe.ts';

/** An authentic message, with what says that it is not another one. */
export interface Verified {
  readonly eventId: string;
  readonly type: string;
  readonly payload: string;
}

const eventIdPattern = /^evt_\w{1,120}$/u;
const typeMax = 80;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads the two fields that the receiver needs; undefined when the body is no JSON object. */
function topOf(payload: string): { readonly id: string; readonly type: string } | undefined {
  try {
    const parsed: unknown = JSON.parse(payload);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    return {
      id: 'id' in parsed ? textOf(parsed.id) : '',
      type: 'type' in parsed ? textOf(parsed.type).slice(0, typeMax) : '',
    };
  } catch {
    return undefined;
  }
}

/** Decodes UTF-8 as it is, a mark at its head included; undefined when it is not UTF-8. */
function decoded(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

/**
 * Checks a request by the scheme of its endpoint, and names its event: by the signed id of
 * Standard Webhooks, by the `evt_` id of Stripe's body. `unreadable`: authentic, but no event.
 */
export function verify(
  scheme: WebhookEndpoint['scheme'],
  request: SignedRequest,
  secrets: readonly string[],
): Result<Verified, SignatureRefusal | 'unreadable'> {
  const signed =
    scheme === 'standard'
      ? verifyStandardWebhook(request, secrets)
      : verifyStripe(request, secrets);
  if (!signed.ok) return signed;
  const payload = decoded(request.body);
  const top = payload === undefined ? undefined : topOf(payload);
  const eventId = signed.value ?? top?.id ?? '';
  if (payload === undefined || !top || (scheme === 'stripe' && !eventIdPattern.test(eventId)))
    return { ok: false, rejection: 'unreadable' };
  return accept({ eventId, type: top.type, payload });
}
