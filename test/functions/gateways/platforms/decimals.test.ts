import { describe, expect, test } from 'vitest';
import { mollieApi } from '#functions/gateways/platforms/mollie.ts';
import { sumUpApi } from '#functions/gateways/platforms/sumup.ts';
import { movementTotals } from '#shared/domain/payments/movement.ts';
import { hasSamples, sample } from './samples.ts';
import { standInFor } from './stand-in.ts';

describe('Mollie', () => {
  const { answers, asked } = standInFor('mollie');
  const access = { apiKey: 'live_x', mode: 'live' } as const;
  const eur = (value: string) => ({ currency: 'EUR', value });
  const payment = (value: string, changed: Record<string, unknown> = {}) => ({
    path: '/v2/payments/tr_1',
    body: {
      id: 'tr_1',
      mode: 'live',
      amount: eur(value),
      status: 'paid',
      createdAt: '2026-03-10T09:00:00+00:00',
      paidAt: '2026-03-10T09:01:00+00:00',
      description: 'Classe de mer TRL-7K2MX',
      ...changed,
    },
  });
  const read = () => mollieApi.readPayment(access, 'tr_1');

  test.each([
    ['10.00', 1_000],
    ['10.0', 1_000],
  ])('A57 "%s" is read as text', async (value, cents) => {
    await answers(payment(value));
    expect(await read()).toMatchObject({ charge: { grossCents: cents } });
  });

  test.each(['1,00', '10.005', 'ten'])('A57 "%s" is refused', async (value) => {
    await answers(payment(value));
    await expect(read()).rejects.toMatchObject({ name: 'PlatformRefused' });
  });

  test('W-14 a trial is refused where money is real', async () => {
    await answers(payment('10.00', { mode: 'test' }));
    await expect(read()).rejects.toMatchObject({ name: 'PlatformRefused' });
  });

  const page = (name: string, items: readonly unknown[], next: string | null = null) => ({
    _embedded: { [name]: items },
    _links: { next: next === null ? null : { href: next } },
  });

  test('a settlement is its payments, less its costs of four decimals rounded once', async () => {
    const cost = { amountGross: eur('0.1250') };
    await answers(
      {
        path: '/v2/settlements/stl_1',
        body: {
          id: 'stl_1',
          reference: '1234567.2603.01',
          status: 'paidout',
          amount: eur('29.62'),
          settledAt: '2026-03-16T09:00:00+00:00',
          periods: { 2026: { '03': { costs: [cost, cost, cost] } } },
        },
      },
      {
        path: '/v2/settlements/stl_1/payments',
        body: page('payments', [
          { id: 'tr_1', amount: eur('20.00'), createdAt: '2026-03-10T09:00:00+00:00' },
          { id: 'tr_2', amount: eur('20.00'), createdAt: '2026-03-10T09:00:00+00:00' },
        ]),
      },
      {
        path: '/v2/settlements/stl_1/refunds',
        body: page('refunds', [
          {
            id: 're_1',
            paymentId: 'tr_1',
            amount: eur('10.00'),
            createdAt: '2026-03-11T09:00:00+00:00',
          },
        ]),
      },
    );
    const lines = await mollieApi.readPayoutLines(access, 'stl_1');
    const told = await mollieApi.readPayout(access, 'stl_1');
    expect(movementTotals(lines ?? [])).toEqual({
      grossCents: 4_000,
      refundedCents: 1_000,
      feeCents: 38,
      netCents: 2_962,
    });
    expect(told).toMatchObject({ netCents: 2_962, bankReference: '1234567.2603.01' });
  });

  test('A103 of the link to the next page only an id is taken', async () => {
    const made = (id: string) => ({ ...payment('10.00').body, id });
    await answers(
      {
        path: '/v2/payments',
        body: page('payments', [made('tr_1')], 'http://169.254.169.254/steal?from=tr_2'),
      },
      {
        path: '/v2/payments',
        query: { from: 'tr_2' },
        body: page('payments', [made('tr_2')]),
      },
    );
    const news = await mollieApi.listNews?.(
      access,
      '2026-03-10T00:00:00.000Z',
      '2026-03-17T09:00:00.000Z',
    );
    expect(news?.payments.map(({ facts }) => facts.paymentId)).toEqual(['tr_1', 'tr_2']);
    expect(asked.every(({ url }) => url?.startsWith('/local/platforms/mollie/v2/'))).toBe(true);
  });

  test.skipIf(!hasSamples)('A59 a list recorded in pounds leaves its payment out', async () => {
    await answers(
      { path: '/v2/payments', body: sample('mollie/payment-list.json') },
      {
        path: '/v2/payments',
        query: { from: 'tr_SDkzMggpvx' },
        body: page('payments', []),
      },
    );
    const news = await mollieApi.listNews?.(
      access,
      '2024-02-12T00:00:00.000Z',
      '2026-03-17T09:00:00.000Z',
    );
    expect(news).toMatchObject({ payments: [], leftOut: 1 });
  });
});

