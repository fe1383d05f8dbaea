import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { handler } from '#functions/payments/webhook.ts';
import { failedBecause } from '#shared/domain/payments/held.ts';
import { newCoop } from '#test/support/calls.ts';
import { succeeded } from '#test/support/messages.ts';
import {
  coopWith,
  deliver,
  newEndpoint,
  requestOf,
  standardHeaders,
  startPlatform,
  stripeHeaders,
  workOnInbox,
} from '#test/support/platform.ts';
import {
  helloAssoPayment,
  inboxOf,
  lyraAnswer,
  lyraHmacKey,
  platformOf,
  signedByGoCardless,
  signedByHelloAsso,
  signedByLyra,
  signedByLyraForm,
  signedByMollie,
  vadsFields,
  vadsKey,
  type Signed,
} from '#test/support/signed.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const now = () => Math.floor(Date.now() / 1000);
const body = '{"id":"evt_1","object":"event","type":"balance.available"}';
const zeros = '0'.repeat(64);

/** The valid header of Stripe, to be spoilt: its timestamp and its signature. */
function stripeParts(text: string | Uint8Array = body, at = now()) {
  const header = stripeHeaders({ body: text, timestamp: String(at) })['stripe-signature'] ?? '';
  return { at, header, v1: header.split('v1=')[1] ?? '' };
}

async function toStripe(header: string | undefined, bytes: string | Uint8Array = body) {
  const scope = await newCoop();
  const options = { provider: 'stripe', scheme: 'stripe', secretName: '/test/stripe' } as const;
  const token = await newEndpoint(scope, options);
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (header !== undefined) headers['stripe-signature'] = header;
  const answer = await handler(requestOf(token, headers, bytes, { provider: 'stripe' }));
  return { status: answer.statusCode, events: await inboxOf(scope) };
}

const mark = Buffer.from([0xef, 0xbb, 0xbf]);
const replaced = '{"id":"\uFFFD"}';
const invalid = Buffer.from('{"id":"?"}');
invalid[7] = 0xff;

const { at, header: good, v1 } = stripeParts();

test.each<[string, string | undefined, (string | Uint8Array)?]>([
  ['A01: no Stripe-Signature', undefined],
  ['A02: one byte of the body changed', good, body.replace('evt_1', 'evt_2')],
  ['A03: v0 only', `t=${at},v0=${v1}`],
  ['A05: six v1', `t=${at},${`v1=${zeros},`.repeat(5)}v1=${v1}`],
  ['A06: two timestamps', `t=${at - 900},t=${at},v1=${v1}`],
  ['A07: capitals', `t=${at},v1=${v1.toUpperCase()}`],
  ['A08: a mark before the body', good, Buffer.concat([mark, Buffer.from(body)])],
  ['A09: a byte that is no UTF-8', stripeParts(replaced).header, invalid],
  ['A10: 301 seconds old', stripeParts(body, now() - 303).header],
  ['A11: 301 seconds ahead', stripeParts(body, now() + 310).header],
  ['A11: ten years ahead', stripeParts(body, now() + 315_360_000).header],
])('%s is refused and leaves nothing', async (_, header, bytes) => {
  expect(await toStripe(header, bytes)).toEqual({ status: 401, events: [] });
});

test('A04: one good v1 beside a bad one is accepted, and the key is noted', async () => {
  const { status, events } = await toStripe(`t=${at},v1=${zeros},v1=${v1}`);
  expect(status).toBe(200);
  expect(events).toMatchObject([{ eventId: 'evt_1', kid: 'current' }]);
});

test('A12: 290 seconds old is accepted', async () => {
  expect(await toStripe(stripeParts(body, now() - 290).header)).toMatchObject({ status: 200 });
});

test('A13: the worker does not check the hour again: twenty minutes later it still works', async () => {
  const { scope, token, charges } = await coopWith();
  const [id, content] = succeeded(charges[0]!);
  await deliver(token, id, content);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 20 * 60_000 });
  await workOnInbox(scope);
  vi.useRealTimers();
  expect(await inboxOf(scope)).toMatchObject([{ status: 'done' }]);
});

const goCardlessEvent = {
  events: [{ id: 'EV1', resource_type: 'mandates', action: 'created', links: {} }],
};

