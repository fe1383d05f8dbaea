import { accept, reject, type Result } from '#shared/domain/result.ts';
import { keysOf } from './secret-keys.ts';
import {
  hexSignature,
  isInWindow,
  isTimestamp,
  signingKey,
  type Kid,
  type SignatureRefusal,
  type SignedRequest,
} from './signed-request.ts';

const signaturesMax = 5;
const elementPattern = /^([a-z0-9]{1,8})=([^=]{1,200})$/u;

/**
 * Checks the `Stripe-Signature` of a request. Stricter than the SDK: one timestamp, not in the
 * future either, at most five signatures, lower-case hexadecimal, the bytes as they came.
 */
export function verifyStripe(
  { headers, body, nowSeconds }: SignedRequest,
  secrets: readonly string[],
): Result<Kid, SignatureRefusal> {
  const keys = keysOf('stripe', secrets);
  const written = headers['stripe-signature'];
  if (written === undefined) return reject('header_missing');
  const elements = written.split(',').map((element) => elementPattern.exec(element));
  const valuesOf = (name: string): readonly string[] =>
    elements.flatMap((element) => (element?.[1] === name ? [element[2] ?? ''] : []));
  const [timestamp = '', ...otherTimestamps] = valuesOf('t');
  const values = valuesOf('v1');
  const signatures = values.flatMap((text) => hexSignature(text) ?? []);
  if (
    elements.includes(null) ||
    otherTimestamps.length > 0 ||
    !isTimestamp(timestamp) ||
    signatures.length === 0 ||
    signatures.length > signaturesMax ||
    signatures.length !== values.length
  )
    return reject('header_malformed');
  if (!isInWindow(timestamp, nowSeconds)) return reject('timestamp_out_of_window');
  const kid = signingKey(keys, signatures, `${timestamp}.`, body);
  return kid ? accept(kid) : reject('signature_wrong');
}