describe('SumUp', () => {
  const { answers, asked } = standInFor('sumup');
  const access = { apiKey: 'sup_sk_x', accountId: 'MH4H92C7', mode: 'live' } as const;
  const checkout = (amount: number, changed: Record<string, unknown> = {}) => ({
    path: '/v0.1/checkouts/c1',
    body: {
      id: 'c1',
      amount,
      currency: 'EUR',
      merchant_code: 'MH4H92C7',
      status: 'PAID',
      date: '2026-03-10T10:56:56+00:00',
      checkout_reference: 'TRL-7K2MX',
      transaction_code: 'T1',
      ...changed,
    },
  });
  const read = () => sumUpApi.readPayment(access, 'c1');

  test('A57 a float of euros is cents through its text, and is named as payouts name it', async () => {
    await answers(checkout(132.45));
    expect(await read()).toMatchObject({
      paymentId: 'T1',
      charge: { grossCents: 13_245 },
      familyReference: 'TRL-7K2MX',
    });
  });

  test('A57 three decimals are refused', async () => {
    await answers(checkout(10.005));
    await expect(read()).rejects.toMatchObject({ name: 'PlatformRefused' });
  });

  test('a checkout of another merchant is refused, one without a transaction is not known', async () => {
    await answers(checkout(10, { merchant_code: 'OTHER' }));
    await expect(read()).rejects.toMatchObject({ name: 'PlatformRefused' });
    await answers(checkout(10, { transaction_code: null, status: 'PENDING' }));
    expect(await read()).toBeUndefined();
  });

  const rows = [
    { type: 'PAYOUT', amount: 132.45, fee: 2.35, transaction_code: 'T1' },
    { type: 'REFUND_DEDUCTION', amount: 10.1, fee: 0, transaction_code: 'T2' },
  ].map((row) => ({
    ...row,
    date: '2026-03-17',
    currency: 'EUR',
    status: 'SUCCESSFUL',
    reference: 'R1',
  }));
  const transaction = (amount: number) => ({
    path: '/v2.1/merchants/MH4H92C7/transactions',
    body: {
      transaction_code: 'T1',
      amount,
      currency: 'EUR',
      timestamp: '2026-03-15T10:56:56.876Z',
      status: 'SUCCESSFUL',
    },
  });
  const payouts = { path: '/v1.0/merchants/MH4H92C7/payouts', body: rows };

  test.each([
    ['before its fee', 132.45, 13_245, 12_000],
    ['after its fee', 134.8, 13_480, 12_235],
  ])('a payout told %s is known by its transactions', async (_what, gross, grossCents, net) => {
    await answers(payouts, transaction(gross));
    const lines = await sumUpApi.readPayoutLines(access, '2026-03-17_R1');
    expect(movementTotals(lines ?? [])).toMatchObject({
      grossCents,
      feeCents: 235,
      refundedCents: 1_010,
      netCents: net,
    });
    expect(await sumUpApi.readPayout(access, '2026-03-17_R1')).toMatchObject({ netCents: net });
  });

  test('a payout that its transactions do not explain is refused', async () => {
    await answers(payouts, transaction(99));
    await expect(sumUpApi.readPayout(access, '2026-03-17_R1')).rejects.toMatchObject({
      name: 'PlatformRefused',
    });
  });

  const history = { path: '/v2.1/merchants/MH4H92C7/transactions/history', body: { items: [] } };
  const payoutsAsked = () => asked.filter(({ url }) => url?.includes('/payouts')).length;
  const news = () =>
    sumUpApi.listNews?.(access, '2026-03-01T09:00:00.000Z', '2026-03-17T09:00:00.000Z');

  test('what was paid out during an outage is found up to now, in one question', async () => {
    const query = { start_date: '2026-02-22', end_date: '2026-03-17' };
    await answers(history, { ...payouts, query }, transaction(132.45));
    expect(await news()).toMatchObject({
      payouts: [{ id: '2026-03-17_R1', netCents: 12_000 }],
      leftOut: 0,
    });
    expect(payoutsAsked()).toBe(1);
  });

  test('A59 a row in pounds hides the payouts of its day, and no other', async () => {
    const others = rows.map((row) => ({ ...row, date: '2026-03-16', reference: 'R0' }));
    const [first] = others;
    await answers(
      history,
      { ...payouts, body: [...rows, { ...first, currency: 'GBP' }] },
      transaction(132.45),
    );
    expect(await news()).toMatchObject({ payouts: [{ id: '2026-03-17_R1' }], leftOut: 1 });
    await answers(
      history,
      { ...payouts, body: [...rows, ...others, { ...first, currency: 'GBP' }] },
      transaction(132.45),
    );
    expect(await news()).toMatchObject({ payouts: [{ id: '2026-03-17_R1' }], leftOut: 1 });
  });
});
