import { afterAll, beforeAll, expect, test } from 'vitest';
import { handler } from '#functions/payments/worker.ts';
import { closeYear, findYear } from '#functions/stores/years.ts';
import { listHeldEvents } from '#functions/stores/inbox.ts';
import { coopKeys } from '#functions/stores/keys.ts';
import { listEntries } from '#functions/stores/entries.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import { listPayments } from '#functions/stores/family-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit, getItem, queryAll } from '#functions/stores/table.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { openYear } from '#functions/stores/years.ts';
import {
  chargeOf,
  payoutCreated,
  payoutFailed,
  payoutPaid,
  refunded,
  refundOf,
  refused,
  succeeded,
  type Delivery,
} from '#test/support/messages.ts';
import {
  newCollection,
  coopWith,
  recordOf,
  startPlatform,
  statusOf,
  tell,
} from '#test/support/platform.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const tellOpened = async (scope: CoopScope) =>
  handler({ Records: (await queryAll(scope.pk, 'COLLECTION#')).map(recordOf) });

test('a payment goes to its family by the reference', async () => {
  const { scope, token, collectionId, charges } = await coopWith();
  const [first] = charges.map(succeeded);
  await tell(scope, token, first!);
  expect(await statusOf(scope, first!)).toBe('done');
  expect(await listPayments(scope, collectionId)).toMatchObject([
    { means: 'platform', grossCents: 4_500, state: 'received', payerName: 'Famille 1' },
  ]);
});

test('W-04: a payment told before its collecte is opened waits, then goes to it', async () => {
  const { scope, token } = await coopWith({ families: 0 });
  const charge = chargeOf(1, undefined, { campaign: 'classe de mer  CM2' });
  const [paid, payout] = [succeeded(charge), payoutPaid('jp_1', [charge])];
  await tell(scope, token, paid, payout);
  expect(await statusOf(scope, paid)).toBe('held');
  expect(await findPayout(scope, 'jaikan', 'jp_1')).toMatchObject({
    heldBecause: expect.stringContaining('aucune collecte'),
  });
  expect(await listEntries(scope, '2025')).toEqual([]);
  const { collection } = await newCollection(scope, { families: 1 });
  await tellOpened(scope);
  expect(await statusOf(scope, paid)).toBe('done');
  expect(await statusOf(scope, payout)).toBe('done');
  expect(await listHeldEvents(scope)).toEqual([]);
  expect(await listEntries(scope, '2025')).toMatchObject([{ collectionId: collection.id }]);
  const closed = await findPayout(scope, 'jaikan', 'jp_1');
  expect(closed?.heldBecause).toBeUndefined();
});

test('W-20: a payout told before its payments, and naming no family, waits for the last of them', async () => {
  const { scope, token, charges } = await coopWith({ families: 3 });
  const anonymous = charges.map(({ family_ref: _, ...line }) => line);
  const payout = payoutPaid('jp_1', anonymous);
  const [first, second, last] = charges.map(succeeded);
  for (const told of [payout, first!, second!]) {
    await tell(scope, token, told);
    expect(await statusOf(scope, payout)).toBe('held');
    expect(await listEntries(scope, '2025')).toEqual([]);
  }
  await tell(scope, token, last!);
  expect(await statusOf(scope, payout)).toBe('done');
  expect(await listEntries(scope, '2025')).toHaveLength(1);
});

test('W-20: a payout told before its payments, naming the families, is written at once and once', async () => {
  const { scope, token, collectionId, charges } = await coopWith();
  await tell(scope, token, payoutPaid('jp_1', charges));
  const books = async () => [await listEntries(scope, '2025'), await findYear(scope, '2025')];
  const before = await books();
  expect(before).toMatchObject([[{ number: 1 }], { balanceCents: { '7080': -9_000 } }]);
  for (const told of charges.map(succeeded)) {
    await tell(scope, token, told);
    expect(await statusOf(scope, told)).toBe('done');
  }
  expect(await books()).toEqual(before);
  const payments = await listPayments(scope, collectionId);
  expect(payments.map(({ payoutId }) => payoutId)).toEqual(['jp_1', 'jp_1']);
});

test('W-13: the reference of a family of another cooperative belongs nowhere here', async () => {
  const { scope, token } = await coopWith({ families: 0 });
  const other = await coopWith();
  const stranger = succeeded(other.charges[0]!);
  await tell(scope, token, stranger);
  expect(await statusOf(scope, stranger)).toBe('held');
  expect(await listPayments(other.scope, other.collectionId)).toEqual([]);
});

test('INV-41: a payment told "failed" after its entry changes nothing', async () => {
  const { scope, token, collectionId, charges } = await coopWith();
  await tell(scope, token, payoutPaid('jp_1', charges));
  const before = await listPayments(scope, collectionId);
  await tell(scope, token, ...charges.map(refused));
  expect(await listPayments(scope, collectionId)).toEqual(before);
});

