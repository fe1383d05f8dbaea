import { createServer, request as send, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, expect, test } from 'vitest';
import { FunctionTimeout, type Invoke } from '#infra/local/functions.ts';
import { gateway, isTextType, payloadMaxBytes } from '#infra/local/gateway.ts';
import { matchRoute } from '#infra/local/routes.ts';

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

/** A gateway whose function keeps the event it was given. */
async function gatewayTo(answer: (event: APIGatewayProxyEventV2) => unknown) {
  const events: APIGatewayProxyEventV2[] = [];
  const invoke: Invoke = async (_name, event) => {
    events.push(event as APIGatewayProxyEventV2);
    return answer(event as APIGatewayProxyEventV2);
  };
  const handle = gateway(invoke);
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { events, port, url: `http://127.0.0.1:${port}` };
}

const token = 'a'.repeat(43);
const hook = `/hooks/stripe/${token}`;

test('joins repeated headers in lower case, and keeps cookies apart', async () => {
  const { events, port } = await gatewayTo(() => ({ statusCode: 200 }));
  await new Promise<IncomingMessage>((resolve, reject) => {
    send({
      port,
      host: '127.0.0.1',
      path: '/api/me?a=1&a=2&b=%C3%A9',
      headers: [
        ...['X-Part', 'one', 'x-part', 'two'],
        ...['Cookie', 'a=1; b=2', 'Host', '127.0.0.1'],
      ],
    })
      .once('response', (response) => resolve(response.resume()))
      .once('error', reject)
      .end();
  });
  expect(events[0]).toMatchObject({
    version: '2.0',
    routeKey: 'GET /api/me',
    rawPath: '/api/me',
    rawQueryString: 'a=1&a=2&b=%C3%A9',
    queryStringParameters: { a: '1,2', b: 'é' },
    headers: { 'x-part': 'one,two' },
    cookies: ['a=1', 'b=2'],
    isBase64Encoded: false,
    requestContext: { http: { method: 'GET', sourceIp: '127.0.0.1' }, stage: '$default' },
  });
  expect(events[0]?.headers).not.toHaveProperty('cookie');
  expect(events[0]).not.toHaveProperty('body');
});

test.each([
  ['application/json', true],
  ['application/json; charset=utf-8', true],
  ['text/csv', true],
  ['application/xml', true],
  ['application/x-www-form-urlencoded', false],
  ['application/octet-stream', false],
  ['application/vnd.api+json', false],
  [undefined, false],
])('a body of type %s travels as text: %s', (contentType, isText) => {
  expect(isTextType(contentType)).toBe(isText);
});

test('hands over the bytes of a body without a type as base64', async () => {
  const { events, url } = await gatewayTo(() => ({ statusCode: 202 }));
  const bytes = new Uint8Array([0, 255, 13, 10, 200]);
  const answer = await fetch(`${url}${hook}`, { method: 'POST', body: bytes });
  expect(answer.status).toBe(202);
  expect(events[0]).toMatchObject({
    routeKey: 'POST /hooks/{provider}/{token}',
    pathParameters: { provider: 'stripe', token },
    isBase64Encoded: true,
    body: Buffer.from(bytes).toString('base64'),
  });
});

test('writes every cookie on a line of its own, and bodies given as base64', async () => {
  const { url } = await gatewayTo(() => ({
    statusCode: 201,
    cookies: ['a=1; Path=/', 'b=2; Path=/'],
    headers: { 'x-one': 'yes' },
    body: Buffer.from('été').toString('base64'),
    isBase64Encoded: true,
  }));
  const answer = await fetch(`${url}/api/me`);
  expect(answer.status).toBe(201);
  expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
  expect(await answer.text()).toBe('été');
});

test('decodes the parts of the path, once', () => {
  expect(matchRoute('GET', '/api/coops/les%20oliviers%2525/chart')).toMatchObject({
    routeKey: 'GET /api/coops/{coopId}/chart',
    pathParameters: { coopId: 'les oliviers%25' },
  });
});

test('refuses an unknown path with 404 and a wrong method with 405, before any function', async () => {
  const { events, url } = await gatewayTo(() => ({ statusCode: 200 }));
  const unknown = await fetch(`${url}/api/nothing`);
  const wrong = await fetch(`${url}/api/me`, { method: 'DELETE' });
  expect([unknown.status, wrong.status, wrong.headers.get('allow')]).toEqual([404, 405, 'GET']);
  expect(unknown.headers.get('content-type')).toContain('application/problem+json');
  expect(events).toHaveLength(0);
});

test('refuses more than Lambda carries, on the way in and on the way out', async () => {
  const { events, url } = await gatewayTo(() => ({
    statusCode: 200,
    body: 'x'.repeat(payloadMaxBytes + 1),
  }));
  const tooMuchIn = await fetch(`${url}${hook}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(Math.floor((payloadMaxBytes * 3) / 4) + 4),
  });
  expect(tooMuchIn.status).toBe(413);
  expect(await tooMuchIn.json()).toMatchObject({ code: 'body_too_large' });
  expect(events).toHaveLength(0);
  expect((await fetch(`${url}/api/me`)).status).toBe(413);
});

test('answers 503 when a function takes too long, and says nothing of a defect', async () => {
  const late = await gatewayTo(() => {
    throw new FunctionTimeout('late');
  });
  expect((await fetch(`${late.url}/api/me`)).status).toBe(503);
});
