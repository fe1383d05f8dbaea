import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failedBecause } from '#shared/domain/payments/held.ts';
import { startPlatform, workOnInbox } from '#test/support/platform.ts';
import {
  inboxOf,
  lyraAnswer,
  lyraHmacKey,
  platformOf,
  signedByLyra,
  signedByLyraForm,
  vadsFields,
  vadsKey,
  type Signed,
} from '#test/support/signed.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const zeros = '0'.repeat(64);

const twice = signedByLyra(lyraAnswer());
const doubled = `${String(twice.body)}&${String(twice.body)
  .split('&')
  .find((part) => part.startsWith('kr-answer='))}`;

test.each<[string, Signed]>([
  [
    'A22: what the payer’s browser brings back',
    signedByLyra(lyraAnswer(), { 'kr-hash-key': 'sha256_hmac' }, lyraHmacKey),
  ],
  ['A23: the password named, the other key used', signedByLyra(lyraAnswer(), {}, lyraHmacKey)],
  ['A24: no algorithm', signedByLyra(lyraAnswer(), { 'kr-hash-algorithm': 'none' })],
  [
    'A24: the algorithm in capitals',
    signedByLyra(lyraAnswer(), { 'kr-hash-algorithm': 'SHA256_HMAC' }),
  ],
  ['A25: two answers', { headers: twice.headers, body: doubled }],
  ['A44: a signature of 63 digits', signedByLyra(lyraAnswer(), { 'kr-hash': zeros.slice(1) })],
  ['A44: a signature of 65 digits', signedByLyra(lyraAnswer(), { 'kr-hash': `${zeros}0` })],
  ['A44: an empty signature', signedByLyra(lyraAnswer(), { 'kr-hash': '' })],
])('%s is refused and leaves nothing', async (_, signed) => {
  const { scope, send } = await platformOf('lyra');
  expect(await send(signed)).toBe(401);
  expect(await inboxOf(scope)).toEqual([]);
});

test('A26: slashes escaped after they were signed are accepted', async () => {
  const text = JSON.stringify({ ...lyraAnswer(), _type: 'V4/Payment' });
  const { scope, send } = await platformOf('lyra');
  const escaped = { 'kr-answer': text.replaceAll('/', '\\/') };
  expect(await send(signedByLyra(text, escaped))).toBe(200);
  expect(await inboxOf(scope)).toMatchObject([{ type: 'DEBIT.AUTHORISED' }]);
});

test('A27: a trial is refused where real money is expected, and the reverse', async () => {
  const live = await platformOf('lyra', { mode: 'live' });
  expect(await live.send(signedByLyra(lyraAnswer()))).toBe(401);
  expect(await live.send(signedByLyra(lyraAnswer({}, { mode: 'PRODUCTION' })))).toBe(200);
  const trial = await platformOf('lyra-form');
  expect(await trial.send(signedByLyraForm(vadsFields({ vads_ctx_mode: 'PRODUCTION' })))).toBe(401);
});

test('A28: a SHA-1 signature is refused', async () => {
  const { scope, send } = await platformOf('lyra-form');
  const fields = vadsFields();
  const values = Object.keys(fields)
    .toSorted()
    .map((name) => fields[name]);
  const signature = createHmac('sha1', vadsKey)
    .update([...values, vadsKey].join('+'))
    .digest('hex');
  const sent = { headers: {}, body: new URLSearchParams({ ...fields, signature }).toString() };
  expect(await send(sent)).toBe(401);
  expect(await inboxOf(scope)).toEqual([]);
});

test('A29: a value shifted into the next field is well signed, and kept without effect', async () => {
  const { scope, send } = await platformOf('lyra-form');
  const [first, last] = ['vads_cust_first_name', 'vads_cust_last_name'] as const;
  const honest = vadsFields({ [first]: 'Zoé', [last]: 'LEFÈVRE' });
  const shifted: Record<string, string> = { ...honest, [first]: 'Zoé+LEFÈVRE' };
  delete shifted[last];
  const signed = (fields: Record<string, string>) =>
    new URLSearchParams(String(signedByLyraForm(fields).body)).get('signature');
  expect(signed(shifted)).toBe(signed(honest));
  expect(await send(signedByLyraForm(shifted))).toBe(200);
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([
    { status: 'failed', reason: failedBecause.unreadable },
  ]);
});

test('A30: a field that nobody knows, well signed, is kept and ignored', async () => {
  const { scope, send } = await platformOf('lyra-form');
  expect(await send(signedByLyraForm(vadsFields({ vads_new_field: 'x' })))).toBe(200);
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([
    { status: 'held', payload: expect.stringContaining('vads_new_field') },
  ]);
});
