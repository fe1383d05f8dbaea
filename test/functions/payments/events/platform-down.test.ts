import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOnHeldEvents } from '#functions/payments/events/work-on-event.ts';
import { listEvents } from '#functions/stores/inbox.ts';
import { commit } from '#functions/stores/table.ts';
import { findEndpoint, keepEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { startPlatform, workOnInbox } from '#test/support/platform.ts';
import { nextId, payoutObject } from '#test/support/stripe.ts';
import { stripeBalance, stripeCharge, sweptStripeCoop } from '#test/support/sweeps.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const now = '2026-03-17T09:00:00.000Z';

test('what waits is left as it was while its platform is down, holds back nothing else, and is tried again', async () => {
  const { scope, token, digest, tell, answers, faults, families } = await sweptStripeCoop();
  const endpoint = await findEndpoint(digest);
  if (!endpoint) throw new Error('no endpoint');
  await commit([keepEndpoint(token, { ...endpoint, status: 'paused' })]);
  for (let time = 0; time < 2; time += 1)
    await tell('payout.paid', payoutObject(nextId('po'), 4_412));
  await workOnInbox(scope);
  const [paused] = await listEvents(scope);
  expect(paused).toMatchObject({ status: 'held' });

  await commit([keepEndpoint(token, endpoint)]);
  const line = stripeCharge(nextId('a'), families[0]?.reference);
  await answers(...stripeBalance(nextId('po'), line));
  await faults('unavailable');
  await expect(workOnHeldEvents(scope, now)).rejects.toMatchObject({ name: 'PlatformUnavailable' });
  const after = await listEvents(scope);
  expect(after.map(({ status }) => status).toSorted()).toEqual(['done', 'held']);
  expect(after.find(({ status }) => status === 'held')?.reason).toBe(paused?.reason);

  await answers(...stripeBalance(nextId('po'), stripeCharge(nextId('a'), families[0]?.reference)));
  await workOnHeldEvents(scope, now);
  expect((await listEvents(scope)).map(({ status }) => status)).toEqual(['done', 'done']);
});
