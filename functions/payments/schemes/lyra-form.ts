import { accept, reject, type Result } from '#shared/domain/result.ts';
import { formOf } from './form.ts';
import { lyraModes } from './lyra.ts';
import { keysOf } from './secret-keys.ts';
import {
  signingKey,
  type Kid,
  type Pinned,
  type SignatureRefusal,
  type SignedRequest,
} from './signed-request.ts';

const signaturePattern = /^[A-Za-z0-9+/]{43}=$/u;
const fieldPattern = /^vads_[a-z0-9_]{1,80}$/u;

/** The fields that the signature covers; the name of each is as the platform writes them. */
const signedFields = (form: ReadonlyMap<string, string>): readonly (readonly [string, string])[] =>
  [...form].filter(([name]) => name.startsWith('vads_')).toSorted(([a], [b]) => (a < b ? -1 : 1));

/**
 * Checks a notification of the payment form: HMAC-SHA-256 in base64 of the values of its `vads_`
 * fields, in the order of their names, then of the key itself. SHA-1, which some shops still
 * offer, is never tried. The values are joined by a plain `+`: where one ends is not signed, so
 * what reads them checks each.
 */
export function verifyLyraForm(
  { body }: SignedRequest,
  { mode, secrets }: Pinned,
): Result<{ readonly form: ReadonlyMap<string, string>; readonly kid: Kid }, SignatureRefusal> {
  const keys = keysOf('lyra-form', secrets);
  const form = formOf(body);
  if (!form) return reject('form_malformed');
  const fields = signedFields(form);
  const written = form.get('signature') ?? '';
  if (
    fields.length === 0 ||
    !signaturePattern.test(written) ||
    !fields.every(([name]) => fieldPattern.test(name))
  )
    return reject('form_malformed');
  const signature = Buffer.from(written, 'base64');
  const values = fields.map(([, value]) => `${value}+`).join('');
  const kids = keys.map((key, index) =>
    signingKey([key], [signature], values, key)
      ? index === 0
        ? 'current'
        : 'previous'
      : undefined,
  );
  const kid = kids.find((one) => one !== undefined);
  if (!kid) return reject('signature_wrong');
  return form.get('vads_ctx_mode') === lyraModes[mode]
    ? accept({ form: new Map(fields), kid })
    : reject('mode_wrong');
}
