import { accept, reject, type Result } from '#shared/domain/result.ts';
import { keysOf } from './secret-keys.ts';
import {
  hexSignature,
  signingKey,
  type Kid,
  type SignatureRefusal,
  type SignedRequest,
} from './signed-request.ts';

/** The platforms that sign the body alone, in hexadecimal, in one header. */
const headerOf = {
  helloasso: { name: 'x-ha-signature', prefix: '' },
  gocardless: { name: 'webhook-signature', prefix: '' },
  mollie: { name: 'x-mollie-signature', prefix: 'sha256=' },
} as const;

export type HeaderScheme = keyof typeof headerOf;

/**
 * Checks the signature of the raw body in the platform's header. Nothing follows its 64 digits, and
 * without the header nothing is believed: absence never means an older way.
 */
export function verifyHeaderHmac(
  scheme: HeaderScheme,
  { headers, body }: SignedRequest,
  secrets: readonly string[],
): Result<Kid, SignatureRefusal> {
  const keys = keysOf(scheme, secrets);
  const { name, prefix } = headerOf[scheme];
  const written = headers[name];
  if (written === undefined) return reject('header_missing');
  const signature = written.startsWith(prefix)
    ? hexSignature(written.slice(prefix.length))
    : undefined;
  if (!signature) return reject('header_malformed');
  const kid = signingKey(keys, [signature], body);
  return kid ? accept(kid) : reject('signature_wrong');
}
