import { describe, expect, test } from 'vitest';
import { goCardlessApi } from '#functions/gateways/platforms/gocardless.ts';
import { roundedTenths } from '#functions/gateways/platforms/gocardless-items.ts';
import { movementTotals } from '#shared/domain/payments/movement.ts';
import { hasSamples, sample } from './samples.ts';
import { standInFor } from './stand-in.ts';

const { answers, asked } = standInFor('gocardless');
const access = { apiKey: 'sandbox_x', mode: 'test' } as const;

const payment = (changed: Record<string, unknown> = {}) => ({
  path: '/payments/PM1',
  body: {
    payments: {
      id: 'PM1',
      amount: 12_000,
      amount_refunded: 0,
      currency: 'EUR',
      status: 'confirmed',
      created_at: '2026-03-01T08:00:00.000Z',
      charge_date: '2026-03-10',
      description: 'Classe de mer',
      metadata: { family_ref: 'TRL-7K2MX' },
      links: { payout: 'PO1' },
      ...changed,
    },
  },
});

const payout = {
  path: '/payouts/PO1',
  body: {
    payouts: {
      id: 'PO1',
      amount: 35_867,
      currency: 'EUR',
      arrival_date: '2026-03-18',
      created_at: '2026-03-16T08:00:00.000Z',
      reference: 'COOP-7Y8K',
      status: 'paid',
    },
  },
};

const item = (type: string, amount: string, links: Record<string, string> = {}) => ({
  type,
  amount,
  links,
});
const items = (...list: readonly unknown[]) => ({
  path: '/payout_items',
  body: { payout_items: list, meta: { cursors: { after: null } } },
});

test.each([
  ['confirmed', { charge: { grossCents: 12_000, paidOn: '2026-03-10' } }],
  ['submitted', { charge: undefined, failed: false }],
  ['failed', { charge: undefined, failed: true }],
  ['charged_back', { disputes: { 'charged-back-PM1': 12_000 } }],
])('a payment that is %s', async (status, facts) => {
  await answers(payment({ status }));
  expect(await goCardlessApi.readPayment(access, 'PM1')).toMatchObject(facts);
  expect(asked[0]?.headers['gocardless-version']).toBe('2015-07-06');
});

test('A58 fees in tenths of a cent are one fee, rounded once: the payout to the cent', async () => {
  const three = ['PM1', 'PM2', 'PM3'].flatMap((id, index) => [
    item('payment_paid_out', '12000.0', { payment: id }),
    item('gocardless_fee', index === 2 ? '-44.4' : '-44.5', { payment: id }),
  ]);
  await answers(payout, items(...three));
  const lines = await goCardlessApi.readPayoutLines(access, 'PO1');
  expect(lines).toHaveLength(4);
  expect(movementTotals(lines ?? [])).toMatchObject({
    grossCents: 36_000,
    feeCents: 133,
    netCents: 35_867,
  });
  expect(await goCardlessApi.readPayout(access, 'PO1')).toMatchObject({
    status: 'paid',
    netCents: 35_867,
    arrivalOn: '2026-03-18',
    bankReference: 'COOP-7Y8K',
  });
});

test('A58 half a cent goes away from zero, and a fraction of what a family paid is refused', async () => {
  expect([5, 4, -5, -4, 15, 0].map(roundedTenths)).toEqual([1, 0, -1, 0, 2, 0]);
  await answers(payout, items(item('payment_paid_out', '12000.5', { payment: 'PM1' })));
  await expect(goCardlessApi.readPayoutLines(access, 'PO1')).rejects.toMatchObject({
    name: 'PlatformRefused',
  });
});

test('what comes back from the bank is taken from the payout', async () => {
  await answers(
    payout,
    items(
      item('payment_paid_out', '12000.0', { payment: 'PM1' }),
      item('payment_charged_back', '-12000.0', { payment: 'PM2' }),
      item('payment_refunded', '-500.0', { payment: 'PM3' }),
    ),
  );
  expect(await goCardlessApi.readPayoutLines(access, 'PO1')).toMatchObject([
    { kind: 'charge', netCents: 12_000 },
    { kind: 'dispute', movementId: 'charged-back-PM2', netCents: -12_000 },
    { kind: 'refund', netCents: -500 },
  ]);
});

test('A82 the events say what to read again, each once', async () => {
  const event = (id: string, links: Record<string, string>, at: string) => ({
    id,
    created_at: at,
    links,
  });
  await answers(
    {
      path: '/events',
      body: {
        events: [
          event('EV1', { payment: 'PM1' }, '2026-03-10T08:00:00.000Z'),
          event('EV2', { payment: 'PM1' }, '2026-03-11T08:00:00.000Z'),
          event('EV3', { payout: 'PO1' }, '2026-03-16T08:00:00.000Z'),
        ],
        meta: { cursors: { after: null } },
      },
    },
    payment(),
    payout,
  );
  expect(
    await goCardlessApi.listNews?.(access, '2026-03-10T00:00:00.000Z', '2026-03-17T09:00:00.000Z'),
  ).toMatchObject({
    payments: [{ facts: { paymentId: 'PM1' }, changedAt: '2026-03-11T08:00:00.000Z' }],
    payouts: [{ id: 'PO1' }],
  });
  expect(asked).toHaveLength(3);
});

test('A59 a payment in pounds is refused', async () => {
  await answers(payment({ currency: 'GBP' }));
  await expect(goCardlessApi.readPayment(access, 'PM1')).rejects.toMatchObject({
    name: 'PlatformRefused',
  });
});

describe.skipIf(!hasSamples)('as recorded', () => {
  test('A58 the payout of 358,67 € is made of its items', async () => {
    await answers(
      { path: '/payouts/PO0CONSTR0001', body: sample('gocardless/CONSTR-payout.json') },
      { path: '/payout_items', body: sample('gocardless/CONSTR-payout_items-tenths.json') },
    );
    const told = await goCardlessApi.readPayout(access, 'PO0CONSTR0001');
    const lines = await goCardlessApi.readPayoutLines(access, 'PO0CONSTR0001');
    expect(movementTotals(lines ?? []).netCents).toBe(told?.netCents);
  });
});
