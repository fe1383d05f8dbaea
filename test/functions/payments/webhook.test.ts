import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ulid } from 'ulid';
import { handler } from '#functions/payments/webhook.ts';
import { failedBecause, heldBecause } from '#shared/domain/payments/held.ts';
import { findEvent } from '#functions/stores/inbox.ts';
import { inboxPartition } from '#functions/stores/keys.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { queryAll } from '#functions/stores/table.ts';
import { newCoop } from '#test/support/calls.ts';
import {
  deliver,
  deliverStripe,
  newEndpoint,
  oldStandardSecret,
  requestOf,
  secrets,
  standardHeaders,
  startPlatform,
} from '#test/support/platform.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const content = { type: 'payment.succeeded', timestamp: '2026-03-03T09:00:00Z', data: {} };
const body = JSON.stringify(content);

const inboxOf = (scope: CoopScope) => queryAll(inboxPartition(scope), 'INBOX#');

test('W-16: an event is in the inbox before it is answered', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  expect(await deliver(token, 'msg_1', content)).toBe(200);
  expect(await findEvent(scope, 'jaikan', 'msg_1')).toMatchObject({
    type: 'payment.succeeded',
    status: 'received',
    deliveries: 1,
    payload: body,
  });
});

test('W-01: ten deliveries of one event are one event', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  for (let count = 0; count < 10; count += 1) await deliver(token, 'msg_1', content);
  expect(await inboxOf(scope)).toMatchObject([{ deliveries: 10, status: 'received' }]);
});

test('W-02: twenty deliveries at once are one event', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => deliver(token, 'msg_1', content)),
  );
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(await inboxOf(scope)).toMatchObject([{ deliveries: 20 }]);
});

test('A70: the same id with another body: the first stays, the other is held beside it', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  await deliver(token, 'msg_1', content);
  await deliver(token, 'msg_1', { ...content, type: 'payout.paid' });
  await deliver(token, 'msg_1', { ...content, type: 'payout.paid' });
  const other = { type: 'payout.paid', status: 'held', conflictsWith: 'msg_1', deliveries: 2 };
  expect(await inboxOf(scope)).toMatchObject([
    { type: 'payment.succeeded', payload: body, status: 'received', deliveries: 1 },
    { ...other, reason: heldBecause.body_conflict },
  ]);
});

test('W-09: a wrong signature and an unknown token are answered alike, and nothing is written', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  const headers = standardHeaders({ id: 'msg_1', body, secret: oldStandardSecret });
  const wrong = await handler(requestOf(token, headers, body));
  const unknown = await handler(requestOf(`token_${ulid()}`, headers, body));
  const malformed = await handler(requestOf('x', headers, body));
  expect(wrong).toEqual({ statusCode: 401, headers: { 'cache-control': 'no-store' }, body: '' });
  expect(unknown).toEqual(wrong);
  expect(malformed).toEqual(wrong);
  expect(await inboxOf(scope)).toEqual([]);
});

test('W-09: during a rotation the old secret is still good', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope, { secretName: '/test/rotating' });
  const headers = standardHeaders({ id: 'msg_1', body, secret: oldStandardSecret });
  expect(await handler(requestOf(token, headers, body))).toMatchObject({ statusCode: 200 });
});

test('the scheme is the one of the endpoint, whatever the message brings', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope, { provider: 'stripe', scheme: 'stripe' });
  const headers = standardHeaders({ id: 'msg_1', body });
  const answer = await handler(requestOf(token, headers, body, { provider: 'stripe' }));
  expect(answer.statusCode).toBe(401);
});

test('W-13: a token opens its own cooperative and platform only', async () => {
  const [scope, other] = [await newCoop(), await newCoop()];
  const token = await newEndpoint(scope);
  await newEndpoint(other);
  await deliver(token, 'msg_1', content);
  expect(await inboxOf(scope)).toHaveLength(1);
  expect(await inboxOf(other)).toEqual([]);
  const headers = standardHeaders({ id: 'msg_2', body });
  const answer = await handler(requestOf(token, headers, body, { provider: 'helloasso' }));
  expect(answer.statusCode).toBe(401);
});

test.each([
  ['another method', 405, {}, body, 'GET'],
  ['a compressed body', 415, { 'content-encoding': 'gzip' }, body, 'POST'],
  ['64 KB and one byte', 413, {}, 'x'.repeat(65_537), 'POST'],
])('W-11: refuses %s before reading anything', async (...[, status, more, text, method]) => {
  const token = await newEndpoint(await newCoop());
  const headers = { ...standardHeaders({ id: 'msg_1', body: text }), ...more };
  const answer = await handler(requestOf(token, headers, text, { method }));
  expect(answer).toMatchObject({ statusCode: status, body: '' });
});

