import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { heldBecause } from '#shared/domain/payments/held.ts';
import { startPlatform, workOnInbox } from '#test/support/platform.ts';
import { inboxOf, platformAnswers, platformOf, type Signed } from '#test/support/signed.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

/** At the beginning of a half minute, so that no test straddles two of them. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 30_000) * 30_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const uuid = '00000000-0000-4000-8000-000000000001';
const unsigned = (body: string): Signed => ({ headers: {}, body });

test.each([
  ['mollie', 'id=tr_1', 'tr_1'],
  ['sumup', `{"event_type":"CHECKOUT_STATUS_CHANGED","id":"${uuid}"}`, uuid],
  ['sumup', `{"id":"evt1","payload":{"checkout_id":"${uuid}","status":"PAID"}}`, uuid],
  ['payplug', '{"id":"pay_1","object":"payment","is_paid":true,"amount":1}', 'pay_1'],
  ['payplug', '{"id":"re_1","object":"refund","payment_id":"pay_1"}', 'pay_1'],
] as const)('A106: of what %s sends unsigned only the payment is kept', async (...args) => {
  const [scheme, body, id] = args;
  const { scope, send } = await platformOf(scheme);
  expect(await send(unsigned(body))).toBe(200);
  expect(await inboxOf(scope)).toMatchObject([{ payload: JSON.stringify({ id }) }]);
});

test.each([
  ['mollie', 'id=ord_1'],
  ['mollie', 'id=tr_1&id=tr_2'],
  ['mollie', 'id=tr_1/../secrets'],
  ['mollie', ''],
  ['sumup', '{"id":"../v0.1/me"}'],
  ['sumup', '{'],
  ['payplug', '{"id":"inst_1","object":"installment_plan"}'],
  ['payplug', `{"id":"pay_${'1'.repeat(80)}"}`],
  ['payplug', '{"id":{"$ne":""}}'],
] as const)('A106: a hint of %s that names no payment is refused: %s', async (scheme, body) => {
  const { scope, send } = await platformOf(scheme);
  expect(await send(unsigned(body))).toBe(400);
  expect(await inboxOf(scope)).toEqual([]);
});

test('A106: a payment is read again once in half a minute, however often it is named', async () => {
  const { scope, send } = await platformOf('mollie');
  for (let count = 0; count < 5; count += 1) await send(unsigned('id=tr_1'));
  expect(await inboxOf(scope)).toMatchObject([{ deliveries: 5 }]);
  vi.setSystemTime(Date.now() + 30_000);
  await send(unsigned('id=tr_1'));
  expect(await inboxOf(scope)).toHaveLength(2);
});

test('A106: random payments, well written, are stopped before they are many', async () => {
  const { scope, send } = await platformOf('mollie');
  const answers: number[] = [];
  for (let count = 0; count < 62; count += 1) answers.push(await send(unsigned(`id=tr_${count}`)));
  expect(answers.filter((status) => status === 200)).toHaveLength(60);
  expect(answers.slice(60)).toEqual([429, 429]);
  expect(await inboxOf(scope)).toHaveLength(60);
});

test('a hint is not believed: without a key to ask the platform it waits', async () => {
  const { scope, send } = await platformOf('payplug');
  await send(unsigned('{"id":"pay_1","is_paid":true}'));
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([
    { status: 'held', reason: heldBecause.access_missing },
  ]);
});

test('A106: a payment that the platform does not know has no effect', async () => {
  await platformAnswers('MOLLIE_API_URL', []);
  const { scope, send } = await platformOf('mollie', { apiKeyName: '/test/stripe-key' });
  await send(unsigned('id=tr_404'));
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([
    { status: 'failed', reason: expect.stringContaining('ne connaît pas') },
  ]);
});
