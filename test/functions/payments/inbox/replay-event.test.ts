import { afterAll, beforeAll, expect, test } from 'vitest';
import { replayEventEndpoint } from '#shared/contract/payments/inbox.ts';
import { replayEvent } from '#functions/payments/inbox/replay-event.ts';
import { findEvent, listHeldEvents } from '#functions/stores/inbox.ts';
import { feedAgain, giveUp } from '#functions/stores/stuck-events.ts';
import { queryAll } from '#functions/stores/table.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { chargeOf, succeeded } from '#test/support/messages.ts';
import {
  deliver,
  newCollection,
  newEndpoint,
  startPlatform,
  workOnInbox,
} from '#test/support/platform.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const later = () => new Date(Date.now() + 600_000).toISOString();

const replay = (scope: CoopScope, eventId: string, now = later()) =>
  replayEvent(
    callOf(replayEventEndpoint, {
      scope,
      params: { coopId: scope.coopId, provider: 'jaikan', eventId },
      now,
    }),
  );

/** A coop that was told of a payment of no collecte: its event waits. */
async function coopThatWaits() {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  const [id, content] = succeeded(chargeOf(1, undefined));
  await deliver(token, id, content);
  await workOnInbox(scope);
  return { scope, id };
}

test('an event that waits goes back to the worker, who did it is recorded, and it ends again', async () => {
  const { scope, id } = await coopThatWaits();
  expect(await replay(scope, id)).toEqual({ ok: true, value: { status: 'received' } });
  expect(await findEvent(scope, 'jaikan', id)).toMatchObject({ status: 'received' });
  expect(await listHeldEvents(scope)).toEqual([]);
  expect(await queryAll(scope.pk, 'AUDIT#')).toContainEqual(
    expect.objectContaining({ act: 'replay-event', target: `jaikan.${id}`, by: 'camille' }),
  );
  await newCollection(scope, { families: 1, title: 'Sortie' });
  await workOnInbox(scope);
  expect((await findEvent(scope, 'jaikan', id))?.status).toBe('held');
});

test('played again twice at once, it is with the worker once', async () => {
  const { scope, id } = await coopThatWaits();
  expect((await replay(scope, id)).ok).toBe(true);
  expect(await replay(scope, id, new Date().toISOString())).toEqual({
    ok: true,
    value: { status: 'received' },
  });
  const acts = (await queryAll(scope.pk, 'AUDIT#')).filter(({ act }) => act === 'replay-event');
  expect(acts).toHaveLength(1);
});

test('an event fed ten times in vain is given up, seen by all, and played again from there', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  await deliver(token, 'msg_stuck', { type: 'partner.news' });
  const event = { provider: 'jaikan', eventId: 'msg_stuck', receivedAt: '' };
  for (let time = 0; time < 10; time += 1) {
    expect(await giveUp(scope, event)).toBe(false);
    expect(await feedAgain(scope, event, new Date().toISOString())).toBe(true);
  }
  expect(await feedAgain(scope, event, new Date().toISOString())).toBe(false);
  expect(await giveUp(scope, event)).toBe(true);
  expect(await findEvent(scope, 'jaikan', 'msg_stuck')).toMatchObject({
    status: 'abandoned',
    reason: expect.stringContaining('plusieurs essais'),
  });
  await replay(scope, 'msg_stuck');
  await workOnInbox(scope);
  expect((await findEvent(scope, 'jaikan', 'msg_stuck'))?.status).toBe('ignored');
  expect(await replay(scope, 'msg_stuck')).toMatchObject({ rejection: 'event_settled' });
});

test('rejects: not_found, for the event of another cooperative as well', async () => {
  const { id } = await coopThatWaits();
  expect(await replay(await newCoop(), id)).toMatchObject({ rejection: 'not_found' });
});
