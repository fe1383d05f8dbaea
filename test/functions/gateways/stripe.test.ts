import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { listPayoutMovements } from '#functions/gateways/stripe.ts';
import { stripeApi, stripePath } from '#infra/local/stripe-api.ts';

const asked: IncomingMessage[] = [];
let refusal = 0;

const server = createServer((request, response) => {
  asked.push(request);
  if (refusal === 302)
    return void response.writeHead(302, { location: 'http://127.0.0.1:1' }).end();
  if (refusal > 0) return void response.writeHead(refusal).end('{}');
  return void stripeApi(request, response);
});

let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}${stripePath}`;
  vi.stubEnv('STRIPE_API_URL', url);
});
beforeEach(() => {
  refusal = 0;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

const line = (index: number, changed: Record<string, unknown> = {}) => ({
  id: `txn_${index}`,
  type: 'charge',
  reporting_category: 'charge',
  currency: 'eur',
  amount: 4_500,
  fee: 88,
  net: 4_412,
  created: 1_773_216_060,
  source: {
    id: `ch_${index}`,
    payment_intent: `pi_${index}`,
    metadata: { family_ref: 'TRL-7K2MX' },
  },
  ...changed,
});

const register = (payoutId: string, lines: readonly object[]) =>
  fetch(`${url}/payouts/${payoutId}`, { method: 'POST', body: JSON.stringify(lines) });

test('reads every page, leaves the payout itself out, and shows its key', async () => {
  const own = line(0, { id: 'txn_own', type: 'payout', reporting_category: 'payout' });
  await register('po_pages', [own, ...Array.from({ length: 250 }, (_, index) => line(index))]);
  asked.length = 0;
  const movements = await listPayoutMovements('rk_test', 'po_pages', 'acct_1');
  expect(movements).toHaveLength(250);
  expect(new Set(movements.map(({ movementId }) => movementId)).size).toBe(250);
  expect(asked).toHaveLength(3);
  expect(asked[0]?.headers).toMatchObject({
    authorization: 'Bearer rk_test',
    'stripe-account': 'acct_1',
  });
  expect(asked[0]?.url).toContain('expand%5B%5D=data.source');
});

test('says of each movement what it is, whose it is, and in cents', async () => {
  await register('po_kinds', [
    line(1),
    line(2, {
      reporting_category: 'refund',
      amount: -4_500,
      fee: 0,
      net: -4_500,
      source: { id: 're_2', charge: 'ch_2', payment_intent: 'pi_2' },
    }),
    line(3, {
      reporting_category: 'dispute',
      amount: -4_500,
      fee: 1_500,
      net: -6_000,
      source: { id: 'dp_3', charge: 'ch_3' },
    }),
    line(4, { reporting_category: 'fee', amount: -200, fee: 0, net: -200, source: null }),
    line(5, {
      reporting_category: 'risk_reserved_funds',
      amount: -1,
      fee: 0,
      net: -1,
      source: 'x',
    }),
  ]);
  expect(await listPayoutMovements('rk_test', 'po_kinds')).toMatchObject([
    { kind: 'charge', paymentId: 'pi_1', familyReference: 'TRL-7K2MX', grossCents: 4_500 },
    { kind: 'refund', paymentId: 'pi_2', grossCents: -4_500 },
    { kind: 'dispute', paymentId: 'ch_3', grossCents: -4_500, feeCents: 1_500, netCents: -6_000 },
    { kind: 'fee', grossCents: 0, feeCents: 200, netCents: -200 },
    { kind: 'adjustment', paymentId: 'x', grossCents: -1 },
  ]);
});

test.each([400, 401, 403, 404])('a %d is a refusal: no use asking again', async (status) => {
  refusal = status;
  await expect(listPayoutMovements('rk_test', 'po_1')).rejects.toMatchObject({
    name: 'PlatformRefused',
  });
});

test.each([429, 500, 503])('a %d is worth asking again', async (status) => {
  refusal = status;
  await expect(listPayoutMovements('rk_test', 'po_1')).rejects.toMatchObject({ name: 'Error' });
});

test('never follows a redirection', async () => {
  refusal = 302;
  asked.length = 0;
  await expect(listPayoutMovements('rk_test', 'po_1')).rejects.toThrow('fetch failed');
  expect(asked).toHaveLength(1);
});

test('refuses an answer in another currency, or that is no list', async () => {
  await register('po_usd', [line(1, { currency: 'usd' })]);
  await expect(listPayoutMovements('rk_test', 'po_usd')).rejects.toThrow();
  await register('po_float', [line(1, { amount: 45.5 })]);
  await expect(listPayoutMovements('rk_test', 'po_float')).rejects.toThrow();
});
