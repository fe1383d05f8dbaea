import { afterAll, beforeAll, expect, test } from 'vitest';
import { findEvent } from '#functions/stores/inbox.ts';
import { receiveEvent } from '#functions/stores/received-events.ts';
import { listWaitingEvents } from '#functions/stores/stuck-events.ts';
import { startPlatform, workOnInbox } from '#test/support/platform.ts';
import { sweptCoop } from '#test/support/sweeps.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const now = '2026-03-17T09:00:00.000Z';

/** A cooperative whose platform has nothing new to tell. */
async function quietCoop() {
  const coop = await sweptCoop({ scheme: 'stripe' }, 'STRIPE_API_URL');
  const nothing = { has_more: false, data: [] };
  await coop.answers(
    { path: '/v1/balance_transactions', body: nothing },
    { path: '/v1/payouts', body: nothing },
  );
  return coop;
}

test('A73 an event that nobody worked on is fed to the worker again, after two minutes', async () => {
  const { scope, digest, sweep } = await quietCoop();
  await receiveEvent(scope, {
    provider: 'stripe',
    eventId: 'evt_cut',
    type: 'x',
    receivedAt: '2026-03-17T08:58:30.000Z',
    endpoint: digest,
    payload: '{}',
  });
  expect(await sweep('hot', now)).toMatchObject({ stuck: 0 });
  const later = '2026-03-17T09:01:00.000Z';
  expect(await sweep('hot', later)).toMatchObject({ stuck: 1 });
  expect(await findEvent(scope, 'stripe', 'evt_cut')).toMatchObject({ status: 'received' });
  await workOnInbox(scope);
  expect(await listWaitingEvents(scope)).toEqual([]);
  expect(await sweep('hot', later)).toMatchObject({ stuck: 0 });
});

test('an event that can never be worked on is fed again ten times, no more', async () => {
  const { scope, digest, sweep } = await quietCoop();
  await receiveEvent(scope, {
    provider: 'stripe',
    eventId: 'evt_never',
    type: 'x',
    receivedAt: '2026-03-17T08:00:00.000Z',
    endpoint: digest,
    payload: '{}',
  });
  let fed = 0;
  for (let run = 0; run < 12; run += 1) fed += (await sweep('hot', now)).stuck;
  expect(fed).toBe(10);
});
