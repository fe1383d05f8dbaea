import fc from 'fast-check';
import Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { verifyStripe } from '#functions/payments/schemes/stripe.ts';
import { stripeHeaders, stripeSecret } from '#test/support/platform.ts';
import { readSample, samplesIn } from '#test/support/samples.ts';

const at = 1_773_648_000;
const body = Buffer.from('{"id":"evt_1","object":"event","type":"charge.succeeded"}');

const check = (
  header: string | undefined,
  { bytes = body, secrets = [stripeSecret], nowSeconds = at } = {},
) => verifyStripe({ headers: { 'stripe-signature': header }, body: bytes, nowSeconds }, secrets);

const signed = (timestamp = String(at), secret = stripeSecret): string =>
  stripeHeaders({ body, timestamp, secret })['stripe-signature'] ?? '';

const zeros = '0'.repeat(64);
const good = signed().split('v1=')[1] ?? '';

test('accepts an event signed with the secret of its endpoint', () => {
  expect(check(signed())).toMatchObject({ ok: true });
});

test.each([
  ['missing', undefined],
  ['empty', ''],
  ['without a timestamp', `v1=${good}`],
  ['without v1', `t=${at},v0=${good}`],
  ['in capitals', `t=${at},v1=${good.toUpperCase()}`],
  ['truncated', `t=${at},v1=${good.slice(0, 63)}`],
  ['too long', `t=${at},v1=${good}0`],
  ['with two timestamps', `t=${at - 900},t=${at},v1=${good}`],
  ['sent twice', `${signed()},${signed()}`],
  ['with six signatures', `t=${at},${`v1=${zeros},`.repeat(5)}v1=${good}`],
  ['of another secret', signed(String(at), 'whsec_of_somebody_else_entirely')],
])('W-09: refuses a header %s', (_, header) => {
  expect(check(header)).toMatchObject({ ok: false });
});

test('W-09: finds the good signature among five, with the new secret or the old one', () => {
  const header = `t=${at},${`v1=${zeros},`.repeat(4)}v1=${good},v0=${zeros}`;
  const secrets = ['whsec_the_new_one_0123456789', stripeSecret];
  expect(check(header, { secrets })).toMatchObject({ ok: true });
});

test.each([
  [300, true],
  [301, false],
  [-300, true],
  [-301, false],
])('W-10: an event %d s away is accepted: %s', (seconds, ok) => {
  expect(check(signed(String(at + seconds)))).toMatchObject({ ok });
});

test.each([`${at}abc`, `${at}.5`, '0x69B7BD80', ''])(
  'W-10: refuses the timestamp « %s », even well signed',
  (timestamp) => {
    expect(check(signed(timestamp))).toEqual({ ok: false, rejection: 'header_malformed' });
  },
);

test('W-11: refuses a body changed by one byte, a mark at its head, a byte that is no UTF-8', () => {
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  const replaced = Buffer.from('{"id":"\uFFFD"}');
  const invalid = Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xff]), Buffer.from('"}')]);
  const header = stripeHeaders({ body: replaced, timestamp: String(at) })['stripe-signature'];
  expect(check(signed(), { bytes: Buffer.concat([mark, body]) }).ok).toBe(false);
  expect(check(header, { bytes: replaced }).ok).toBe(true);
  expect(check(header, { bytes: invalid }).ok).toBe(false);
  expect(check(signed(), { bytes: body.subarray(1) }).ok).toBe(false);
});

test('an empty secret protects nothing: it is our fault, never a reason to accept', () => {
  expect(() => check(signed(), { secrets: [''] })).toThrow('secret');
});

const sdk = new Stripe('sk_test_nothing');

test('what the SDK signs, we accept', () => {
  fc.assert(
    fc.property(fc.json(), (payload) => {
      const header = sdk.webhooks.generateTestHeaderString({
        payload,
        secret: stripeSecret,
        timestamp: at,
      });
      expect(check(header, { bytes: Buffer.from(payload) })).toMatchObject({ ok: true });
    }),
  );
});

test('what we would sign, the SDK accepts', () => {
  const text = body.toString();
  const header = stripeHeaders({ body: text })['stripe-signature'] ?? '';
  expect(sdk.webhooks.constructEvent(text, header, stripeSecret)).toMatchObject({ id: 'evt_1' });
});

const vector = z.object({
  config: z.object({ secrets: z.array(z.string()) }),
  now: z.int(),
  request: z.object({ headers: z.record(z.string(), z.string()), bodyBase64: z.string() }),
  expect: z.object({ verified: z.boolean() }),
});

const published = z.object({
  payload: z.string(),
  secret: z.string(),
  timestamp: z.int(),
  header: z.string(),
});

const folder = 'webhooks/stripe/vectors';
const names = samplesIn(folder);

describe.skipIf(!names)('the reference vectors', () => {
  const made = (names ?? []).filter((name) => name.startsWith('CONSTR-'));
  test.each(made)('%s', (name) => {
    const sample = vector.parse(readSample(`${folder}/${name}`));
    const options = {
      bytes: Buffer.from(sample.request.bodyBase64, 'base64'),
      secrets: sample.config.secrets,
      nowSeconds: sample.now,
    };
    expect(check(sample.request.headers['stripe-signature'], options).ok).toBe(
      sample.expect.verified,
    );
  });

  test('the one of the SDK’s own tests', () => {
    const sample = published.parse(readSample(`${folder}/evt_test_webhook.json`));
    const options = {
      bytes: Buffer.from(sample.payload),
      secrets: [sample.secret],
      nowSeconds: sample.timestamp,
    };
    expect(check(sample.header, options)).toMatchObject({ ok: true });
  });
});