test('W-18: a refund that comes alone is the family’s, on the account of its collecte', async () => {
  const { scope, token, collectionId, charges } = await coopWith();
  await tell(scope, token, payoutPaid('jp_1', charges));
  const back = refundOf(charges[0]!);
  await tell(scope, token, refunded(back), payoutPaid('jp_2', [back]));
  expect(await listEntries(scope, '2025')).toHaveLength(2);
  expect(await findYear(scope, '2025')).toMatchObject({
    balanceCents: { '512': 4_300, '6278': 200, '7080': -4_500 },
  });
  const payments = await listPayments(scope, collectionId);
  expect(payments.map(({ refundedCents }) => refundedCents).toSorted()).toEqual([0, 4_500]);
});

test('a charge that two payouts carry is written once', async () => {
  const { scope, token, charges } = await coopWith();
  await tell(scope, token, payoutPaid('jp_1', charges), payoutPaid('jp_2', charges));
  expect(await listEntries(scope, '2025')).toHaveLength(1);
  const states = await Promise.all(['jp_1', 'jp_2'].map((id) => findPayout(scope, 'jaikan', id)));
  expect(states.map((payout) => payout?.entryId !== undefined).toSorted()).toEqual([false, true]);
});

test('a payout that failed is never written; paid out again, its charges are', async () => {
  const { scope, token, charges } = await coopWith();
  await tell(scope, token, payoutFailed('jp_1', charges), payoutPaid('jp_1', charges));
  expect(await listEntries(scope, '2025')).toEqual([]);
  await tell(scope, token, payoutPaid('jp_2', charges));
  expect(await listEntries(scope, '2025')).toMatchObject([{ reference: 'JAIKAN jp_2 jp_2' }]);
});

test('A88: one cent off, and no entry is written; an exact detail closes it', async () => {
  const { scope, token, charges } = await coopWith();
  const off = payoutPaid('jp_1', charges, { amount_cents: 8_801 });
  await tell(scope, token, off);
  expect(await findPayout(scope, 'jaikan', 'jp_1')).toMatchObject({
    heldBecause: expect.stringContaining('au centime près'),
  });
  const [, content] = payoutPaid('jp_1', charges);
  const exact: Delivery = ['exact', { ...content, timestamp: '2026-03-17T08:00:00Z' }];
  await tell(scope, token, exact);
  expect(await listEntries(scope, '2025')).toHaveLength(1);
  expect(await statusOf(scope, exact)).toBe('done');
});

test('a payout announced is not written until it is paid', async () => {
  const { scope, token, charges } = await coopWith();
  await tell(scope, token, payoutCreated('jp_1', charges));
  expect(await listEntries(scope, '2025')).toEqual([]);
  expect(await findPayout(scope, 'jaikan', 'jp_1')).toMatchObject({ status: 'pending' });
});

test('A91, W-05: arriving in a closed year, it is written on the first open day, with the real date', async () => {
  const { scope, token, charges } = await coopWith();
  await commit([
    closeYear(scope, (await findYear(scope, '2025'))!),
    openYear(scope, newFiscalYear('2026')),
  ]);
  await tell(scope, token, payoutPaid('jp_1', charges));
  expect(await listEntries(scope, '2026')).toMatchObject([
    { entryDate: '2026-09-01', label: expect.stringContaining('(arrivé le 16/03/2026)') },
  ]);
});

test('without an open year it waits, and is written when the year opens', async () => {
  const { scope, token, charges } = await coopWith();
  await commit([closeYear(scope, (await findYear(scope, '2025'))!)]);
  const payout = payoutPaid('jp_1', charges);
  await tell(scope, token, payout);
  expect(await statusOf(scope, payout)).toBe('held');
  await commit([openYear(scope, newFiscalYear('2026'))]);
  const year = await getItem(coopKeys.year(scope, '2026'));
  await handler({ Records: [recordOf(year!)] });
  expect(await listEntries(scope, '2026')).toHaveLength(1);
  expect(await statusOf(scope, payout)).toBe('done');
});

test('what is not its business is left alone', async () => {
  const { scope } = await coopWith();
  expect(
    await handler({
      Records: [
        recordOf({ pk: 'NATION', sk: 'D#06', kind: 'inbox', status: 'received' }),
        recordOf({ pk: scope.pk, sk: 'COOP', kind: 'coop' }),
        { eventName: 'REMOVE', dynamodb: {} },
        {
          ...recordOf({
            pk: scope.pk,
            kind: 'inbox',
            status: 'received',
            provider: 'x',
            eventId: 'y',
          }),
        },
      ],
    }),
  ).toEqual({ batchItemFailures: [] });
});
