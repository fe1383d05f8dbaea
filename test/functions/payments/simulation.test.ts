import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { listEntries } from '#functions/stores/entries.ts';
import { findYear } from '#functions/stores/years.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { payoutPaid, refunded, refundOf, shuffled, succeeded } from '#test/support/messages.ts';
import { coopWith, deliver, startPlatform, workOnInbox } from '#test/support/platform.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());
afterEach(() => vi.restoreAllMocks());

const slowMs = 40_000;

const balances = async (scope: CoopScope) => {
  const all = Object.entries((await findYear(scope, '2025'))?.balanceCents ?? {});
  return Object.fromEntries(all.filter(([, amount]) => amount !== 0));
};

/** The worker is stopped before some of its first writes, as a function that is cut short. */
function cutWrites(seed: string): { readonly cuts: () => number } {
  const numbers = new Set(shuffled([...Array(60).keys()], seed).slice(0, 20));
  const whole = DynamoDBDocumentClient.prototype;
  const send = Reflect.get(whole, 'send') as (...parts: readonly unknown[]) => unknown;
  let writes = 0;
  let cuts = 0;
  const cutting = function (this: unknown, ...parts: readonly unknown[]): unknown {
    if (!(parts[0] instanceof TransactWriteCommand) || !numbers.has((writes += 1)))
      return send.apply(this, [...parts]);
    cuts += 1;
    return Promise.reject(new Error('the function was cut short'));
  };
  vi.spyOn(whole, 'send').mockImplementation(cutting as never);
  return { cuts: () => cuts };
}

/** Works until the stream has nothing left to give again. */
async function workUntilDone(scope: CoopScope): Promise<void> {
  for (let round = 0; round < 60; round += 1) {
    const failed = await Promise.all([workOnInbox(scope), workOnInbox(scope)]);
    if (failed.every((count) => count === 0)) return;
  }
  throw new Error('the worker never ends');
}

test.each(['spring', 'summer', 'autumn'])(
  'W-05 W-07 A74 A75 two workers cut short again and again end in the same books (%s)',
  async (season) => {
    const { scope, token, charges } = await coopWith({ families: 4 });
    const back = refundOf(charges[3]!);
    const story = [
      ...charges.map(succeeded),
      refunded(back),
      payoutPaid('po_4801', charges.slice(0, 2)),
      payoutPaid('po_4802', [...charges.slice(2), back]),
    ];
    const sent = shuffled([...story, ...story], season);
    for (const [id, content] of sent) expect(await deliver(token, id, content)).toBe(200);
    const { cuts } = cutWrites(season);
    await workUntilDone(scope);
    expect(cuts()).toBeGreaterThan(0);
    vi.restoreAllMocks();
    await workUntilDone(scope);
    const entries = await listEntries(scope, '2025');
    expect(entries.map(({ kind }) => kind)).toEqual(['payout', 'payout']);
    expect(await balances(scope)).toEqual({ '512': 13_100, '6278': 400, '7080': -13_500 });
  },
  slowMs,
);
