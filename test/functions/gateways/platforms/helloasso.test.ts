import { describe, expect, test } from 'vitest';
import { helloAssoApi } from '#functions/gateways/platforms/helloasso.ts';
import { movementTotals } from '#shared/domain/payments/movement.ts';
import { helloAssoPage, helloAssoPayment } from '#test/support/sweeps.ts';
import { hasSamples, sample } from './samples.ts';
import { standInFor } from './stand-in.ts';

const { asked, answers } = standInFor('helloasso');
const access = { apiKey: 'client:secret', accountId: 'ecole', mode: 'test' } as const;

const payment = (id: number, changed: Record<string, unknown> = {}) => ({
  path: `/v5/payments/${id}`,
  body: helloAssoPayment(id, changed),
});
const read = (id: number) => helloAssoApi.readPayment(access, String(id));

test('a payment is what its items share, its form, and who paid', async () => {
  await answers(
    payment(1, {
      amount: 12_300,
      amountTip: 300,
      items: [
        {
          shareAmount: 12_000,
          customFields: [{ name: 'Référence', answer: 'trl 7k2mx' }],
        },
      ],
    }),
  );
  expect(await read(1)).toMatchObject({
    paymentId: '1',
    charge: { grossCents: 12_000, paidOn: '2026-03-03' },
    familyReference: 'trl 7k2mx',
    campaign: 'Classe de mer',
    payerName: 'Camille MARTIN',
    failed: false,
  });
});

test('the key is exchanged for a token once, and the token is shown', async () => {
  const once = { ...access, apiKey: 'other:secret' };
  await answers(payment(1));
  await helloAssoApi.readPayment(once, '1');
  await helloAssoApi.readPayment(once, '1');
  expect(asked.map(({ url }) => url?.split('/').at(-1))).toEqual(['token', '1', '1']);
  expect(asked[1]?.headers.authorization).toBe('Bearer stand-in');
});

test.each([
  ['a key in one part', { ...access, apiKey: 'secret' }],
  ['no association bound', { apiKey: 'client:secret', mode: 'test' } as const],
])('%s is a refusal', async (_name, wrong) => {
  await answers(payment(1));
  await expect(helloAssoApi.readPayment(wrong, '1')).rejects.toMatchObject({
    name: 'PlatformRefused',
  });
});

test('a payment of another association, or noted by hand, is not known here', async () => {
  await answers(
    payment(1, { order: { organizationSlug: 'une-autre' } }),
    payment(2, { paymentMeans: 'Check' }),
  );
  expect(await read(1)).toBeUndefined();
  expect(await read(2)).toBeUndefined();
});

test.each([
  ['Authorized', { charge: { grossCents: 12_000 }, failed: false }],
  ['Contested', { disputes: { 'contested-1': 12_000 } }],
  ['Refunded', { charge: { grossCents: 12_000 }, refundedAtLeastCents: 12_000 }],
  ['Refused', { failed: true, charge: undefined }],
  ['Waiting', { failed: false, charge: undefined }],
])('a payment in the state %s', async (state, facts) => {
  await answers(payment(1, { state }));
  expect(await read(1)).toMatchObject(facts);
});

test('A83 walks by the last change, page after page, until one is old enough', async () => {
  const at = (updatedAt: string) => ({ meta: { updatedAt } });
  const first = helloAssoPage(helloAssoPayment(1, at('2026-03-17T10:00:00+01:00')));
  await answers(
    { ...first, body: { ...first.body, pagination: { continuationToken: 'next' } } },
    {
      ...helloAssoPage(
        helloAssoPayment(2, at('2026-03-16T10:00:00+01:00')),
        helloAssoPayment(3, at('2026-03-10T10:00:00+01:00')),
      ),
      query: { continuationToken: 'next' },
    },
  );
  const news = await helloAssoApi.listNews?.(
    access,
    '2026-03-14T00:00:00.000Z',
    '2026-03-17T09:00:00.000Z',
  );
  expect(news?.payments.map(({ facts }) => facts.paymentId)).toEqual(['1', '2']);
  const query = new URL(asked.at(-1)?.url ?? '', 'http://x').searchParams;
  expect(query.get('sortField')).toBe('UpdateDate');
  expect(query.has('from')).toBe(false);
});

