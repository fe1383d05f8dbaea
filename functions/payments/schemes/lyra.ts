import { accept, reject, type Result } from '#shared/domain/result.ts';
import { formOf } from './form.ts';
import { keysOf } from './secret-keys.ts';
import {
  hexSignature,
  signingKey,
  type Kid,
  type SignatureRefusal,
  type SignedRequest,
} from './signed-request.ts';

/** How Lyra writes the world that a message belongs to. */
export const lyraModes = { live: 'PRODUCTION', test: 'TEST' } as const;

/**
 * Checks a server notification of the REST API and gives its answer, which alone is signed. The
 * kind of key is pinned to the password: what the payer's browser brings back is signed with
 * another key, and is no notification. Some shops escape their slashes after they sign.
 */
export function verifyLyra(
  { body }: SignedRequest,
  secrets: readonly string[],
): Result<{ readonly answer: string; readonly kid: Kid }, SignatureRefusal> {
  const keys = keysOf('lyra', secrets);
  const form = formOf(body);
  const answer = form?.get('kr-answer');
  const hash = form?.get('kr-hash');
  if (answer === undefined || hash === undefined) return reject('form_malformed');
  const signature = hexSignature(hash);
  if (
    !signature ||
    form?.get('kr-hash-key') !== 'password' ||
    form.get('kr-hash-algorithm') !== 'sha256_hmac'
  )
    return reject('form_malformed');
  const kid =
    signingKey(keys, [signature], answer) ??
    signingKey(keys, [signature], answer.replaceAll('\\/', '/'));
  return kid ? accept({ answer, kid }) : reject('signature_wrong');
}
