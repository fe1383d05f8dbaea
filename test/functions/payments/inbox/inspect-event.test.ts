import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectEventEndpoint, listUnsettledEndpoint } from '#shared/contract/payments/inbox.ts';
import { inspectEvent } from '#functions/payments/inbox/inspect-event.ts';
import { listUnsettledEvents } from '#functions/payments/inbox/list-unsettled.ts';
import { departmentScopeOf } from '#functions/stores/scope.ts';
import { queryAll } from '#functions/stores/table.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { chargeOf, succeeded } from '#test/support/messages.ts';
import {
  deliver,
  newEndpoint,
  startPlatform,
  streamOfInbox,
  workOnInbox,
} from '#test/support/platform.ts';
import { handler as work } from '#functions/payments/worker.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

async function coopThatWaits() {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  const [id, content] = succeeded(chargeOf(1, undefined));
  await deliver(token, id, content);
  await workOnInbox(scope);
  return { scope, id };
}

test('A109: a look is masked, or whole for a reason, and each leaves its trace', async () => {
  const { scope, id } = await coopThatWaits();
  const look = async (body: (typeof inspectEventEndpoint)['request']['_output']) => {
    const params = { coopId: scope.coopId, provider: 'jaikan', eventId: id };
    const answer = await inspectEvent(callOf(inspectEventEndpoint, { scope, params, body }));
    if (!answer.ok) throw new Error(answer.rejection);
    return inspectEventEndpoint.response.parse(answer.value);
  };
  const masked = await look({ kind: 'masked' });
  expect(masked.message).toBeUndefined();
  expect(JSON.stringify(masked)).not.toContain('Famille 1');
  const whole = await look({ kind: 'whole', reason: 'Appel du mandataire' });
  expect(whole.message).toContain('"payer_name":"Famille 1"');
  expect(whole.readable).toContain('\n    "payer_name": "Famille 1"');
  expect(masked.readable).toBeUndefined();
  const acts = await queryAll(scope.pk, 'AUDIT#');
  expect(acts.filter(({ act }) => act === 'read-masked-event')).toHaveLength(1);
  expect(acts.filter(({ act }) => act === 'read-whole-event')).toMatchObject([
    { target: `jaikan.${id}`, reason: 'Appel du mandataire' },
  ]);
});

test('the association sees how many events wait and why, and nobody’s name', async () => {
  const { scope } = await coopThatWaits();
  await work(await streamOfInbox(scope));
  const answer = await listUnsettledEvents(
    callOf(listUnsettledEndpoint, {
      scope: departmentScopeOf(scope.department),
      params: { department: scope.department },
    }),
  );
  if (!answer.ok) throw new Error(answer.rejection);
  const { coops } = listUnsettledEndpoint.response.parse(answer.value);
  const own = coops.find(({ coopId }) => coopId === scope.coopId);
  expect(own?.states).toEqual([
    { status: 'held', reason: expect.stringContaining('aucune collecte'), count: 1 },
  ]);
});
