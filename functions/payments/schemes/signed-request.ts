import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookMode } from '#shared/domain/payments/webhook-scheme.ts';

/** A request as it came: the signature is checked on these very bytes. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  readonly nowSeconds: number;
}

/** What an endpoint pins, beside its scheme. */
export interface Pinned {
  readonly mode: WebhookMode;
  /** The secret of today, then the one before it while it is still good. */
  readonly secrets: readonly string[];
}

/** Why a request is refused. For the log only: the sender is told nothing. */
export type SignatureRefusal =
  | 'header_missing'
  | 'header_malformed'
  | 'timestamp_out_of_window'
  | 'signature_wrong'
  | 'form_malformed'
  | 'mode_wrong';

/** Which of two live secrets a message was signed with. */
export type Kid = 'current' | 'previous';

/** A secret that cannot protect anything: ours to put right, never a reason to accept. */
export class SecretUnusable extends Error {
  override readonly name = 'SecretUnusable';
}

const toleranceSeconds = 300;

/** Whole seconds only, and at most five minutes away, before as well as after. */
export const isInWindow = (timestamp: string, nowSeconds: number): boolean =>
  Math.abs(nowSeconds - Number(timestamp)) <= toleranceSeconds;

export const isTimestamp = (text: string): boolean => /^[1-9]\d{8,10}$/u.test(text);

/** Thirty-two bytes in lower-case hexadecimal, and nothing else; undefined otherwise. */
export const hexSignature = (text: string): Buffer | undefined =>
  /^[0-9a-f]{64}$/u.test(text) ? Buffer.from(text, 'hex') : undefined;

const kids: readonly Kid[] = ['current', 'previous'];

/**
 * Which key one of the signatures was made with: the HMAC-SHA-256 of all that is signed, one part
 * after the other. Every pair is compared, in constant time: the time taken says nothing.
 */
export function signingKey(
  keys: readonly Uint8Array[],
  signatures: readonly Buffer[],
  ...signed: readonly (string | Uint8Array)[]
): Kid | undefined {
  let found: Kid | undefined;
  for (const [index, key] of keys.entries()) {
    const hmac = createHmac('sha256', key);
    for (const part of signed) hmac.update(part);
    const expected = hmac.digest();
    for (const signature of signatures)
      if (signature.length === expected.length && timingSafeEqual(signature, expected))
        found ??= kids[index];
  }
  return found;
}
