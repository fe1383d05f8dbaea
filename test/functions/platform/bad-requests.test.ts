import { connect } from 'node:net';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { ulid } from 'ulid';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CoopScope } from '#functions/stores/scope.ts';
import { queryAll } from '#functions/stores/table.ts';
import { newCoop } from '#test/support/calls.ts';
import { simpleEntry } from '#test/support/entries.ts';
import { startHttp, type Answered, type Asked } from '#test/support/http-portal.ts';
import { grantOf, signIn } from '#test/support/signed-in.ts';

const origin = 'http://127.0.0.1:4100';
const evil = 'evil.example';

let portal: Awaited<ReturnType<typeof startHttp>>;
let scope: CoopScope;
let cookie: string;
let itemsBefore: number;

const itemCount = async (): Promise<number> => (await queryAll(scope.pk, '')).length;

beforeAll(async () => {
  [portal, scope] = await Promise.all([startHttp(), newCoop()]);
  cookie = `__Host-session=${await signIn(grantOf('mandateHolder', scope))}`;
  itemsBefore = await itemCount();
});
afterAll(() => portal.stop());
afterEach(async () => {
  expect(await itemCount()).toBe(itemsBefore);
});

const entry = simpleEntry({ label: 'Goûter de Noël' });
const goodBody = (id = ulid()): string => JSON.stringify({ id, entry });
const entries = (): string => `/api/coops/${scope.coopId}/entries`;
const year = (query = ''): string => `/api/coops/${scope.coopId}/years/2025${query}`;

const ask = (asked: Partial<Asked> = {}): Promise<Answered> =>
  portal.ask({ path: '/api/me', ...asked, headers: { cookie, ...asked.headers } });
const post = (body: string | Uint8Array, headers: Asked['headers'] = {}, path = entries()) =>
  ask({
    method: 'POST',
    path,
    body,
    headers: {
      origin,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    },
  });
const codeOf = ({ status, headers, text }: Answered) => {
  expect(headers['content-type']).toContain('application/problem+json');
  const problem = JSON.parse(text) as { code: string; detail: string };
  expect(problem.detail).toMatch(/[.!?]$/u);
  return [status, problem.code];
};

test('what is not bad is kept: all of these would be, but for what is bad in them', async () => {
  for (const body of [goodBody(), `\uFEFF${goodBody()}`])
    expect((await post(body)).status).toBe(200);
  itemsBefore = await itemCount();
});

test.each(['/api/coops//entries', '/api//me', '/api/coops/x/entries/', '//api/me', '/api/me/'])(
  'B-079: %s has an empty part, and is no address of the portal',
  async (path) => {
    expect(codeOf(await post(goodBody(), {}, path))).toEqual([404, 'not_found']);
    expect(codeOf(await ask({ path }))).toEqual([404, 'not_found']);
  },
);

test.each([
  '',
  'bonjour',
  '<a/>',
  'undefined',
  "{'id':1}",
  '{id:1}',
  '{"id":NaN}',
  '{}{}',
  '\u0000',
])('B-083: %j is no JSON', async (body) => {
  expect(codeOf(await post(body))).toEqual([400, 'body_unreadable']);
});

test.each(['null', '[]', '"x"', '12', 'true'])(
  'B-083: %s is JSON of another kind',
  async (body) => {
    expect(codeOf(await post(body))).toEqual([422, 'input_invalid']);
  },
);

test('B-084: a body cut anywhere is refused', async () => {
  const body = goodBody();
  for (let length = 1; length < body.length; length += 37)
    expect(codeOf(await post(body.slice(0, length)))).toEqual([400, 'body_unreadable']);
});

