import { afterAll, beforeAll, expect, test } from 'vitest';
import { listEntries } from '#functions/stores/entries.ts';
import { listPayments } from '#functions/stores/family-payments.ts';
import { listEvents } from '#functions/stores/inbox.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import { findPlatformPayments } from '#functions/stores/platform-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { startPlatform, workOnInbox } from '#test/support/platform.ts';
import { nextId, payoutObject } from '#test/support/stripe.ts';
import {
  helloAssoPage,
  helloAssoPayment,
  stripeBalance,
  stripeCharge,
  sweptCoop,
  sweptStripeCoop,
} from '#test/support/sweeps.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const now = '2026-03-17T09:00:00.000Z';

const helloAssoCoop = (scheme: 'helloasso' | 'helloasso-address' = 'helloasso') =>
  sweptCoop({ scheme, accountId: 'ecole' }, 'HELLOASSO_API_URL');

const entriesOf = async (scope: CoopScope) =>
  (await listEntries(scope, '2025')).map(({ entryDate, lines, label }) => ({
    entryDate,
    label,
    lines: lines.map(({ accountNumber, side, amountCents }) => [accountNumber, side, amountCents]),
  }));

test('A82 W-06 what was never told is found: the same entry as when every message came', async () => {
  const missed = await sweptStripeCoop(2);
  const told = await sweptStripeCoop(2);
  const linesFor = (references: readonly string[]) =>
    references.map((reference) => stripeCharge(nextId('a'), reference));
  const missedLines = linesFor(missed.families.map(({ reference }) => reference));
  await missed.answers(...stripeBalance(nextId('po'), ...missedLines));
  expect(await missed.sweep('night', now)).toMatchObject({ found: 3, missed: 2, leftOut: 0 });
  expect(await workOnInbox(missed.scope)).toBe(0);

  const toldLines = linesFor(told.families.map(({ reference }) => reference));
  const payoutId = nextId('po');
  await told.answers(...stripeBalance(payoutId, ...toldLines));
  await told.tell('payout.paid', payoutObject(payoutId, 8_824));
  expect(await workOnInbox(told.scope)).toBe(0);
  expect(await told.sweep('night', now)).toMatchObject({ found: 0 });
  const entries = await entriesOf(missed.scope);
  expect(entries).toHaveLength(1);
  expect(entries).toEqual(await entriesOf(told.scope));
});

test('what was swept once is no news any more, and is one event', async () => {
  const { scope, sweep, answers, families } = await sweptStripeCoop();
  await answers(...stripeBalance(nextId('po'), stripeCharge(nextId('a'), families[0]?.reference)));
  expect(await sweep('hot', now)).toMatchObject({ found: 2 });
  expect(await sweep('hot', now)).toMatchObject({ found: 2 });
  expect(await listEvents(scope)).toHaveLength(2);
  await workOnInbox(scope);
  expect(await sweep('hot', now)).toMatchObject({ found: 0, missed: 0 });
});

test('W-06 a payout whose failure no message told is taken back, on the day when we heard of it', async () => {
  const { scope, sweep, answers, families } = await sweptStripeCoop();
  const line = stripeCharge(nextId('a'), families[0]?.reference);
  const payoutId = nextId('po');
  const [lines, paid] = stripeBalance(payoutId, line);
  await answers(lines, paid);
  await sweep('hot', now);
  await workOnInbox(scope);
  expect(await entriesOf(scope)).toHaveLength(1);

  const payout = paid?.body.data[0];
  await answers(lines, {
    ...paid,
    body: { data: [{ ...payout, status: 'failed' }], has_more: false },
  });
  const heardAt = '2026-03-18T09:00:00.000Z';
  expect(await sweep('hot', heardAt)).toMatchObject({ found: 1 });
  expect(await sweep('hot', '2026-03-18T09:15:00.000Z')).toMatchObject({ found: 1 });
  await workOnInbox(scope);
  expect(await findPayout(scope, 'stripe', payoutId)).toMatchObject({
    status: 'failed',
    statusToldAt: heardAt,
    reversalId: expect.any(String),
  });
  expect((await entriesOf(scope)).map(({ entryDate }) => entryDate).toSorted()).toEqual([
    '2026-03-16',
    '2026-03-18',
  ]);
  expect(await sweep('hot', heardAt)).toMatchObject({ found: 0 });
});