test('W-11: takes 64 KB exactly', async () => {
  const token = await newEndpoint(await newCoop());
  const text = JSON.stringify({ type: 'a', pad: '' }).replace('""', `"${'x'.repeat(65_515)}"`);
  const padded = text.slice(0, -2) + 'x'.repeat(65_536 - text.length) + text.slice(-2);
  expect(padded).toHaveLength(65_536);
  const headers = standardHeaders({ id: 'msg_1', body: padded });
  expect(await handler(requestOf(token, headers, padded))).toMatchObject({ statusCode: 200 });
});

test('reads the text of a body that API Gateway did not encode', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  const text = JSON.stringify({ ...content, note: 'Élève 😀' });
  const event = requestOf(token, standardHeaders({ id: 'msg_1', body: text }), text);
  const answer = await handler({ ...event, body: text, isBase64Encoded: false });
  expect(answer.statusCode).toBe(200);
  const encoded = Buffer.from(text).toString('base64');
  expect(await handler({ ...event, body: encoded, isBase64Encoded: false })).toMatchObject({
    statusCode: 401,
  });
});

test.each([
  ['no JSON', 'bonjour'],
  ['no object', '"bonjour"'],
  ['cut short', body.slice(0, -1)],
])(
  'A53: an authentic message that is %s is kept as it came, and never worked on',
  async (_, text) => {
    const scope = await newCoop();
    const token = await newEndpoint(scope);
    const headers = standardHeaders({ id: 'msg_1', body: text });
    expect(await handler(requestOf(token, headers, text))).toMatchObject({ statusCode: 200 });
    expect(await inboxOf(scope)).toMatchObject([
      { eventId: 'msg_1', status: 'failed', payload: text, reason: failedBecause.unreadable },
    ]);
  },
);

test('A53: an authentic message that is no UTF-8 is kept in base64', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
  const headers = standardHeaders({ id: 'msg_1', body: bytes });
  expect(await handler(requestOf(token, headers, bytes))).toMatchObject({ statusCode: 200 });
  expect(await inboxOf(scope)).toMatchObject([
    { status: 'failed', payload: bytes.toString('base64') },
  ]);
});

test('an event of Stripe is known by its own id', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope, {
    provider: 'stripe',
    scheme: 'stripe',
    secretName: '/test/stripe',
  });
  const event = { id: 'evt_1', object: 'event', type: 'charge.succeeded' };
  expect(await deliverStripe(token, event)).toBe(200);
  expect(await deliverStripe(token, { ...event, id: 'evt#1' })).toBe(200);
  expect(await inboxOf(scope)).toMatchObject([
    { eventId: expect.stringMatching(/^body\./u), status: 'failed' },
    { eventId: 'evt_1', type: 'charge.succeeded', status: 'received' },
  ]);
});

test('a disabled endpoint says so, to who can sign only', async () => {
  const token = await newEndpoint(await newCoop(), { status: 'disabled' });
  expect(await deliver(token, 'msg_1', content)).toBe(410);
  const headers = standardHeaders({ id: 'msg_1', body, secret: oldStandardSecret });
  expect(await handler(requestOf(token, headers, body))).toMatchObject({ statusCode: 401 });
});

test.each([
  ['missing', '/test/nowhere', undefined],
  ['too short', '/test/short', 'whsec_AAAA'],
  ['three at once', '/test/three', 'a b c'],
])('a secret that is %s is our fault: 503, so that it comes again', async (_, name, value) => {
  if (value !== undefined) secrets[name] = value;
  const scope = await newCoop();
  const token = await newEndpoint(scope, { secretName: name });
  expect(await deliver(token, 'msg_1', content)).toBe(503);
  expect(await inboxOf(scope)).toEqual([]);
});

test('W-16: when the table does not answer, neither do we: 503, and nothing is lost', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  expect(await deliver(token, 'msg_0', content)).toBe(200);
  vi.stubEnv('TABLE_NAME', 'Nowhere');
  expect(await deliver(token, 'msg_1', content)).toBe(503);
  vi.unstubAllEnvs();
  expect(await deliver(token, 'msg_1', content)).toBe(200);
  expect(await findEvent(scope, 'jaikan', 'msg_1')).toMatchObject({ deliveries: 1 });
});
