import { accept, reject, type Result } from '#shared/domain/result.ts';
import {
  isInWindow,
  isTimestamp,
  matchesOne,
  SecretUnusable,
  type SignatureRefusal,
  type SignedRequest,
} from './signed-request.ts';

const keyMinBytes = 16;
const signaturesMax = 10;
const idPattern = /^[\w-]{1,128}$/u;
const signaturePattern = /^v1,([A-Za-z0-9+/]{43}=)$/u;

/** The key in a `whsec_` secret: strict base64, long enough to be one. */
function keyOf(secret: string): Uint8Array {
  const text = secret.replace(/^whsec_/u, '');
  const key = Buffer.from(text, 'base64');
  if (key.length < keyMinBytes || key.toString('base64') !== text)
    throw new SecretUnusable('not a Standard Webhooks secret');
  return key;
}

/**
 * Checks a request signed as Standard Webhooks 1.0.0 says (HMAC, `v1`), and gives its id, which is
 * signed too. Stricter than the reference library: whole timestamps, no dot in the id.
 */
export function verifyStandardWebhook(
  { headers, body, nowSeconds }: SignedRequest,
  secrets: readonly string[],
): Result<string, SignatureRefusal> {
  const keys = secrets.map(keyOf);
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const written = headers['webhook-signature'];
  if (id === undefined || timestamp === undefined || written === undefined)
    return reject('header_missing');
  const candidates = written.split(' ');
  if (!idPattern.test(id) || !isTimestamp(timestamp) || candidates.length > signaturesMax)
    return reject('header_malformed');
  if (!isInWindow(timestamp, nowSeconds)) return reject('timestamp_out_of_window');
  const signatures = candidates.flatMap((candidate) => {
    const [, base64] = signaturePattern.exec(candidate) ?? [];
    return base64 === undefined ? [] : [Buffer.from(base64, 'base64')];
  });
  return matchesOne(keys, signatures, `${id}.${timestamp}.`, body)
    ? accept(id)
    : reject('signature_wrong');
}