test('A83 a refund of a payment of three months ago is found by its last change', async () => {
  const { scope, sweep, answers } = await helloAssoCoop();
  const old = {
    date: '2025-12-03T10:00:00+01:00',
    meta: { updatedAt: '2025-12-03T10:00:05+01:00' },
  };
  await answers(helloAssoPage(helloAssoPayment(71, old)));
  await sweep('night', '2025-12-03T10:00:00.000Z');
  await workOnInbox(scope);
  const refunded = helloAssoPayment(71, {
    ...old,
    state: 'Refunded',
    refundOperations: [{ id: 51, amount: 12_000, status: 'Processed' }],
    meta: { updatedAt: '2026-03-16T08:00:00+01:00' },
  });
  await answers({
    ...helloAssoPage(refunded),
    query: { sortField: 'UpdateDate', sortOrder: 'Desc' },
  });
  expect(await sweep('night', now)).toMatchObject({ found: 1, missed: 0 });
  await workOnInbox(scope);
  expect(await findPlatformPayments(scope, 'helloasso', ['71'])).toMatchObject([
    { charge: { grossCents: 12_000 }, refundedAtLeastCents: 12_000 },
  ]);
});

test('W-18 a refund made on the platform itself ends in the entry of the payout', async () => {
  const { scope, sweep, answers, families, collectionId } = await sweptStripeCoop(2);
  const [first, second] = families.map(({ reference }) => stripeCharge(nextId('a'), reference));
  if (!first || !second) throw new Error('two families');
  const refund = {
    ...first,
    id: nextId('txn_re'),
    type: 'refund',
    reporting_category: 'refund',
    amount: -4_500,
    fee: 0,
    net: -4_500,
  };
  await answers(...stripeBalance(nextId('po'), first, second, refund));
  await sweep('hot', now);
  await workOnInbox(scope);
  expect(await entriesOf(scope)).toMatchObject([
    {
      lines: [
        ['512', 'debit', 4_324],
        ['6278', 'debit', 176],
        ['7080', 'debit', 4_500],
        ['7080', 'credit', 9_000],
      ],
    },
  ]);
  const payments = await listPayments(scope, collectionId);
  expect(payments.map(({ refundedCents }) => refundedCents).toSorted()).toEqual([0, 4_500]);
});

test('A59 what is in another currency is left out, counted, and hides nothing else', async () => {
  const { scope, sweep, answers, families } = await sweptStripeCoop();
  const good = stripeCharge(nextId('a'), families[0]?.reference);
  await answers(
    {
      path: '/v1/balance_transactions',
      body: {
        has_more: false,
        data: [stripeCharge(nextId('b'), undefined, { currency: 'usd' }), good],
      },
    },
    { path: '/v1/payouts', body: { has_more: false, data: [] } },
  );
  expect(await sweep('hot', now)).toMatchObject({ found: 1, leftOut: 1 });
  expect(await listEvents(scope)).toHaveLength(1);
});

test('a payment of a few minutes ago is taken, but its message may still be on its way', async () => {
  const { sweep, answers, families } = await sweptStripeCoop();
  const young = { created: Date.parse(now) / 1000 - 120 };
  await answers(
    {
      path: '/v1/balance_transactions',
      body: { has_more: false, data: [stripeCharge(nextId('a'), families[0]?.reference, young)] },
    },
    { path: '/v1/payouts', body: { has_more: false, data: [] } },
  );
  expect(await sweep('hot', now)).toMatchObject({ found: 1, missed: 0 });
});

test('a platform that fails changes nothing, and the next sweep finds everything', async () => {
  const { scope, sweep, answers, faults, families } = await sweptStripeCoop();
  await answers(...stripeBalance(nextId('po'), stripeCharge(nextId('a'), families[0]?.reference)));
  await faults('html');
  await expect(sweep('hot', now)).rejects.toMatchObject({ name: 'PlatformUnavailable' });
  expect(await listEvents(scope)).toHaveLength(0);
  expect(await sweep('hot', now)).toMatchObject({ found: 2 });
});

test('W-07 W-08 messages and sweeps at the same instant end in one entry', async () => {
  const { scope, sweep, tell, answers, families } = await sweptStripeCoop(3);
  const payoutId = nextId('po');
  const lines = families.map(({ reference }) => stripeCharge(nextId('a'), reference));
  await answers(...stripeBalance(payoutId, ...lines));
  await tell('payout.paid', payoutObject(payoutId, 13_236));
  const swept = async () => {
    await sweep('hot', now);
    return workOnInbox(scope);
  };
  for (let round = 0; round < 3; round += 1) {
    const failures = await Promise.all([swept(), swept(), swept(), workOnInbox(scope)]);
    if (failures.every((count) => count === 0)) break;
  }
  await workOnInbox(scope);
  expect(await entriesOf(scope)).toHaveLength(1);
  expect(await findPayout(scope, 'stripe', payoutId)).toMatchObject({ netCents: 13_236 });
});

test('W-17 a platform that nobody lets in any more is swept: its money is found and counted', async () => {
  const { scope, sweep, answers } = await helloAssoCoop('helloasso-address');
  await answers(
    helloAssoPage(helloAssoPayment(72, { meta: { updatedAt: '2026-03-17T09:50:00+01:00' } })),
  );
  expect(await sweep('hot', now)).toMatchObject({ found: 1, missed: 1 });
  await workOnInbox(scope);
  expect(await findPlatformPayments(scope, 'helloasso-address', ['72'])).toHaveLength(1);
});
