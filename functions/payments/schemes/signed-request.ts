import { createHmac, timingSafeEqual } from 'node:crypto';

/** A request as it came: the signature is checked on these very bytes. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  readonly nowSeconds: number;
}

/** Why a request is refused. For the log only: the sender is told nothing. */
export type SignatureRefusal =
  'header_missing' | 'header_malformed' | 'timestamp_out_of_window' | 'signature_wrong';

/** A secret that cannot protect anything: ours to put right, never a reason to accept. */
export class SecretUnusable extends Error {
  override readonly name = 'SecretUnusable';
}

const toleranceSeconds = 300;

/** Whole seconds only, and at most five minutes away, before as well as after. */
export const isInWindow = (timestamp: string, nowSeconds: number): boolean =>
  Math.abs(nowSeconds - Number(timestamp)) <= toleranceSeconds;

export const isTimestamp = (text: string): boolean => /^[1-9]\d{8,10}$/u.test(text);

const digestOf = (key: Uint8Array, signed: string, body: Uint8Array): Buffer =>
  createHmac('sha256', key).update(signed).update(body).digest();

/**
 * Whether one of the signatures is the HMAC-SHA-256 of `signed` then the body under one of the
 * keys. Every pair is compared, in constant time: the time taken says nothing.
 */
export function matchesOne(
  keys: readonly Uint8Array[],
  signatures: readonly Buffer[],
  signed: string,
  body: Uint8Array,
): boolean {
  let matches = false;
  for (const key of keys) {
    const expected = digestOf(key, signed, body);
    for (const signature of signatures)
      if (signature.length === expected.length && timingSafeEqual(signature, expected))
        matches = true;
  }
  return matches;
}
