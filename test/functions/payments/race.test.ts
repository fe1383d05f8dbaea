import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { movementsOf } from '#shared/domain/ledger/post-entry.ts';
import { getObject } from '#functions/gateways/object-store.ts';
import { handler as work } from '#functions/payments/worker.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { findAttachment } from '#functions/stores/attachments.ts';
import { listEntries, postedAmong } from '#functions/stores/entries.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import { findYear } from '#functions/stores/years.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { posted } from '#test/support/entries.ts';
import { startPlatform, streamOfInbox, workOnInbox } from '#test/support/platform.ts';
import { raceOnTable } from '#test/support/race.ts';
import { nextId, payoutObject } from '#test/support/stripe.ts';
import { stripeBalance, stripeCharge, sweptStripeCoop } from '#test/support/sweeps.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const slowMs = 120_000;
const now = '2026-03-17T09:00:00.000Z';

const withoutZeros = (balances: Readonly<Record<string, number>> = {}) =>
  Object.fromEntries(Object.entries(balances).filter(([, amount]) => amount !== 0));

/** A payout of two payments that was told, and that a sweep finds as well. */
async function toldPayout() {
  const { scope, sweep, tell, answers, families } = await sweptStripeCoop(2);
  const payoutId = nextId('po');
  const lines = families.map(({ reference }) => stripeCharge(nextId('a'), reference));
  await answers(...stripeBalance(payoutId, ...lines));
  await tell('payout.paid', payoutObject(payoutId, 8_824));
  const batch = await streamOfInbox(scope);
  return { scope, sweep, tell, payoutId, batch };
}

/** What the books hold once everything was told and nobody works any more. */
async function settled(scope: CoopScope, payoutId: string) {
  expect(await workOnInbox(scope)).toBe(0);
  const entries = postedAmong(await listEntries(scope, '2025'));
  const balances = withoutZeros((await findYear(scope, '2025'))?.balanceCents);
  expect(balances).toEqual(withoutZeros(movementsOf({ lines: entries.flatMap((e) => e.lines) })));
  expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
  return { entries, balances, payout: await findPayout(scope, 'stripe', payoutId) };
}

/** The digest of the bytes that are kept where the table says that this paper is. */
async function digestOfPaper(scope: CoopScope, paperId: string | undefined): Promise<string> {
  const paper = await findAttachment(scope, paperId ?? '');
  return sha256Hex((await getObject(paper?.objectKey ?? '')) ?? '');
}

/** Asks the table so many times, to come late to a race. */
async function linger(scope: CoopScope, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await findYear(scope, '2025');
}

/** Races in orders drawn from one seed; who comes late may come at any moment of the others' work. */
const inDrawnOrders = (race: (scheduler: fc.Scheduler, late: number) => Promise<void>) =>
  fc.assert(fc.asyncProperty(fc.scheduler(), fc.nat({ max: 30 }), race), {
    seed: 4801,
    numRuns: 10,
    endOnFailure: true,
  });

test(
  'W-07 a message told twice, a sweep and a treasurer, whoever asks the table first: one entry',
  () =>
    inDrawnOrders(async (scheduler, late) => {
      const { scope, sweep, payoutId, batch } = await toldPayout();
      await raceOnTable(scheduler, {
        worker: () => work(batch),
        'worker told again': () => work(batch),
        sweep: async () => {
          await sweep('hot', now);
          await workOnInbox(scope);
        },
        treasurer: async () => {
          await linger(scope, late);
          await posted(scope);
        },
      });
      const { entries, balances, payout } = await settled(scope, payoutId);
      const ofPayout = entries.filter(({ kind }) => kind === 'payout');
      expect(ofPayout.map(({ id }) => id)).toEqual([payout?.entryId]);
      // 18,50 € of the treasurer’s; nothing on the account of suspense (467).
      expect(balances).toEqual({ '512': 6_974, '6180': 1_850, '6278': 176, '7080': -9_000 });
      expect(await digestOfPaper(scope, payout?.voucherId)).toBe(ofPayout[0]?.voucherSha256);
    }),
  slowMs,
);

test(
  'a payout told as failed while its entry is written has none, or one that is taken back',
  () =>
    inDrawnOrders(async (scheduler, late) => {
      const { scope, tell, payoutId, batch } = await toldPayout();
      await raceOnTable(scheduler, {
        worker: () => work(batch),
        failure: async () => {
          await linger(scope, late);
          await tell('payout.failed', { ...payoutObject(payoutId, 8_824), status: 'failed' });
          const told = (await streamOfInbox(scope)).Records.at(-1);
          await work({ Records: told ? [told] : [] });
        },
      });
      const { entries, balances, payout } = await settled(scope, payoutId);
      expect(balances).toEqual({});
      expect(payout?.status).toBe('failed');
      const expected = [payout?.entryId, payout?.reversalId].filter((id) => id !== undefined);
      expect(entries.map(({ id }) => id)).toEqual(expected);
    }),
  slowMs,
);
