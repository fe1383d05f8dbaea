import { afterAll, beforeAll, expect, test } from 'vitest';
import { findEvent } from '#functions/stores/inbox.ts';
import { queryAll } from '#functions/stores/table.ts';
import { succeeded, type Delivery } from '#test/support/messages.ts';
import { coopWith, startPlatform, statusOf, tell } from '#test/support/platform.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

test('W-12: an unknown type is kept and ignored, fields we do not know are left out', async () => {
  const { scope, token, charges } = await coopWith();
  const unknown: Delivery = ['msg_v2', { type: 'payment.reviewed', version: 2 }];
  const [id, content] = succeeded(charges[0]!);
  const richer: Delivery = [
    id,
    { ...content, version: 9, data: { ...charges[0], colour: 'blue' } },
  ];
  await tell(scope, token, unknown, richer);
  expect(await statusOf(scope, unknown)).toBe('ignored');
  expect(await statusOf(scope, richer)).toBe('done');
});

test.each<[string, Record<string, unknown>]>([
  ['an amount in euros', { gross_cents: 45.5 }],
  ['an amount as text', { gross_cents: '4500' }],
  ['a net that is not gross less fee', { net_cents: 4_500 }],
  ['a charge of nothing', { gross_cents: 0, fee_cents: 0, net_cents: 0 }],
  ['another kind than its type', { kind: 'refund', gross_cents: -4_500, net_cents: -4_600 }],
  ['no payment', { payment_id: undefined }],
  ['an id that is no id', { payment_id: 'a#b' }],
])('W-12: a message with %s is kept as failed, without effect', async (_, changed) => {
  const { scope, token, charges } = await coopWith();
  const [id, content] = succeeded(charges[0]!);
  const bad: Delivery = [id, { ...content, data: { ...charges[0], ...changed } }];
  expect(await tell(scope, token, bad)).toBe(0);
  expect(await findEvent(scope, 'jaikan', id)).toMatchObject({
    status: 'failed',
    reason: expect.stringContaining('format'),
  });
  expect(await queryAll(scope.pk, 'PLATFORMPAYMENT#')).toEqual([]);
});
