import { afterAll, beforeAll, expect, test } from 'vitest';
import { listInboxEndpoint } from '#shared/contract/payments/inbox.ts';
import { listInbox } from '#functions/payments/inbox/list-inbox.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { chargeOf, succeeded } from '#test/support/messages.ts';
import { deliver, newEndpoint, startPlatform, workOnInbox } from '#test/support/platform.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const list = (scope: CoopScope) =>
  listInbox(callOf(listInboxEndpoint, { scope, params: { coopId: scope.coopId } }));

test('shows what was received and what became of it, newest first, never what it says', async () => {
  const [scope, other] = [await newCoop(), await newCoop()];
  const token = await newEndpoint(scope);
  const [id, content] = succeeded(chargeOf(1, undefined));
  await deliver(token, 'msg_0', { type: 'partner.news' });
  await deliver(token, id, content);
  await deliver(token, id, content);
  await workOnInbox(scope);
  const listed = await list(scope);
  if (!listed.ok) throw new Error(listed.rejection);
  const sent = listInboxEndpoint.response.parse(listed.value);
  expect(sent.events).toMatchObject([
    {
      provider: 'jaikan',
      eventId: id,
      type: 'payment.succeeded',
      status: 'held',
      reason: expect.stringContaining('aucune collecte ouverte'),
      deliveries: 2,
    },
    { eventId: 'msg_0', status: 'ignored', deliveries: 1 },
  ]);
  expect(JSON.stringify(sent)).not.toContain('Famille 1');
  expect(await list(other)).toEqual({ ok: true, value: { events: [] } });
});
