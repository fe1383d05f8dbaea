import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { handler } from '#functions/access/handler.ts';
import { closeSession, findSession, openSession } from '#functions/stores/sessions.ts';
import { commit } from '#functions/stores/table.ts';
import { addUser } from '#functions/stores/users.ts';

const hoursMs = 3_600_000;
const at = (hours: number): string => new Date(Date.now() + hours * hoursMs).toISOString();

async function newPerson(): Promise<string> {
  const userId = ulid();
  await commit(addUser({ userId, name: 'Camille Roux', mail: `${userId}@example.test` }));
  return userId;
}

const eventOf = (
  routeKey: string,
  parts: { readonly cookies?: string[]; readonly headers?: Record<string, string> },
) =>
  ({
    version: '2.0',
    routeKey,
    headers: {},
    isBase64Encoded: false,
    requestContext: { requestId: 'test' },
    ...parts,
  }) as unknown as APIGatewayProxyEventV2;

const context = { getRemainingTimeInMillis: () => 1_000 } as Context;
const ask = async (...[routeKey, parts]: Parameters<typeof eventOf>) =>
  await handler(eventOf(routeKey, parts), context);

const whoIs = (sessionId: string) =>
  ask('GET /api/me', { cookies: [`__Host-session=${sessionId}`] });

test('knows the person of a living session', async () => {
  const sessionId = await openSession(await newPerson(), at(0));
  expect(await whoIs(sessionId)).toMatchObject({ statusCode: 200 });
});

test('knows nobody once nothing was asked for eight hours', async () => {
  const sessionId = await openSession(await newPerson(), at(-8.1));
  expect(await whoIs(sessionId)).toMatchObject({ statusCode: 401 });
});

test('ends after a day, whatever happens in between', async () => {
  const sessionId = await openSession(await newPerson(), at(0));
  for (const hour of [6, 12, 18, 23]) expect(await findSession(sessionId, at(hour))).toBeDefined();
  expect(await findSession(sessionId, at(24.1))).toBeUndefined();
});

test('knows nobody with a closed, an invented or an empty session', async () => {
  const sessionId = await openSession(await newPerson(), at(0));
  await closeSession(sessionId);
  for (const shown of [sessionId, 'invented', ''])
    expect(await whoIs(shown)).toMatchObject({ statusCode: 401 });
});

test('refuses to sign out for another site, and takes the cookie away for its own', async () => {
  const sessionId = await openSession(await newPerson(), at(0));
  const signOut = (headers: Record<string, string>) =>
    ask('POST /api/session/sign-out', { cookies: [`__Host-session=${sessionId}`], headers });
  expect(await signOut({ origin: 'https://ailleurs.example' })).toMatchObject({ statusCode: 403 });
  expect(await signOut({})).toMatchObject({ statusCode: 403 });
  expect(await signOut({ origin: 'http://127.0.0.1:4100' })).toMatchObject({
    statusCode: 204,
    cookies: [expect.stringContaining('__Host-session=; ')],
  });
  expect(await whoIs(sessionId)).toMatchObject({ statusCode: 401 });
});
