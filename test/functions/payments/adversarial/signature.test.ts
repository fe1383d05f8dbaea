import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { handler } from '#functions/payments/webhook.ts';
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
  platformOf,
  signedByGoCardless,
  signedByHelloAsso,
  signedByMollie,
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

test('A32: behind CloudFront the address is the one that CloudFront wrote, and no other', async () => {
  const { send } = await platformOf('helloasso-address');
  const body = JSON.stringify(helloAssoPayment());
  vi.stubEnv('VIEWER_ADDRESS_HEADER', 'x-tirelire-viewer');
  try {
    const calls = async (headers: Record<string, string>, sourceIp: string) =>
      send({ headers, body }, { sourceIp });
    expect(await calls({ 'x-tirelire-viewer': helloAssoIp }, '10.0.0.1')).toBe(200);
    expect(await calls({ 'x-tirelire-viewer': '203.0.113.7' }, helloAssoIp)).toBe(403);
    expect(await calls({}, helloAssoIp)).toBe(403);
  } finally {
    vi.unstubAllEnvs();
  }
});

test('A35: with a secret the header of Mollie is needed: absence never means its older way', async () => {
  const event = { resource: 'event', id: 'event_1', type: 'payment.paid', entityId: 'tr_1' };
  const { scope, send } = await platformOf('mollie', { secretName: '/test/mollie' });
  expect(await send({ headers: {}, body: JSON.stringify(event) })).toBe(401);
  expect(await send({ headers: {}, body: 'id=tr_1' })).toBe(401);
  expect(await inboxOf(scope)).toEqual([]);
  expect(await send(signedByMollie(event))).toBe(200);
});
