import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPlatformPayments } from '#functions/stores/platform-payments.ts';
import { receiveEvent } from '#functions/stores/received-events.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { startPlatform, workOnInbox } from '#test/support/platform.ts';
import { sweptCoop } from '#test/support/sweeps.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const now = '2026-03-17T09:00:00.000Z';

/** A payment that an earlier sweep, or a file, told of. */
const heardBefore = (
  scope: CoopScope,
  { provider, endpoint }: { readonly provider: string; readonly endpoint: string },
  paymentId: string,
  grossCents: number,
) =>
  receiveEvent(scope, {
    provider,
    eventId: `first-${paymentId}`,
    type: 'sweep.payment',
    receivedAt: now,
    endpoint,
    origin: 'sweep',
    payload: JSON.stringify({
      paymentId,
      heardOn: '2026-03-10',
      charge: { grossCents, paidOn: '2026-03-10' },
    }),
  });

const lyraPayment = (refundAmount: number | null) => ({
  path: '/api-payment/V4/Transaction/Get',
  body: {
    status: 'SUCCESS',
    answer: {
      shopId: '42229744',
      uuid: 'a'.repeat(32),
      amount: 12_000,
      currency: 'EUR',
      status: 'PAID',
      operationType: 'DEBIT',
      creationDate: '2026-03-10T19:09:32+00:00',
      orderDetails: { orderId: 'TRL-22222', mode: 'PRODUCTION' },
      transactionDetails: { cardDetails: { captureResponse: { refundAmount } } },
    },
  },
});

test('A84 a refund that no message tells is found at night: each known payment is read again', async () => {
  const { scope, digest, sweep, answers } = await sweptCoop(
    { provider: 'scellius', scheme: 'lyra', accountId: '42229744' },
    'SCELLIUS_API_URL',
  );
  await heardBefore(scope, { provider: 'scellius', endpoint: digest }, 'a'.repeat(32), 12_000);
  await workOnInbox(scope);
  await answers(lyraPayment(5_000));
  expect(await sweep('hot', now)).toMatchObject({ found: 0 });
  expect(await sweep('night', now)).toMatchObject({ found: 1 });
  await workOnInbox(scope);
  expect(await findPlatformPayments(scope, 'scellius', ['a'.repeat(32)])).toMatchObject([
    { refundedAtLeastCents: 5_000 },
  ]);
});

test('a payment that only a file named is not asked for at night: the platform knows no such id', async () => {
  const { scope, digest, sweep, answers } = await sweptCoop(
    { scheme: 'payplug' },
    'PAYPLUG_API_URL',
  );
  for (const paymentId of ['row.2026-03-10.4500.TRL-22222', 'jrb.555.2026-03-10.1', 'pay.1'])
    await heardBefore(scope, { provider: 'payplug', endpoint: digest }, paymentId, 4_500);
  await workOnInbox(scope);
  await answers({ path: '/v1/payments', body: { has_more: false, data: [] } });
  expect(await sweep('night', now)).toMatchObject({ found: 0 });
});
