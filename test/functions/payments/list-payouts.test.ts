import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPayoutsEndpoint } from '#shared/contract/payments/inbox.ts';
import { listPayouts } from '#functions/payments/list-payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { chargeOf, payoutCreated, payoutPaid } from '#test/support/messages.ts';
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

const list = async (scope: CoopScope) => {
  const listed = await listPayouts(
    callOf(listPayoutsEndpoint, { scope, params: { coopId: scope.coopId } }),
  );
  if (!listed.ok) throw new Error(listed.rejection);
  return listPayoutsEndpoint.response.parse(listed.value).payouts;
};

test('shows each payout with its sums, its entry, or why it waits', async () => {
  const [scope, other] = [await newCoop(), await newCoop()];
  const token = await newEndpoint(scope);
  const { families } = await newCollection(scope, { families: 1 });
  const known = chargeOf(1, families[0]?.reference, { fee: 88 });
  const unknown = chargeOf(2, undefined);
  await deliver(token, ...payoutPaid('jp_1', [known]));
  await deliver(token, ...payoutPaid('jp_2', [unknown], { arrival_date: '2026-03-15' }));
  await deliver(token, ...payoutCreated('jp_3', [], { arrival_date: '2026-03-14' }));
  await workOnInbox(scope);
  expect(await list(scope)).toMatchObject([
    {
      id: 'jp_1',
      status: 'paid',
      grossCents: 4_500,
      feeCents: 88,
      netCents: 4_412,
      lineCount: 1,
      bankReference: 'JAIKAN jp_1',
      entryId: expect.any(String),
      voucherId: expect.any(String),
    },
    { id: 'jp_2', status: 'paid', heldBecause: expect.stringContaining('aucune collecte') },
    { id: 'jp_3', status: 'pending', lineCount: 0 },
  ]);
  expect(await list(other)).toEqual([]);
});
