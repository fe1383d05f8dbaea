import fc from 'fast-check';
import { parseWithMeta } from 'gocardless-nodejs/webhooks';
import { describe, expect, test } from 'vitest';
import { verifyHeaderHmac, type HeaderScheme } from '#functions/payments/schemes/header-hmac.ts';
import { readSample, samplesIn } from '#test/support/samples.ts';
import { hexOf } from '#test/support/signed.ts';

const secret = 'a-secret-of-an-endpoint-01';
const old = 'the-secret-before-this-one';
const body = Buffer.from('{"events":[]}');

const names = {
  helloasso: ['x-ha-signature', ''],
  gocardless: ['webhook-signature', ''],
  mollie: ['x-mollie-signature', 'sha256='],
} as const;

const check = (
  scheme: HeaderScheme,
  signature: string | undefined,
  { bytes = body, secrets = [secret] }: { bytes?: Uint8Array; secrets?: string[] } = {},
) =>
  verifyHeaderHmac(
    scheme,
    { headers: { [names[scheme][0]]: signature }, body: bytes, nowSeconds: 0 },
    secrets,
  );

describe.each(['helloasso', 'gocardless', 'mollie'] as const)('%s', (scheme) => {
  const [, prefix] = names[scheme];
  const good = `${prefix}${hexOf(secret, body)}`;

  test('accepts the body under one of two secrets, and says which', () => {
    expect(check(scheme, good)).toEqual({ ok: true, value: 'current' });
    expect(check(scheme, good, { secrets: [old, secret] })).toEqual({
      ok: true,
      value: 'previous',
    });
  });

  test.each([
    ['missing', undefined, 'header_missing'],
    ['empty', '', 'header_malformed'],
    ['in capitals', good.toUpperCase(), 'header_malformed'],
    ['cut short', good.slice(0, -1), 'header_malformed'],
    ['followed by something', `${good}zz`, 'header_malformed'],
    ['sent twice', `${good},${good}`, 'header_malformed'],
    ['after a space', ` ${good}`, 'header_malformed'],
    ['of another secret', `${prefix}${hexOf(old, body)}`, 'signature_wrong'],
  ])('refuses a signature that is %s', (_, signature, rejection) => {
    expect(check(scheme, signature)).toEqual({ ok: false, rejection });
  });

  test('one byte changed anywhere, and the message is refused', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: body.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, flip) => {
          const bytes = Buffer.from(body);
          bytes[at] = (bytes[at] ?? 0) ^ flip;
          expect(check(scheme, good, { bytes })).toEqual({
            ok: false,
            rejection: 'signature_wrong',
          });
        },
      ),
    );
  });

  test.each([[[]], [['']], [['court']]])('a secret like %j is our fault', (secrets) => {
    expect(() => check(scheme, good, { secrets })).toThrow('secret');
  });
});

test('the prefix of Mollie is part of its header', () => {
  expect(check('mollie', hexOf(secret, body))).toMatchObject({ rejection: 'header_malformed' });
});

/** What GoCardless's own library makes of a signature: it throws on a wrong one. */
const byLibrary = (text: string, signature: string) => parseWithMeta(text, secret, signature);

const batch = fc
  .array(fc.record({ id: fc.uuid(), action: fc.string() }))
  .map((events) => JSON.stringify({ events, meta: { webhook_id: 'WB1' } }));

test('what GoCardless’s library accepts is what we accept', () => {
  fc.assert(
    fc.property(batch, fc.boolean(), (text, isGood) => {
      const signature = hexOf(isGood ? secret : old, text);
      const ours = check('gocardless', signature, { bytes: Buffer.from(text) }).ok;
      expect(ours).toBe(isGood);
      if (isGood) expect(() => byLibrary(text, signature)).not.toThrow();
      else expect(() => byLibrary(text, signature)).toThrow();
    }),
  );
});

test('A14: we refuse what follows a good signature, which their library accepts', () => {
  const text = body.toString();
  const signature = `${hexOf(secret, body)}zz`;
  expect(() => byLibrary(text, signature)).not.toThrow();
  expect(check('gocardless', signature)).toMatchObject({ ok: false });
});

const published = samplesIn('webhooks/gocardless');

test.skipIf(!published)('the published body of GoCardless has its published signature', () => {
  const text = JSON.stringify(readSample('webhooks/gocardless/webhook_body.raw.json'));
  const signature = '2693754819d3e32d7e8fcb13c729631f316c6de8dc1cf634d6527f1c07276e7e';
  const secrets = ['ED7D658C-D8EB-4941-948B-3973214F2D49'];
  expect(check('gocardless', signature, { bytes: Buffer.from(text), secrets }).ok).toBe(true);
});