test('B-084: a body whose end never comes is not begun', async () => {
  const body = goodBody();
  const socket = connect(portal.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST ${entries()} HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: ${body.length + 5}\r\n\r\n${body}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  expect((await ask()).status).toBe(200);
});

test.each<[string, (body: string) => Buffer]>([
  ['Latin-1', (body) => Buffer.from(body, 'latin1')],
  ['UTF-16', (body) => Buffer.from(`\uFEFF${body}`, 'utf16le')],
  ['UTF-16 without its mark', (body) => Buffer.from(body, 'utf16le')],
])('B-085: a body in %s is refused, not kept with other letters', async (_, written) => {
  expect(codeOf(await post(new Uint8Array(written(goodBody()))))).toEqual([400, 'body_unreadable']);
});

test.each([
  ['twice the same name', '{"id":"a","id":"b"}'],
  ['twice, written in two ways', '{"id":"a","\\u0069d":"b"}'],
  ['twice, deep down', goodBody().replace('"amountCents"', '"amountCents":1,"amountCents"')],
  ['a name that all objects inherit', '{"__proto__":{"role":"x"}}'],
])('B-086: %s is refused', async (_, body) => {
  expect(codeOf(await post(body))).toEqual([400, 'body_unreadable']);
});

test.each([
  ['lists', '['.repeat(10_000) + ']'.repeat(10_000)],
  ['objects', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
  ['lists in a good body', goodBody().replace('[]', '['.repeat(10_000) + ']'.repeat(10_000))],
  ['lists that are never closed', '['.repeat(200_000)],
])('B-088: ten thousand %s in each other are refused', async (_, body) => {
  expect(codeOf(await post(body))).toEqual([400, 'body_unreadable']);
});

test('B-089: a list of a hundred thousand is refused', async () => {
  const many = goodBody().replace('[]', `[${'1,'.repeat(100_000)}1]`);
  expect(codeOf(await post(many))).toEqual([422, 'input_invalid']);
});

test('B-090: ten megabytes and one byte are refused, a hundred before they are taken', async () => {
  const tenAndOne = new Uint8Array(10_485_761).fill(0x20);
  expect(codeOf(await post(tenAndOne))).toEqual([413, 'body_too_large']);
  expect(codeOf(await post(`"${'a'.repeat(262_143)}"`))).toEqual([413, 'body_too_large']);
  const statement = `/api/coops/${scope.coopId}/bank-accounts/${ulid()}/statements`;
  const hundred = new Uint8Array(100_000_000).fill(0x20);
  const answer = await post(hundred, { 'content-type': 'text/csv' }, statement);
  expect(codeOf(answer)).toEqual([413, 'body_too_large']);
  expect(answer.takenBytes).toBeLessThan(10_000_000);
});

test.each([
  'text/plain',
  'text/plain; application/json',
  'application/x-www-form-urlencoded',
  'application/xml',
  '',
])('B-092: a body said to be %j is refused', async (type) => {
  const headers = { 'content-type': type };
  expect(codeOf(await post(goodBody(), headers))).toEqual([415, 'media_type_unsupported']);
  expect(codeOf(await post(goodBody(), { ...headers, origin: `http://${evil}` }))).toEqual([
    403,
    'wrong_origin',
  ]);
});

test.each(['x-http-method-override', 'x-http-method', 'x-method-override'])(
  'B-093: %s changes nothing of the method',
  async (name) => {
    const path = year();
    const asked = { path, headers: { origin, [name]: 'POST', 'content-type': 'application/json' } };
    expect((await ask(asked)).text).toBe((await ask({ path })).text);
    expect(codeOf(await post('{}', { [name]: 'GET' }))).toEqual([422, 'input_invalid']);
    expect(codeOf(await post('{}', { [name]: 'GET' }, year('?_method=GET')))[0]).toBe(405);
  },
);

test.each([
  '?limit=-1',
  '?limit=1e9',
  '?limit[]=1',
  '?after=',
  '?after[]=x',
  '?after[$gt]=',
  '?AFTER=x',
  '?__proto__=x',
  '?constructor=x',
  `?after=${'01ARZ3NDEKTSV4RRFFQ69G5FAV'}&after=${'01ARZ3NDEKTSV4RRFFQ69G5FAV'}`,
])('B-094: %s is refused where a list is asked', async (query) => {
  expect(codeOf(await ask({ path: year(`/entries${query}`) }))).toEqual([422, 'input_invalid']);
});

test('B-094: nor does a query reach a route that takes none', async () => {
  const plain = (await ask({ path: year() })).text;
  for (const query of ['?limit=-1', '?limit=1e9&limit=2', '?coopId=autre&department=75', '?%'])
    expect((await ask({ path: year(query) })).text).toBe(plain);
});

test.each(['x', '%00', '../2024', '01ARZ3NDEKTSV4RRFFQ69G5FA', '8ZZZZZZZZZZZZZZZZZZZZZZZZZ', 'é'])(
  'B-095: a mark of page that was changed (%s) is refused',
  async (after) => {
    const path = year(`/entries?after=${encodeURIComponent(after)}`);
    expect(codeOf(await ask({ path }))).toEqual([422, 'input_invalid']);
  },
);

test('B-098: a question with a body is answered as without', async () => {
  const headers = { 'content-type': 'application/json', 'content-length': '2' };
  const { status, text } = await ask({ path: year(), headers, body: '{}' });
  expect([status, text]).toEqual([200, (await ask({ path: year() })).text]);
});

test.each(['HEAD', 'TRACE', 'OPTIONS', 'PATCH', 'PROPFIND'])(
  'B-098: %s is no method of the portal, and says which are',
  async (method) => {
    const answer = await ask({ method, path: year(), headers: { origin } });
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET' } });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.text).not.toContain(cookie);
  },
);

test.each([
  ['accept', 'application/xml'],
  ['accept', 'image/*;q=-1, */*;q=NaN'],
  ['accept-language', 'fr,'.repeat(1_365)],
  ['accept-encoding', 'br;q=9'],
])('B-099: %s: %.20s changes nothing of the answer', async (name, value) => {
  const { status, headers, text } = await ask({ path: year(), headers: { [name]: value } });
  expect([status, text]).toEqual([200, (await ask({ path: year() })).text]);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
});

test.each([
  'host',
  'x-forwarded-host',
  'x-forwarded-for',
  'x-forwarded-proto',
  'forwarded',
  'x-rewrite-url',
  'x-real-ip',
])('B-100: %s is believed by nobody', async (name) => {
  const lie = { [name]: name.endsWith('url') ? '/api/openapi.json' : evil };
  const { status, headers, text } = await ask({ path: year(), headers: lie });
  expect([status, text]).toEqual([200, (await ask({ path: year() })).text]);
  expect(JSON.stringify(headers)).not.toContain(evil);
  expect(codeOf(await post(goodBody(), { ...lie, origin: `http://${evil}` }))).toEqual([
    403,
    'wrong_origin',
  ]);
  const signIn = await ask({ path: '/api/session/sign-in', headers: lie });
  expect(signIn.text + JSON.stringify(signIn.headers)).not.toContain(evil);
});

test('B-101: a compressed body is never inflated, a bomb or a good entry', async () => {
  const headers = { 'content-encoding': 'gzip' };
  const bomb = gzipSync(Buffer.alloc(100_000_000, 0x20));
  const before = process.memoryUsage().rss;
  for (const body of [bomb, gzipSync(goodBody())])
    expect(codeOf(await post(new Uint8Array(body), headers))).toEqual([400, 'body_unreadable']);
  expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
});

test('B-102: a cookie of fifty kilobytes is refused, and the next request is answered', async () => {
  const { status } = await ask({ headers: { cookie: `${cookie}; a=${'x'.repeat(50_000)}` } });
  expect(status).toBe(431);
  expect((await ask()).status).toBe(200);
});

test('B-102: a header of ten kilobytes, or a thousand cookies, hide no session and make none', async () => {
  const many = Array.from({ length: 1_000 }, (_, at) => `c${at}=1`).join('; ');
  expect((await ask({ headers: { 'x-long': 'x'.repeat(10_000) } })).status).toBe(200);
  expect((await ask({ headers: { cookie: `${many}; ${cookie}` } })).status).toBe(200);
  expect((await ask({ headers: { cookie: `${many}; __Host-session` } })).status).toBe(401);
});
