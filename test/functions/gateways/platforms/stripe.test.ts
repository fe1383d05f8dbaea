import { expect, test } from 'vitest';
import { stripeApi } from '#functions/gateways/platforms/stripe.ts';
import { standInFor } from './stand-in.ts';

const { asked, answers, faults, register } = standInFor('stripe');
const access = { apiKey: 'rk_test', accountId: 'acct_1', mode: 'live' } as const;
const readLines = (payoutId: string) => stripeApi.readPayoutLines(access, payoutId);

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

test('reads every page, leaves the payout itself out, and shows its key', async () => {
  const own = line(0, { id: 'txn_own', type: 'payout', reporting_category: 'payout' });
  await register('po_pages', [own, ...Array.from({ length: 250 }, (_, index) => line(index))]);
  asked.length = 0;
  const movements = await readLines('po_pages');
  expect(movements).toHaveLength(250);
  expect(new Set(movements?.map(({ movementId }) => movementId)).size).toBe(250);
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
    line(6, { reporting_category: 'network_cost', amount: -5, fee: 0, net: -5, source: null }),
    line(5, {
      reporting_category: 'risk_reserved_funds',
      amount: -1,
      fee: 0,
      net: -1,
      source: 'x',
    }),
  ]);
  expect(await readLines('po_kinds')).toMatchObject([
    { kind: 'charge', paymentId: 'pi_1', familyReference: 'TRL-7K2MX', grossCents: 4_500 },
    { kind: 'refund', paymentId: 'pi_2', grossCents: -4_500 },
    { kind: 'dispute', paymentId: 'ch_3', grossCents: -4_500, feeCents: 1_500, netCents: -6_000 },
    { kind: 'fee', grossCents: 0, feeCents: 200, netCents: -200 },
    { kind: 'fee', grossCents: 0, feeCents: 5, netCents: -5 },
    { kind: 'adjustment', paymentId: 'x', grossCents: -1 },
  ]);
});

test('a payout asked for by hand has no list', async () => {
  await register('po_manual', []);
  expect(await readLines('po_manual')).toBeUndefined();
});

test('A59 refuses a movement in another currency, or that is no whole number of cents', async () => {
  await register('po_usd', [line(1, { currency: 'usd' })]);
  await expect(readLines('po_usd')).rejects.toMatchObject({ name: 'PlatformRefused' });
  await register('po_float', [line(1, { amount: 45.5 })]);
  await expect(readLines('po_float')).rejects.toMatchObject({ name: 'PlatformRefused' });
});

const charge = {
  id: 'ch_1',
  currency: 'eur',
  status: 'succeeded',
  amount: 12_000,
  amount_refunded: 2_000,
  created: 1_773_216_060,
  billing_details: { name: 'Camille  Martin' },
  metadata: { family_ref: 'TRL-7K2MX' },
};

test('reads a payment again with what went back, and knows nothing of an unknown one', async () => {
  await answers({
    path: '/v1/payment_intents/pi_1',
    body: {
      id: 'pi_1',
      currency: 'eur',
      status: 'succeeded',
      created: 1_773_216_000,
      latest_charge: charge,
    },
  });
  expect(await stripeApi.readPayment(access, 'pi_1')).toMatchObject({
    paymentId: 'pi_1',
    charge: { grossCents: 12_000, paidOn: '2026-03-11' },
    refundedAtLeastCents: 2_000,
    familyReference: 'TRL-7K2MX',
    payerName: 'Camille Martin',
  });
  expect(await stripeApi.readPayment(access, 'pi_unknown')).toBeUndefined();
});

test('A82 lists the movements of the account since an instant, and its payouts', async () => {
  const payout = {
    id: 'po_1',
    currency: 'eur',
    amount: 4_412,
    created: 1_773_216_060,
    arrival_date: 1_773_360_000,
    automatic: true,
    status: 'paid',
  };
  await answers(
    {
      path: '/v1/balance_transactions',
      body: { has_more: false, data: [line(1), line(2, { currency: 'usd' })] },
    },
    { path: '/v1/payouts', body: { has_more: false, data: [payout] } },
  );
  const news = await stripeApi.listNews?.(
    access,
    '2026-03-11T00:00:00.000Z',
    '2026-03-17T09:00:00.000Z',
  );
  expect(news).toMatchObject({
    payments: [{ facts: { paymentId: 'pi_1', charge: { grossCents: 4_500 } } }],
    payouts: [{ id: 'po_1', status: 'paid', netCents: 4_412, arrivalOn: '2026-03-13' }],
    leftOut: 1,
  });
  const query = new URL(asked[0]?.url ?? '', 'http://x').searchParams;
  expect(query.get('created[gte]')).toBe('1773187200');
});

test('the answer with another amount is another amount: nothing is taken from memory', async () => {
  await answers({ path: '/v1/charges/ch_1', body: charge });
  await faults('other-amount');
  expect(await stripeApi.readPayment(access, 'ch_1')).toMatchObject({
    charge: { grossCents: 12_001 },
  });
});
