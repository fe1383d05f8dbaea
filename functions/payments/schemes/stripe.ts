import { accept, reject, type Result } from '#shared/domain/result.ts';
import {
  isInWindow,
  isTimestamp,
  matchesOne,
  SecretUnusable,
  type SignatureRefusal,
  type SignedRequest,
} from './signed-request.ts';

const secretMinLength = 16;
const signaturesMax = 5;
const elementPattern = /^([a-z0-9]{1,8})=([^=]{1,200})$/u;
const hexPattern = /^[0-9a-f]{64}$/u;

/** The secret is used as it is written, `whsec_` included. */
function keyOf(secret: string): Uint8Array {
  if (secret.length < secretMinLength) throw new SecretUnusable('not a Stripe endpoint secret');
  return Buffer.from(secret, 'utf8');
}

/**
 * Checks the `Stripe-Signature` of a request. Stricter than the SDK: one timestamp, not in the
 * future either, at most five signatures, lower-case hexadecimal, the bytes as they came.
 */
export function verifyStripe(
  { headers, body, nowSeconds }: SignedRequest,
  secrets: readonly string[],
): Result<undefined, SignatureRefusal> {
  const keys = secrets.map(keyOf);
  const written = headers['stripe-signature'];
  if (written === undefined) return reject('header_missing');
  const elements = written.split(',').map((element) => elementPattern.exec(element));
  const valuesOf = (name: string): readonly string[] =>
    elements.flatMap((element) => (element?.[1] === name ? [element[2] ?? ''] : []));
  const [timestamp = '', ...otherTimestamps] = valuesOf('t');
  const signatures = valuesOf('v1');
  if (
    elements.includes(null) ||
    otherTimestamps.length > 0 ||
    !isTimestamp(timestamp) ||
    signatures.length === 0 ||
    signatures.length > signaturesMax ||
    !signatures.every((signature) => hexPattern.test(signature))
  )
    return reject('header_malformed');
  if (!isInWindow(timestamp, nowSeconds)) return reject('timestamp_out_of_window');
  const decoded = signatures.map((signature) => Buffer.from(signature, 'hex'));
  return matchesOne(keys, decoded, `${timestamp}.`, body)
    ? accept(undefined)
    : reject('signature_wrong');
}
