import type { Context } from 'aws-lambda';
import { ulid } from 'ulid';
import { beforeAll, expect, test } from 'vitest';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import { registry, routeKeyOf, type Area } from '#shared/contract/registry.ts';
import type { Role } from '#shared/domain/access/roles.ts';
import { day } from '#shared/domain/dates.ts';
import type { HttpEvent } from '#functions/platform/http.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { newCoop } from '#test/support/calls.ts';
import { handlers } from '#test/support/handlers.ts';
import { grantOf, signIn } from '#test/support/signed-in.ts';
import { holder, office, everyone, allowed } from './verdicts.ts';

const routes = Object.entries(registry).flatMap(([area, ofArea]) =>
  Object.entries<Endpoint>(ofArea)
    .filter(([, endpoint]) => endpoint.permission !== 'public')
    .map(([name, endpoint]) => ({ area: area as Area, name, endpoint })),
);

const ask = async (
  { area, endpoint }: (typeof routes)[number],
  session: string | undefined,
  coopId: string,
  department = '06',
): Promise<{ status: number; code: string | undefined }> => {
  const given: Record<string, string> = {
    coopId,
    department,
    yearId: '2025',
    provider: 'jaikan',
    token: 'a'.repeat(43),
    endpointId: '0a'.repeat(32),
  };
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
  const event = {
    version: '2.0',
    routeKey: routeKeyOf(endpoint),
    rawPath: endpoint.path,
    rawQueryString: '',
    headers: { origin: 'http://127.0.0.1:4100', 'content-type': 'application/json' },
    cookies: session === undefined ? [] : [`__Host-session=${session}`],
    pathParameters: Object.fromEntries(names.map((name) => [name, given[name] ?? ulid()])),
    requestContext: { requestId: ulid(), http: { method: endpoint.method, path: endpoint.path } },
    isBase64Encoded: false,
    body: endpoint.method === 'GET' ? undefined : '{}',
  } as unknown as HttpEvent;
  const answer = await handlers[area](event, { getRemainingTimeInMillis: () => 10_000 } as Context);
  const problem = answer.body?.startsWith('{')
    ? (JSON.parse(answer.body) as { code?: string })
    : {};
  return { status: answer.statusCode ?? 200, code: problem.code };
};

let own: CoopScope;
let foreign: CoopScope;
const sessions = new Map<Role, string>();

beforeAll(async () => {
  [own, foreign] = await Promise.all([newCoop(), newCoop()]);
  for (const role of everyone) sessions.set(role, await signIn(grantOf(role, own)));
});

test('every route that is not public has its row', () => {
  expect(routes.map(({ name }) => name).toSorted()).toEqual(Object.keys(allowed).toSorted());
});

test.each(routes)('$name: nobody without a session', async (route) => {
  expect(await ask(route, undefined, own.coopId)).toEqual({ status: 401, code: 'not_signed_in' });
});

test.each(routes.filter(({ name }) => name !== 'signOut'))(
  '$name: the right roles and no other',
  async (route) => {
    for (const role of everyone) {
      const answer = await ask(route, sessions.get(role), own.coopId);
      const refused = ['not_permitted', 'not_signed_in'].includes(answer.code ?? '');
      const outside = role === 'nationalReader' && answer.status === 404;
      const atOffice =
        route.endpoint.path.startsWith('/api/departments/') && answer.code === 'not_found';
      const isAllowed = allowed[route.name]?.includes(role) ?? false;
      if (isAllowed) expect([role, refused]).toEqual([role, false]);
      else expect([role, refused || outside || atOffice]).toEqual([role, true]);
    }
  },
);

const inCoop = routes.filter(({ endpoint }) => endpoint.path.startsWith('/api/coops/'));

test.each(inCoop)(
  '$name: another cooperative answers as one that does not exist',
  async (route) => {
    for (const role of [...holder, 'classTeacher', 'verifier'] as const) {
      const session = sessions.get(role);
      const other = await ask(route, session, foreign.coopId);
      expect(other).toEqual({ status: 404, code: 'not_found' });
      expect(other).toEqual(await ask(route, session, `coop-${ulid().toLowerCase()}`));
    }
  },
);

test.each(routes.filter(({ endpoint }) => endpoint.path.startsWith('/api/departments/')))(
  '$name: another association answers as one that does not exist',
  async (route) => {
    for (const role of office)
      for (const department of ['83', '99', '060'])
        expect(await ask(route, sessions.get(role), own.coopId, department)).toEqual({
          status: 404,
          code: 'not_found',
        });
  },
);

test('a role that ended yesterday, or starts tomorrow, opens nothing', async () => {
  const [route] = routes.filter(({ name }) => name === 'findYear');
  if (!route) throw new Error('findYear is gone');
  const past = await signIn({ ...grantOf('mandateHolder', own), until: day('2025-08-31') });
  const future = await signIn({ ...grantOf('mandateHolder', own), from: day('2090-09-01') });
  for (const session of [past, future])
    expect(await ask(route, session, own.coopId)).toEqual({ status: 404, code: 'not_found' });
});

test('an unsafe request from another site is refused, whoever sends it', async () => {
  const answer = await handlers.ledger(
    {
      version: '2.0',
      routeKey: 'POST /api/coops/{coopId}/entries',
      headers: { origin: 'https://example.test', 'content-type': 'application/json' },
      cookies: [`__Host-session=${sessions.get('mandateHolder')}`],
      pathParameters: { coopId: own.coopId },
      requestContext: { requestId: 'r', http: { method: 'POST', path: '/' } },
      isBase64Encoded: false,
      body: '{}',
    } as unknown as HttpEvent,
    {} as Context,
  );
  expect(JSON.parse(answer.body ?? '')).toMatchObject({ status: 403, code: 'wrong_origin' });
});
