import { expect, test } from 'vitest';
import { endpointOf } from '#functions/stores/webhook-endpoints.ts';

const item = {
  department: '06',
  coopId: '06-0001',
  provider: 'stripe',
  scheme: 'stripe',
  mode: 'test',
  status: 'live',
};

test('A104: an endpoint has no address of its own: one written in it is not read', () => {
  const written = {
    ...item,
    baseUrl: 'http://localhost',
    apiUrl: 'http://2130706433',
    host: '::1',
  };
  expect(JSON.stringify(endpointOf(written))).not.toMatch(/http|localhost|::1/u);
});

test.each(['adyen', 'paypal', 'none', '', 'Stripe'])(
  'A36, A37, A38, A39: an endpoint of the scheme « %s » is refused',
  (scheme) => {
    expect(() => endpointOf({ ...item, scheme })).toThrow('unknown scheme');
  },
);

test.each(['open', undefined, 1])('an endpoint of the status %s is refused', (status) => {
  expect(() => endpointOf({ ...item, status })).toThrow('status');
});

test.each(['department', 'coopId', 'provider', 'scheme'])('an endpoint needs its %s', (name) => {
  expect(() => endpointOf({ ...item, [name]: undefined })).toThrow(name);
});

test('an endpoint from before there were worlds is of real money', () => {
  expect(endpointOf({ ...item, mode: undefined }).mode).toBe('live');
});
