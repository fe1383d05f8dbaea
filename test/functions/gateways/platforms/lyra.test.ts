import { expect, test } from 'vitest';
import { catalogue } from '#shared/domain/payments/platform-catalogue.ts';
import { apiOf } from '#functions/gateways/platforms/apis.ts';
import { lyraApi } from '#functions/gateways/platforms/lyra.ts';
import { standInFor } from './stand-in.ts';

const { answers, asked } = standInFor('scellius');
const access = {
  provider: 'scellius',
  apiKey: 'testpassword',
  accountId: '42229744',
  mode: 'test',
} as const;
const uuid = 'b'.repeat(32);
const transaction = (changed: Record<string, unknown> = {}) => ({
  path: '/api-payment/V4/Transaction/Get',
  body: {
    status: 'SUCCESS',
    answer: {
      shopId: '42229744',
      uuid,
      amount: 12_000,
      currency: 'EUR',
      status: 'PAID',
      operationType: 'DEBIT',
      creationDate: '2026-03-10T23:30:00+00:00',
      orderDetails: { orderId: 'TRL-7K2MX', mode: 'TEST' },
      ...changed,
    },
  },
});
const read = () => lyraApi.readPayment(access, uuid);

test('a transaction is paid on its day in Paris, and asked for with the password', async () => {
  await answers(transaction());
  expect(await read()).toMatchObject({
    paymentId: uuid,
    charge: { grossCents: 12_000, paidOn: '2026-03-11' },
    familyReference: 'TRL-7K2MX',
  });
  const [, login = ''] = asked[0]?.headers.authorization?.split(' ') ?? [];
  expect(Buffer.from(login, 'base64').toString()).toBe('42229744:testpassword');
});

test('W-18 a credit is a refund of the debit before it', async () => {
  const parent = 'c'.repeat(32);
  await answers(
    transaction({
      operationType: 'CREDIT',
      transactionDetails: { parentTransactionUuid: parent },
    }),
  );
  expect(await read()).toMatchObject({ paymentId: parent, refunds: { [uuid]: 12_000 } });
});

test.each([
  ['another shop', { shopId: '1' }],
  ['the other world', { orderDetails: { mode: 'PRODUCTION' } }],
  ['another currency', { currency: 'USD' }],
])('W-14 %s is refused', async (_name, changed) => {
  await answers(transaction(changed));
  await expect(read()).rejects.toMatchObject({ name: 'PlatformRefused' });
});

test('a transaction that is not known is not; a password that is wrong is a refusal', async () => {
  const error = (errorCode: string) => ({
    ...transaction(),
    body: { status: 'ERROR', answer: { errorCode } },
  });
  await answers(error('PSP_010'));
  expect(await read()).toBeUndefined();
  await answers(error('INT_905'));
  await expect(read()).rejects.toMatchObject({ name: 'PlatformRefused' });
});

test('what is remitted is told by a file only', async () => {
  expect(await lyraApi.readPayoutLines(access, '000123')).toBeUndefined();
});

const ofLyra = catalogue.filter(({ scheme }) => apiOf(scheme) === lyraApi);

test.each([
  ['scellius', '/scellius/'],
  ['payzen', '/payzen/'],
  ['payzenformulaire', '/payzen/'],
])('the key of a shop of %s goes to its own host', async (provider, host) => {
  await lyraApi.readPayment({ ...access, provider }, uuid).catch(() => undefined);
  expect(asked.map(({ url }) => url)).toEqual([expect.stringContaining(host)]);
});

test('each platform of the engine in the catalogue has its host; no other is asked', async () => {
  expect(ofLyra.map(({ provider }) => provider)).toEqual([
    'scellius',
    'payzen',
    'payzenformulaire',
  ]);
  const other = lyraApi.readPayment({ ...access, provider: 'constructor' }, uuid);
  await expect(other).rejects.toMatchObject({ name: 'PlatformRefused' });
  expect(asked).toEqual([]);
});
