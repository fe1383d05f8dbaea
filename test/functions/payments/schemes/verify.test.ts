import { describe, expect, test } from 'vitest';
import { verify } from '#functions/payments/schemes/verify.ts';
import { readSample, samplesIn } from '#test/support/samples.ts';
import { vectorsOf } from '#test/support/vectors.ts';

const folders = ['stripe', 'standard-webhooks', 'helloasso', 'gocardless', 'lyra', 'mollie'];
const vectors = folders.flatMap(vectorsOf);

test.skipIf(vectors.length === 0)('there are vectors of every scheme that signs', () => {
  expect(new Set(vectors.map(({ endpoint }) => endpoint.scheme)).size).toBe(7);
});

describe.skipIf(vectors.length === 0)('the reference vectors', () => {
  test.each(vectors)('$endpoint.scheme: $name', ({ endpoint, secrets, request, verified }) => {
    expect(verify(endpoint, request, secrets).ok).toBe(verified);
  });

  test.each(vectors.filter(({ verified }) => verified))(
    '$endpoint.scheme: $name, one byte changed, is refused',
    ({ endpoint, secrets, request }) => {
      const body = Buffer.from(request.body);
      const index = Math.floor(body.length / 2);
      body[index] = (body[index] ?? 0) ^ 1;
      expect(verify(endpoint, { ...request, body }, secrets)).toMatchObject({ ok: false });
    },
  );
});

const published = samplesIn('webhooks/lyra');
const form = (fields: Record<string, string>) => ({
  headers: {},
  body: Buffer.from(new URLSearchParams(fields).toString()),
  nowSeconds: 1_773_648_000,
  sourceIp: '203.0.113.7',
});
const lyra = { scheme: 'lyra', mode: 'test', secretName: '/test' } as const;
const lyraForm = { scheme: 'lyra-form', mode: 'test', secretName: '/test' } as const;
const password = 'testpassword_DEMOPRIVATEKEY23G4475zXZQ2UA5x7M';

describe.skipIf(!published)('what Lyra publishes', () => {
  const read = (name: string) => readSample(`webhooks/lyra/${name}`) as Record<string, string>;

  test('the notification of its SDK verifies with the password', () => {
    expect(verify(lyra, form(read('sdk-password.json')), [password])).toMatchObject({
      ok: true,
      value: { kid: 'current', events: [{ type: 'DEBIT.AUTHORISED' }] },
    });
  });

  test.each(['sdk-sha256_hmac.json', 'sdk-sha256_hmac_php53.json'])(
    'A22: %s, a browser’s return, is no notification, even under its own key',
    (name) => {
      const key = '38453613e7f44dc58732bad3dca2bca3';
      expect(verify(lyra, form(read(name)), [key])).toMatchObject({ ok: false });
    },
  );

  test('A26: the escaped answer of its SDK verifies once it says that it is a notification', () => {
    const fields: Record<string, string> = {
      ...read('sdk-sha256_hmac_php53.json'),
      'kr-hash-key': 'password',
    };
    const key = '38453613e7f44dc58732bad3dca2bca3';
    expect(fields['kr-answer']).toContain('\\/');
    expect(verify(lyra, form(fields), [key])).toMatchObject({ ok: true });
  });

  test('a form signed in HMAC-SHA-256 verifies; A28: the same signed in SHA-1 does not', () => {
    const sample = readSample('webhooks/lyra/vads-ipn-AUTHORISED.json') as {
      readonly fields: Record<string, string>;
      readonly key: string;
      readonly signature_sha1: string;
      readonly signature_hmac_sha256: string;
    };
    const signed = (signature: string) =>
      verify(lyraForm, form({ ...sample.fields, signature }), [sample.key]);
    expect(signed(sample.signature_hmac_sha256)).toMatchObject({ ok: true });
    expect(signed(sample.signature_sha1)).toMatchObject({ ok: false });
  });
});

describe.skipIf(!samplesIn('webhooks/mollie/vectors'))('what Mollie publishes', () => {
  test('the signature of its PHP client verifies', () => {
    const sample = readSample('webhooks/mollie/vectors/x-mollie-signature.json') as {
      readonly secret: string;
      readonly rawBody: string;
      readonly expected: string;
    };
    const headers = { 'x-mollie-signature': sample.expected };
    const request = { ...form({}), headers, body: Buffer.from(sample.rawBody) };
    const endpoint = { scheme: 'mollie', mode: 'test', secretName: '/test' } as const;
    expect(verify(endpoint, request, [sample.secret])).toMatchObject({ ok: true });
  });
});
