import { accept, reject, type Result } from '#shared/domain/result.ts';
import { keysOf } from './secret-keys.ts';
import {
  isInWindow,
  isTimestamp,
  signingKey,
  type Kid,
  type SignatureRefusal,
  type SignedRequest,
} from './signed-request.ts';

const signaturesMax = 10;
const idPattern = /^[\w-]{1,128}$/u;
const signaturePattern = /^v1,([A-Za-z0-9+/]{43}=)$/u;

/**
 * Checks a request signed as Standard Webhooks 1.0.0 says (HMAC, `v1`), and gives its id, which is
 * signed too. Stricter than the reference library: whole timestamps, no dot in the id.
 */
export function verifyStandardWebhook(
  { headers, body, nowSeconds }: SignedRequest,
  secrets: readonly string[],
): Result<{ readonly id: string; readonly kid: Kid }, SignatureRefusal> {
  const keys = keysOf('standard', secrets);
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
  const kid = signingKey(keys, signatures, `${id}.${timestamp}.`, body);
  return kid ? accept({ id, kid }) : reject('signature_wrong');
}