const row = (paymentId: number, changed: Record<string, unknown> = {}) => ({
  campaignName: 'Classe de mer',
  operationType: 'OneTimePayment',
  credit: 120,
  debit: null,
  paymentId,
  paymentDate: '2026-03-03T10:00:00',
  paymentStatus: 'Paid',
  cashOutDate: '2026-04-10T00:00:00',
  payerFirstName: 'Camille',
  payerLastName: 'MARTIN',
  ...changed,
});
const cashOut = (...rows: readonly unknown[]) => ({
  path: '/v5/organizations/ecole/cash-out/3591881/export',
  body: rows,
});

test.each([
  ['euros', 120, 12_000],
  ['cents', 12_000, 12_000],
])('the export of a cash-out in %s is told by its payments', async (_unit, credit, cents) => {
  await answers(payment(1), payment(2), cashOut(row(1, { credit }), row(2, { credit })));
  const lines = await helloAssoApi.readPayoutLines(access, '3591881');
  expect(lines).toMatchObject([
    { movementId: '3591881-charge-1', kind: 'charge', paymentId: '1', grossCents: cents },
    { movementId: '3591881-charge-2', kind: 'charge', paymentId: '2', grossCents: cents },
  ]);
  expect(await helloAssoApi.readPayout(access, '3591881')).toMatchObject({
    status: 'paid',
    arrivalOn: '2026-04-10',
    netCents: 24_000,
  });
});

test('an export that its payments do not explain is refused', async () => {
  await answers(payment(1), cashOut(row(1, { credit: 121 })));
  await expect(helloAssoApi.readPayoutLines(access, '3591881')).rejects.toMatchObject({
    name: 'PlatformRefused',
  });
});

test('what goes back, refunded or contested, is taken from the cash-out', async () => {
  await answers(
    payment(1),
    cashOut(
      row(1),
      row(2, { credit: null, debit: 20.5, paymentStatus: 'PartiallyRefunded' }),
      row(3, { credit: null, debit: 120, paymentStatus: 'Contested' }),
    ),
  );
  expect(await helloAssoApi.readPayoutLines(access, '3591881')).toMatchObject([
    { kind: 'charge', netCents: 12_000 },
    { kind: 'refund', netCents: -2_050 },
    { kind: 'dispute', movementId: 'contested-3', netCents: -12_000 },
  ]);
});

test('a payout is known by the payments that it carries', async () => {
  const carried = {
    idCashOut: 3_591_881,
    cashOutState: 'CashedOut',
    cashOutDate: '2026-04-10T00:00:00+02:00',
  };
  await answers(
    helloAssoPage(helloAssoPayment(1, carried), helloAssoPayment(2, carried)),
    payment(1),
    payment(2),
    cashOut(row(1), row(2)),
  );
  const news = await helloAssoApi.listNews?.(
    access,
    '2026-03-01T00:00:00.000Z',
    '2026-03-17T09:00:00.000Z',
  );
  expect(news).toMatchObject({
    payments: [{ facts: { payoutId: '3591881' } }, { facts: { payoutId: '3591881' } }],
    payouts: [{ id: '3591881', netCents: 24_000, itemised: true }],
  });
});

describe.skipIf(!hasSamples)('as recorded', () => {
  test('the twenty-six payments of a trip, and their cash-out of 3 000,00 €', async () => {
    const slug = { ...access, accountId: 'ecole-jules-ferry' };
    const page = sample('helloasso/CONSTR-payments-page.json') as { data: { id: number }[] };
    await answers(
      { path: '/v5/organizations/ecole-jules-ferry/payments', body: page },
      {
        path: '/v5/organizations/ecole-jules-ferry/cash-out/3591881/export',
        body: sample('helloasso/CONSTR-cash-out-export-cents.json'),
      },
      ...page.data.map((one) => ({ path: `/v5/payments/${one.id}`, body: one })),
    );
    const news = await helloAssoApi.listNews?.(
      slug,
      '2026-03-01T00:00:00.000Z',
      '2026-03-17T09:00:00.000Z',
    );
    expect(news?.leftOut).toBe(0);
    expect(news?.payments).toHaveLength(26);
    expect(news?.payouts).toMatchObject([{ id: '3591881', netCents: 300_000 }]);
    const lines = await helloAssoApi.readPayoutLines(slug, '3591881');
    expect(movementTotals(lines ?? [])).toEqual({
      grossCents: 312_000,
      refundedCents: 12_000,
      feeCents: 0,
      netCents: 300_000,
    });
  });
});
