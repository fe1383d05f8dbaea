import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findPlatformPayments } from '#functions/stores/platform-payments.ts';
import { failedBecause, ignoredBecause } from '#shared/domain/payments/held.ts';
import { startPlatform, workOnInbox } from '#test/support/platform.ts';
import {
  helloAssoPayment,
  inboxOf,
  platformAnswers,
  platformOf,
  signedByHelloAsso,
} from '#test/support/signed.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());
beforeEach(() => platformAnswers('HELLOASSO_API_URL', []));

const known = (changed: object = {}) => ({
  ...helloAssoPayment().data,
  amountTip: 0,
  order: { id: 1, formName: 'Ailleurs', formSlug: 'a', organizationSlug: 'les-tilleuls' },
  payer: { firstName: 'Zoé', lastName: 'Martin' },
  items: [{ shareAmount: 4_500 }],
  refundOperations: [],
  ...changed,
});

const readable = { apiKeyName: '/test/helloasso-key' } as const;

test('A34: a payment forged from the right address has no effect: the platform does not know it', async () => {
  const { scope, send } = await platformOf('helloasso-address', readable);
  const sent = { headers: {}, body: JSON.stringify(helloAssoPayment({ id: 666 })) };
  expect(await send(sent, { sourceIp: '51.138.206.200' })).toBe(200);
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([
    { status: 'failed', reason: failedBecause.unknown_to_platform },
  ]);
  expect(await findPlatformPayments(scope, 'helloasso', ['666'])).toEqual([]);
});

test.each(['helloasso', 'helloasso-address'] as const)(
  'A34, INV-39: by %s the amount and the state are those of the platform, not of the message',
  async (scheme) => {
    await platformAnswers('HELLOASSO_API_URL', [
      { path: '/v5/payments/700001', body: known({ state: 'Refused' }) },
    ]);
    const { scope, send } = await platformOf(scheme, readable);
    const signed = signedByHelloAsso(helloAssoPayment({ amount: 999_999 }));
    expect(await send(signed, { sourceIp: '51.138.206.200' })).toBe(200);
    await workOnInbox(scope);
    const [payment] = await findPlatformPayments(scope, 'helloasso', ['700001']);
    expect(payment).toMatchObject({ failed: true });
    expect(payment?.charge).toBeUndefined();
  },
);

test('A101: the tip to HelloAsso is not the cooperative’s', async () => {
  const body = known({ amount: 5_000, amountTip: 500, items: [{ shareAmount: 4_500 }] });
  await platformAnswers('HELLOASSO_API_URL', [{ path: '/v5/payments/700001', body }]);
  const { scope, send } = await platformOf('helloasso', readable);
  await send(signedByHelloAsso(helloAssoPayment({ amount: 5_000, amountTip: 500 })));
  await workOnInbox(scope);
  const [payment] = await findPlatformPayments(scope, 'helloasso', ['700001']);
  expect(payment?.charge).toMatchObject({ grossCents: 4_500 });
});

test.each(['Check', 'Cash'])(
  'A102: a payment by %s is shown, and is in no payout',
  async (means) => {
    const { scope, send } = await platformOf('helloasso', readable);
    const changed = { paymentMeans: means, state: 'Registered' };
    await send(signedByHelloAsso(helloAssoPayment(changed)));
    await workOnInbox(scope);
    expect(await inboxOf(scope)).toMatchObject([
      { status: 'ignored', reason: ignoredBecause.paid_offline },
    ]);
    expect(await findPlatformPayments(scope, 'helloasso', ['700001'])).toEqual([]);
  },
);
