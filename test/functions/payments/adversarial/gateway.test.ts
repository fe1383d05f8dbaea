import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { handler } from '#functions/payments/webhook.ts';
import { log } from '#functions/platform/log.ts';
import { newCoop } from '#test/support/calls.ts';
import {
  deliver,
  newEndpoint,
  oldStandardSecret,
  requestOf,
  secrets,
  standardHeaders,
  startPlatform,
  stripeHeaders,
} from '#test/support/platform.ts';
import {
  helloAssoPayment,
  inboxOf,
  lyraAnswer,
  platformOf,
  signedByHelloAsso,
  signedByLyra,
} from '#test/support/signed.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const body = '{"type":"a","note":"Élève"}';
const signed = () => standardHeaders({ id: 'msg_1', body });

async function endpoint(changed: Parameters<typeof newEndpoint>[1] = {}) {
  const scope = await newCoop();
  const token = await newEndpoint(scope, changed);
  const post = async (headers: Record<string, string>, changes: object = {}) =>
    (await handler({ ...requestOf(token, headers, body), ...changes })).statusCode;
  return { scope, token, post };
}

test.each([
  ['empty', ' '],
  ['of a few bytes', 'whsec_AAAA'],
  ['with spaces in it', 'whsec_ AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='],
  ['no base64', 'whsec_not-base64-at-all-but-long-enough'],
])('A40: a secret that is %s is our fault, and accepts nothing', async (_, value) => {
  const secretName = `/test/useless-${value}`;
  secrets[secretName] = value;
  const { scope, post } = await endpoint({ secretName });
  expect(await post(signed())).toBe(503);
  expect(await inboxOf(scope)).toEqual([]);
});

test.each(['helloasso', 'gocardless', 'lyra', 'lyra-form'] as const)(
  'A40: without its secret the scheme %s accepts nothing',
  async (scheme) => {
    const { scope, send } = await platformOf(scheme, { secretName: undefined });
    expect(await send({ headers: {}, body: '{}' })).toBe(503);
    expect(await inboxOf(scope)).toEqual([]);
  },
);

test('A41: during a rotation the secret before is accepted, and it is noted', async () => {
  const previousUntil = new Date(Date.now() + 60_000).toISOString();
  const { scope, post } = await endpoint({ secretName: '/test/rotating', previousUntil });
  const old = standardHeaders({ id: 'msg_1', body, secret: oldStandardSecret });
  expect(await post(old)).toBe(200);
  expect(await post(standardHeaders({ id: 'msg_2', body }))).toBe(200);
  const kids = (await inboxOf(scope)).map(({ eventId, kid }) => [eventId, kid]);
  expect(kids).toEqual([
    ['msg_1', 'previous'],
    ['msg_2', 'current'],
  ]);
});

test('A42: once its time is over the secret before is refused', async () => {
  const previousUntil = new Date(Date.now() - 1).toISOString();
  const { scope, post } = await endpoint({ secretName: '/test/rotating', previousUntil });
  expect(await post(standardHeaders({ id: 'msg_1', body, secret: oldStandardSecret }))).toBe(401);
  expect(await post(signed())).toBe(200);
  expect(await inboxOf(scope)).toMatchObject([{ kid: 'current' }]);
});

test('A43: a disabled endpoint says that it is gone, and keeps nothing', async () => {
  const { scope, post } = await endpoint({ status: 'disabled' });
  expect(await post(signed())).toBe(410);
  expect(await inboxOf(scope)).toEqual([]);
});

test('A45: a form comes in base64, and is verified on its bytes', async () => {
  const { scope, send } = await platformOf('lyra');
  expect(await send(signedByLyra(lyraAnswer()))).toBe(200);
  expect(await inboxOf(scope)).toHaveLength(1);
});

test.each([[undefined], ['application/vnd.api+json']])(
  'A46: JSON that comes in base64 as %s is verified on its bytes',
  async (type) => {
    const { scope, send } = await platformOf('helloasso');
    const { headers, body: text } = signedByHelloAsso(helloAssoPayment({ note: 'Élève' }));
    const { 'content-type': _, ...others } = headers;
    const sent = type === undefined ? others : { ...others, 'content-type': type };
    expect(await send({ headers: sent, body: text })).toBe(200);
    expect(await inboxOf(scope)).toMatchObject([{ payload: text }]);
  },
);