test.each<[string, (signed: Signed) => Signed]>([
  [
    'A14: something after the signature',
    ({ headers, body: text }) => ({
      headers: { ...headers, 'webhook-signature': `${headers['webhook-signature']}zz` },
      body: text,
    }),
  ],
  ['A15: no header', ({ body: text }) => ({ headers: {}, body: text })],
  [
    'A16: the body written again by a proxy',
    ({ headers, body: text }) => ({
      headers,
      body: JSON.stringify(JSON.parse(String(text)), null, 1),
    }),
  ],
])('%s is refused and leaves nothing', async (_, spoil) => {
  const { scope, send } = await platformOf('gocardless');
  expect(await send(spoil(signedByGoCardless(goCardlessEvent)))).toBe(401);
  expect(await inboxOf(scope)).toEqual([]);
  expect(await send(signedByGoCardless(goCardlessEvent))).toBe(200);
});

const standardBody = '{"type":"a"}';
const standard = standardHeaders({ id: 'msg_1', body: standardBody });
const standardSignature = standard['webhook-signature'] ?? '';

test.each<[string, Record<string, string>, number]>([
  [
    'A17: a timestamp with letters',
    standardHeaders({ id: 'm', body: standardBody, timestamp: `${now()}abc` }),
    401,
  ],
  [
    'A17: a timestamp with decimals',
    standardHeaders({ id: 'm', body: standardBody, timestamp: `${now()}.9` }),
    401,
  ],
  ['A18: a version and a comma', { ...standard, 'webhook-signature': 'v1,' }, 401],
  ['A18: a version alone', { ...standard, 'webhook-signature': 'v1' }, 401],
  [
    'A18: a signature cut short',
    { ...standard, 'webhook-signature': 'v1,dawfeoifkpqwoekfpqoekf' },
    401,
  ],
  [
    'A19: the good one third of three',
    { ...standard, 'webhook-signature': `v2,AAAA v1a,AAAA ${standardSignature}` },
    200,
  ],
  ['A20: an id with a dot', standardHeaders({ id: 'msg.1', body: standardBody }), 401],
  ['A20: an id with a line end', standardHeaders({ id: 'msg\n1', body: standardBody }), 401],
  [
    'A20: an id of 129 characters',
    standardHeaders({ id: 'm'.repeat(129), body: standardBody }),
    401,
  ],
  ['A21: another id', { ...standard, 'webhook-id': 'msg_2' }, 401],
])('%s is answered %#', async (_, headers, status) => {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  const answer = await handler(requestOf(token, headers, standardBody));
  expect(answer.statusCode).toBe(status);
  expect(await inboxOf(scope)).toHaveLength(status === 200 ? 1 : 0);
});

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
  const shifted = { ...honest, [first]: 'Zoé+LEFÈVRE' };
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

const helloAssoIp = '51.138.206.200';

test('A31: with a key the header is needed, even from HelloAsso’s own address', async () => {
  const body31 = JSON.stringify(helloAssoPayment());
  for (const scheme of ['helloasso', 'helloasso-address'] as const) {
    const { scope, send } = await platformOf(scheme, { secretName: '/test/helloasso' });
    expect(await send({ headers: {}, body: body31 }, { sourceIp: helloAssoIp })).toBe(401);
    expect(await send(signedByHelloAsso(helloAssoPayment()))).toBe(200);
    expect(await inboxOf(scope)).toHaveLength(1);
  }
});

test.each<[string, Record<string, string>, string]>([
  ['A32: another address', {}, '51.138.206.201'],
  ['A32: the address of the trials', {}, '4.233.135.234'],
  [
    'A33: the right address in a header only',
    { 'x-forwarded-for': helloAssoIp, forwarded: `for=${helloAssoIp}` },
    '203.0.113.7',
  ],
])('%s is forbidden, whatever the body', async (_, headers, sourceIp) => {
  const { scope, send } = await platformOf('helloasso-address');
  expect(await send({ headers, body: '{' }, { sourceIp })).toBe(403);
  expect(await inboxOf(scope)).toEqual([]);
});

test('A35: with a secret the header of Mollie is needed: absence never means its older way', async () => {
  const event = { resource: 'event', id: 'event_1', type: 'payment.paid', entityId: 'tr_1' };
  const { scope, send } = await platformOf('mollie', { secretName: '/test/mollie' });
  expect(await send({ headers: {}, body: JSON.stringify(event) })).toBe(401);
  expect(await send({ headers: {}, body: 'id=tr_1' })).toBe(401);
  expect(await inboxOf(scope)).toEqual([]);
  expect(await send(signedByMollie(event))).toBe(200);
});
