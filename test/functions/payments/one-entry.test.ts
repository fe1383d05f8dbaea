import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { applyEvent } from '#functions/payments/events/apply-event.ts';
import { handler } from '#functions/payments/worker.ts';
import { findEvent, settleEvent } from '#functions/stores/inbox.ts';
import { findYear } from '#functions/stores/years.ts';
import { inboxPartition } from '#functions/stores/keys.ts';
import { listEntries } from '#functions/stores/entries.ts';
import { queryAll } from '#functions/stores/table.ts';
import { payoutPaid, succeeded } from '#test/support/messages.ts';
import {
  deliver,
  coopWith,
  startPlatform,
  streamOfInbox,
  tell,
  workOnInbox,
} from '#test/support/platform.ts';

interface Store {
  send: (this: Store, command: object) => Promise<unknown>;
}

/** A fault of the world: the next object is stored, then the function dies. */
function dieAfterNextObject(): void {
  const store = S3Client.prototype as unknown as Store;
  const { send } = store;
  vi.spyOn(store, 'send').mockImplementation(async function (this: Store, command) {
    const answer = await send.call(this, command);
    if (!(command instanceof PutObjectCommand)) return answer;
    vi.restoreAllMocks();
    throw new Error('killed after the object was stored');
  });
}

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterEach(() => void vi.restoreAllMocks());
afterAll(() => stop());

const slowMs = 60_000;

test('W-16: killed between the voucher and the entry, the event comes again: one entry', async () => {
  const { scope, token, charges } = await coopWith();
  dieAfterNextObject();
  expect(await tell(scope, token, payoutPaid('jp_1', charges))).toBe(1);
  expect(await listEntries(scope, '2025')).toEqual([]);
  expect(await workOnInbox(scope)).toBe(0);
  expect(await workOnInbox(scope)).toBe(0);
  expect(await listEntries(scope, '2025')).toMatchObject([{ number: 1 }]);
  expect(await findYear(scope, '2025')).toMatchObject({ lastNumber: 1 });
});

test('killed once a payment was noted, before what it frees: the event comes again, and frees it', async () => {
  const { scope, token, charges } = await coopWith({ families: 1 });
  const anonymous = charges.map(({ family_ref: _, ...line }) => line);
  const [paid] = charges.map(succeeded);
  await tell(scope, token, payoutPaid('jp_1', anonymous));
  await deliver(token, ...paid!);
  const event = await findEvent(scope, 'jaikan', paid![0]);
  expect(await applyEvent(scope, event!, new Date().toISOString())).toMatchObject({
    unlocked: true,
  });
  expect(await listEntries(scope, '2025')).toEqual([]);
  expect(await workOnInbox(scope)).toBe(0);
  expect(await listEntries(scope, '2025')).toHaveLength(1);
});

test('killed once an event was settled, before what it frees: the event comes again, and frees it', async () => {
  const { scope, token, charges } = await coopWith({ families: 1 });
  const anonymous = charges.map(({ family_ref: _, ...line }) => line);
  const [paid] = charges.map(succeeded);
  await tell(scope, token, payoutPaid('jp_1', anonymous));
  await deliver(token, ...paid!);
  const batch = await streamOfInbox(scope);
  const event = await findEvent(scope, 'jaikan', paid![0]);
  const { outcome } = await applyEvent(scope, event!, new Date().toISOString());
  await settleEvent(scope, event!, outcome);
  expect(await listEntries(scope, '2025')).toEqual([]);
  expect(await handler(batch)).toEqual({ batchItemFailures: [] });
  expect(await listEntries(scope, '2025')).toHaveLength(1);
});

test(
  'W-02: twenty workers on one payout write one entry',
  async () => {
    const { scope, token, charges } = await coopWith();
    for (const [id, content] of [...charges.map(succeeded), payoutPaid('jp_1', charges)])
      await deliver(token, id, content);
    const batch = await streamOfInbox(scope);
    const answers = await Promise.all(Array.from({ length: 20 }, () => handler(batch)));
    if (answers.some(({ batchItemFailures }) => batchItemFailures.length > 0)) await handler(batch);
    expect(await listEntries(scope, '2025')).toHaveLength(1);
    expect(await findYear(scope, '2025')).toMatchObject({
      lastNumber: 1,
      balanceCents: { '512': 8_800, '6278': 200, '7080': -9_000 },
    });
    const events = await queryAll(inboxPartition(scope), 'INBOX#');
    expect(events.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
  },
  slowMs,
);