test('A47: text that looks like base64 is taken as it is, and its signature is wrong', async () => {
  const { scope, post } = await endpoint();
  const encoded = Buffer.from(body).toString('base64');
  expect(await post(signed(), { body: encoded, isBase64Encoded: false })).toBe(401);
  expect(await inboxOf(scope)).toEqual([]);
  expect(await post(signed(), { body, isBase64Encoded: false })).toBe(200);
});

test('A48: a signature sent twice comes joined by a comma, and is refused', async () => {
  const { post } = await endpoint();
  const twice = (header: string | undefined) => `${header},${header}`;
  const { 'webhook-signature': one, ...others } = signed();
  expect(await post({ ...others, 'webhook-signature': twice(one) })).toBe(401);
  const { send } = await platformOf('helloasso');
  const { headers, body: text } = signedByHelloAsso(helloAssoPayment());
  const doubled = { ...headers, 'x-ha-signature': twice(headers['x-ha-signature']) };
  expect(await send({ headers: doubled, body: text })).toBe(401);
  const stripe = await newEndpoint(await newCoop(), {
    provider: 'stripe',
    scheme: 'stripe',
    secretName: '/test/stripe',
  });
  const header = stripeHeaders({ body })['stripe-signature'];
  const request = requestOf(stripe, { 'stripe-signature': twice(header) }, body, {
    provider: 'stripe',
  });
  expect(await handler(request)).toMatchObject({ statusCode: 401 });
});

test.each([
  ['A49: 256 KB and one byte', 262_145],
  ['A50: 9 MB', 9_000_000],
])('%s is too large: not read, not kept', async (_, size) => {
  const { scope, post } = await endpoint();
  const large = Buffer.alloc(size, 'x').toString('base64');
  expect(await post(signed(), { body: large })).toBe(413);
  expect(await inboxOf(scope)).toEqual([]);
});

test.each(['GET', 'PUT', 'OPTIONS'])('A51: %s is not how events come', async (method) => {
  const { token } = await endpoint();
  expect(await handler(requestOf(token, signed(), body, { method }))).toMatchObject({
    statusCode: 405,
    body: '',
  });
});

test('A51: an unknown token and a wrong signature are answered alike', async () => {
  const { token } = await endpoint();
  const wrong = standardHeaders({ id: 'msg_1', body, secret: oldStandardSecret });
  const unknown = await handler(requestOf('unknown_token_of_nobody_01', wrong, body));
  expect(unknown).toEqual(await handler(requestOf(token, wrong, body)));
});

test('A52: a compressed body is refused, not opened', async () => {
  const { scope, post } = await endpoint();
  expect(await post({ ...signed(), 'content-encoding': 'gzip' })).toBe(415);
  expect(await inboxOf(scope)).toEqual([]);
});

test('A105: a thousand forged requests read and write nothing', async () => {
  const { scope, token } = await endpoint();
  await deliver(token, 'msg_1', { type: 'a' });
  const forged = standardHeaders({ id: 'msg_2', body, secret: oldStandardSecret });
  vi.stubEnv('TABLE_NAME', 'NoSuchTable');
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, () => handler(requestOf(token, forged, body))),
  );
  vi.unstubAllEnvs();
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([401]));
  expect(await inboxOf(scope)).toHaveLength(1);
});

test('A110: a clock six minutes off refuses what is signed, and the log says why', async () => {
  const { scope, post } = await endpoint();
  const logged = vi.spyOn(log, 'info');
  const off = standardHeaders({
    id: 'msg_1',
    body,
    timestamp: String(Math.floor(Date.now() / 1000) - 360),
  });
  const status = await post(off);
  const lines = JSON.stringify(logged.mock.calls);
  logged.mockRestore();
  expect(status).toBe(401);
  expect(lines).toContain('timestamp_out_of_window');
  expect(await inboxOf(scope)).toEqual([]);
});

test('a paused endpoint keeps what comes', async () => {
  const { scope, post } = await endpoint({ status: 'paused' });
  expect(await post(signed())).toBe(200);
  expect(await inboxOf(scope)).toMatchObject([{ status: 'received' }]);
});
