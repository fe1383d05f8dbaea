import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { verifyStandardWebhook } from '#functions/payments/schemes/standard-webhooks.ts';
import { oldStandardSecret, standardHeaders, standardSecret } from '#test/support/platform.ts';
import { readSample, samplesIn } from '#test/support/samples.ts';

const at = 1_773_648_000;
const body = Buffer.from('{"type":"payment.succeeded","data":{"gross_cents":4500}}');
const message = { id: 'msg_1', body, timestamp: String(at) };

const check = (
  headers: Record<string, string | undefined>,
  { bytes = body, secrets = [standardSecret], nowSeconds = at } = {},
) => verifyStandardWebhook({ headers, body: bytes, nowSeconds }, secrets);

const signed = (changed: Partial<Parameters<typeof standardHeaders>[0]> = {}) =>
  standardHeaders({ ...message, ...changed });

test('accepts a message signed with the secret, and gives its id', () => {
  expect(check(signed())).toEqual({ ok: true, value: { id: 'msg_1', kid: 'current' } });
});

test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])(
  'W-09: refuses a message without %s',
  (name) => {
    const headers: Record<string, string | undefined> = signed();
    headers[name] = undefined;
    expect(check(headers)).toEqual({ ok: false, rejection: 'header_missing' });
  },
);

test('W-09: during a rotation both secrets are good, after it the old one is not', () => {
  const headers = signed({ secret: oldStandardSecret });
  const secrets = [standardSecret, oldStandardSecret];
  expect(check(headers, { secrets })).toMatchObject({ ok: true, value: { kid: 'previous' } });
  expect(check(headers)).toEqual({ ok: false, rejection: 'signature_wrong' });
});

test.each([
  ['empty', ''],
  ['a version alone', 'v1'],
  ['a version and a comma', 'v1,'],
  ['too short', 'v1,dawfeoifkpqwoekfpqoekf'],
  ['another version', signed()['webhook-signature']!.replace('v1,', 'v2,')],
  ['followed by something', `${signed()['webhook-signature']}zz`],
  ['joined by a comma', `${signed()['webhook-signature']},${signed()['webhook-signature']}`],
])('W-09: refuses a signature that is %s', (_, signature) => {
  expect(check({ ...signed(), 'webhook-signature': signature })).toMatchObject({ ok: false });
});

test('finds the good signature among ten, and reads no more than ten', () => {
  const good = signed()['webhook-signature'];
  const wrong = `v1,${Buffer.alloc(32).toString('base64')}`;
  const list = (count: number) => [...Array<string>(count).fill(wrong), good].join(' ');
  expect(check({ ...signed(), 'webhook-signature': list(9) })).toMatchObject({ ok: true });
  expect(check({ ...signed(), 'webhook-signature': list(10) })).toMatchObject({ ok: false });
});

test.each([
  [300, true],
  [301, false],
  [-300, true],
  [-301, false],
])('W-10: a message %d s away is accepted: %s', (seconds, ok) => {
  expect(check(signed({ timestamp: String(at + seconds) }))).toMatchObject({ ok });
});

test.each(['abc', `${at}.9`, `${at}abc`, ` ${at}`, `+${at}`, '1e9', '', '-1773648000'])(
  'W-10: refuses the timestamp « %s », even well signed',
  (timestamp) => {
    expect(check(signed({ timestamp }))).toEqual({ ok: false, rejection: 'header_malformed' });
  },
);

test.each(['msg.1', 'msg 1', '', 'a'.repeat(129), 'msg#1'])(
  'refuses the id « %s », even well signed',
  (id) => {
    expect(check(signed({ id }))).toMatchObject({ ok: false });
  },
);

test('W-11: one byte changed anywhere, and the message is refused', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: body.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (index, flip) => {
        const bytes = Buffer.from(body);
        bytes[index] = (bytes[index] ?? 0) ^ flip;
        expect(check(signed(), { bytes })).toEqual({ ok: false, rejection: 'signature_wrong' });
      },
    ),
  );
});

test.each([
  ['a mark at its head', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body])],
  ['spaces of its own', Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1))],
  ['another order', Buffer.from('{"data":{"gross_cents":4500},"type":"payment.succeeded"}')],
  ['nothing', Buffer.alloc(0)],
])('W-11: refuses the same message with %s', (_, bytes) => {
  expect(check(signed(), { bytes })).toEqual({ ok: false, rejection: 'signature_wrong' });
});

test.each(['', 'whsec_', 'whsec_AAAA', 'not base64 at all !', 'whsec_AAECAwQFBgcICQoLDA0O'])(
  'a secret like « %s » protects nothing: it is our fault, never a reason to accept',
  (secret) => {
    expect(() => check(signed(), { secrets: [secret] })).toThrow('secret');
  },
);

const payload = fc.json().filter((text) => text.length > 0);

test('what the reference library signs, we accept', () => {
  fc.assert(
    fc.property(payload, (text) => {
      const signature = new Webhook(standardSecret).sign('msg_1', new Date(at * 1000), text);
      const headers = {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(at),
        'webhook-signature': signature,
      };
      expect(check(headers, { bytes: Buffer.from(text) })).toMatchObject({ ok: true });
    }),
  );
});

test('what we would sign, the reference library accepts', () => {
  fc.assert(
    fc.property(payload, (text) => {
      const timestamp = String(Math.floor(Date.now() / 1000));
      const headers = standardHeaders({ id: 'msg_1', body: text, timestamp });
      expect(() => new Webhook(standardSecret).verify(text, headers)).not.toThrow();
    }),
  );
});

const published = z.array(
  z.object({
    name: z.string(),
    secret: z.string(),
    id: z.string(),
    timestamp: z.int(),
    payload: z.string(),
    expected: z.string(),
  }),
);

const vector = z.object({
  config: z.object({ secrets: z.array(z.string()) }),
  now: z.int(),
  request: z.object({ headers: z.record(z.string(), z.string()), bodyBase64: z.string() }),
  expect: z.object({ verified: z.boolean() }),
});

const folder = 'webhooks/standard-webhooks';
const names = samplesIn(`${folder}/vectors`);

describe.skipIf(!names)('the reference vectors', () => {
  const list = names ? published.parse(readSample(`${folder}/vectors-v1.json`)) : [];
  test.each(list)('$name', ({ secret, id, timestamp, payload: text, expected }) => {
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': expected,
    };
    const options = { bytes: Buffer.from(text), secrets: [secret], nowSeconds: timestamp };
    expect(check(headers, options)).toMatchObject({ ok: true, value: { id } });
  });

  test.each(names ?? [])('%s', (name) => {
    const sample = vector.parse(readSample(`${folder}/vectors/${name}`));
    const options = {
      bytes: Buffer.from(sample.request.bodyBase64, 'base64'),
      secrets: sample.config.secrets,
      nowSeconds: sample.now,
    };
    expect(check(sample.request.headers, options).ok).toBe(sample.expect.verified);
  });
});

test('a signature is compared with every key, whatever came first', () => {
  const key = Buffer.from(standardSecret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`msg_1.${at}.`).update(body).digest('base64');
  expect(signed()['webhook-signature']).toBe(`v1,${signature}`);
  expect(check(signed(), { secrets: [oldStandardSecret, standardSecret] }).ok).toBe(true);
});
