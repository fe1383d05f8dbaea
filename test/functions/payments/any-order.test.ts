import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPayments } from '#functions/stores/family-payments.ts';
import { findEvent, listHeldEvents } from '#functions/stores/inbox.ts';
import { listEntries } from '#functions/stores/entries.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import { findYear } from '#functions/stores/years.ts';
import { newCoop } from '#test/support/calls.ts';
import {
  announced,
  chargeOf,
  payoutCreated,
  payoutPaid,
  refunded,
  refundOf,
  refused,
  succeeded,
  type Delivery,
} from '#test/support/messages.ts';
import { orders } from '#test/support/orders.ts';
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

const slowMs = 240_000;

async function coopWith(families: number) {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  const opened = await newCollection(scope, { families });
  const references = opened.families.map(({ reference }) => reference);
  return { scope, token, collectionId: opened.collection.id, references };
}

test(
  'W-03: announced, refused, paid, refunded and paid out: twelve of the 120 orders, one end',
  async () => {
    // All of them are played in test/domain/payments/any-order.test.ts; here, through the table.
    const every = orders([0, 1, 2, 3, 4])
      .filter((_, index) => index % 11 === 0)
      .slice(0, 12);
    for (const order of every) {
      const { scope, token, collectionId, references } = await coopWith(1);
      const charge = chargeOf(1, references[0], { fee: 100 });
      const back = refundOf(charge);
      const story: readonly Delivery[] = [
        announced(charge),
        refused(charge),
        succeeded(charge),
        refunded(back),
        payoutPaid('jp_1', [charge, back]),
      ];
      for (const index of order) {
        const [id, content] = story[index] ?? announced(charge);
        await deliver(token, id, content);
        expect(await workOnInbox(scope)).toBe(0);
      }
      expect(await listPayments(scope, collectionId)).toMatchObject([
        { state: 'received', grossCents: 4_500, refundedCents: 4_500, payoutId: 'jp_1' },
      ]);
      const entries = await listEntries(scope, '2025');
      expect(entries.map(({ lines }) => lines)).toMatchObject([
        [
          { accountNumber: '512', side: 'credit', amountCents: 100 },
          { accountNumber: '6278', side: 'debit', amountCents: 100 },
          { accountNumber: '7080', side: 'debit', amountCents: 4_500 },
          { accountNumber: '7080', side: 'credit', amountCents: 4_500 },
        ],
      ]);
    }
  },
  slowMs,
);

/** A history: families that pay, some refunded, all paid out in one or two payouts. */
const history = fc.record({
  charges: fc.array(
    fc.record({
      gross: fc.integer({ min: 100, max: 20_000 }),
      fee: fc.integer({ min: 0, max: 90 }),
      isRefunded: fc.boolean(),
      quotes: fc.boolean(),
      inSecond: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  again: fc.array(fc.nat(), { maxLength: 6 }),
  order: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  batches: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
});

test(
  'INV-43: any history, shuffled, doubled, worked in any batches: one entry a payout, nothing held',
  async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ charges, again, order, batches }) => {
        const { scope, token, collectionId, references } = await coopWith(charges.length);
        const lines = charges.map(({ gross, fee, quotes }, index) =>
          chargeOf(index, quotes ? references[index] : undefined, {
            gross,
            fee,
            campaign: 'Classe de mer CM2',
          }),
        );
        const linesOf = (inSecond: boolean) =>
          lines.flatMap((line, index) => {
            const charge = charges[index];
            if (charge?.inSecond !== inSecond) return [];
            return charge.isRefunded ? [line, refundOf(line)] : [line];
          });
        const payouts = [false, true]
          .map((inSecond) => ({ id: inSecond ? 'jp_2' : 'jp_1', lines: linesOf(inSecond) }))
          .filter((payout) => payout.lines.length > 0);
        const story: readonly Delivery[] = [
          ...lines.flatMap((line, index) => [
            announced(line),
            succeeded(line),
            ...(charges[index]?.isRefunded ? [refunded(refundOf(line))] : []),
          ]),
          ...payouts.flatMap((payout) => [
            payoutCreated(payout.id, payout.lines),
            payoutPaid(payout.id, payout.lines),
          ]),
        ];
        const doubled = [...story, ...again.map((at) => story[at % story.length]!)];
        const sent = doubled
          .map((delivery, index) => ({ delivery, at: order[index % order.length] ?? 0 }))
          .toSorted((one, other) => one.at - other.at);
        for (const [index, { delivery }] of sent.entries()) {
          await deliver(token, ...delivery);
          if (batches[index % batches.length]) expect(await workOnInbox(scope)).toBe(0);
        }
        expect(await workOnInbox(scope)).toBe(0);

        const gross = lines.reduce((sum, line) => sum + line.gross_cents, 0);
        const back = lines
          .filter((_, index) => charges[index]?.isRefunded)
          .reduce((sum, line) => sum + line.gross_cents, 0);
        const fees = lines.reduce((sum, line) => sum + line.fee_cents, 0);
        const year = await findYear(scope, '2025');
        expect(await listEntries(scope, '2025')).toHaveLength(payouts.length);
        expect(year?.lastNumber).toBe(payouts.length);
        expect(year?.balanceCents['512'] ?? 0).toBe(gross - back - fees);
        expect(year?.balanceCents['6278'] ?? 0).toBe(fees);
        expect(year?.balanceCents['7080'] ?? 0).toBe(back - gross);
        expect(Object.keys(year?.balanceCents ?? {}).toSorted()).toEqual(
          ['512', '6278', '7080'].filter((account) => account in (year?.balanceCents ?? {})),
        );
        expect(await listHeldEvents(scope)).toEqual([]);
        for (const [id] of story)
          expect((await findEvent(scope, 'jaikan', id))?.status, id).toBe('done');
        for (const { id } of payouts)
          expect((await findPayout(scope, 'jaikan', id))?.entryId).toBeDefined();
        const payments = await listPayments(scope, collectionId);
        expect(payments.reduce((sum, { grossCents }) => sum + grossCents, 0)).toBe(gross);
        expect(payments.reduce((sum, { refundedCents }) => sum + refundedCents, 0)).toBe(back);
      }),
      { numRuns: 8 },
    );
  },
  slowMs,
);
