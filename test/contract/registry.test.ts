import { expect, test } from 'vitest';
import { gatewayRoutes, registry } from '#shared/contract/registry.ts';
import { messageOf } from '#shared/contract/messages.ts';
import { rejections } from '#shared/contract/refusals.ts';
import { permissionsOf } from '#shared/domain/access/roles.ts';
import { statusOf } from '#functions/platform/refusals.ts';

const endpoints = gatewayRoutes();

test('no two routes share a method and a path', () => {
  const keys = endpoints.map(({ routeKey }) => routeKey);
  expect(new Set(keys).size).toBe(keys.length);
});

test('every parameter of a path is parsed by its schema, and none is invented', () => {
  for (const { endpoint } of endpoints) {
    const named = [...endpoint.path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
    const shape =
      endpoint.params && 'shape' in endpoint.params
        ? Object.keys(endpoint.params.shape as object)
        : [];
    expect([endpoint.path, shape.toSorted()]).toEqual([endpoint.path, named.toSorted()]);
  }
});

test('public routes are the few that must be', () => {
  const open = endpoints.filter(({ endpoint }) => endpoint.permission === 'public');
  expect(open.map(({ routeKey }) => routeKey).toSorted()).toEqual([
    'GET /api/openapi.json',
    'GET /api/papers/{code}',
    'GET /api/quitus/{token}',
    'GET /api/session/callback',
    'GET /api/session/sign-in',
    'GET /f/{token}',
    'GET /f/{token}/echeances.ics',
    'GET /f/{token}/rappels',
    'GET /f/{token}/recu/{paymentId}',
    'POST /api/quitus/{token}/signature',
    'POST /f/{token}/place/{answer}',
    'POST /f/{token}/rappels',
    'POST /hooks/{provider}/{token}',
  ]);
});

test('a route that reads never writes by its permission', () => {
  const readers = new Set(permissionsOf.headOfficeReader);
  for (const { endpoint } of endpoints)
    if (readers.has(endpoint.permission) && endpoint.method !== 'GET')
      expect([
        '/api/coops/{coopId}/years/{yearId}/crf/paper',
        '/api/coops/{coopId}/bank-accounts/{bankAccountId}/reconciliation-paper',
        '/api/coops/{coopId}/payouts/{provider}/{payoutId}/anonymous-copy',
        '/api/departments/{department}/exports/{exportId}',
      ]).toContain(endpoint.path);
});

test('every permission that a route asks for is given to somebody', () => {
  const given = new Set(Object.values(permissionsOf).flat());
  for (const { endpoint } of endpoints)
    if (endpoint.permission !== 'public' && endpoint.permission !== 'self')
      expect(given).toContain(endpoint.permission);
});

test('every refusal has a status between 400 and 499 and a French sentence', () => {
  for (const rejection of rejections) {
    expect(statusOf[rejection]).toBeGreaterThanOrEqual(400);
    expect(statusOf[rejection]).toBeLessThan(500);
    expect(messageOf[rejection]).toMatch(/^[A-ZÀÉ].+[.!]$/u);
  }
});

test('every area has its routes', () => {
  expect(Object.values(registry).every((routes) => Object.keys(routes).length > 0)).toBe(true);
});
