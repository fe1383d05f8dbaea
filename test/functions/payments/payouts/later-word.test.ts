import { afterAll, beforeAll, expect, test } from 'vitest';
import { listEntries } from '#functions/stores/entries.ts';
import { bookPayout, movementOf } from './book-payout.ts';
import { findPayout, listPayouts } from '#functions/stores/payouts.ts';
import { findAttachment } from '#functions/stores/attachments.ts';
import { findYear } from '#functions/stores/years.ts';
import { coopKeys } from '#functions/stores/keys.ts';
import { commit, queryAll, updateWhere } from '#functions/stores/table.ts';
import {
  chargeOf,
  payoutFailed,
  payoutPaid,
  refundOf,
  type Delivery,
  type Line,
} from '#test/support/messages.ts';
import {
  coopWith,
  newCollection,
  startPlatform,
  statusOf,
  tell,
  workOnInbox,
} from '#test/support/platform.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const slowMs = 60_000;

/** The same payout paid, told at another instant under another id. */
const paidAt = (at: string, id: string, lines: readonly Line[]): Delivery => {
  const [, content] = payoutPaid(id, lines);
  return [`paid_${at.replaceAll(':', '')}_${id}`, { ...content, timestamp: at }];
};

const balances = async (scope: Parameters<typeof findYear>[0]) => {
  const all = Object.entries((await findYear(scope, '2025'))?.balanceCents ?? {});
  return Object.fromEntries(all.filter(([, amount]) => amount !== 0));
};

test('A86, INV-41: failed after its entry, a payout is taken back on the day of the failure; both papers stay', async () => {
  const { scope, token, charges } = await coopWith();
  const failed = payoutFailed('jp_1', charges);
  await tell(scope, token, payoutPaid('jp_1', charges));
  await tell(scope, token, failed, failed);
  await workOnInbox(scope);
  const entries = await listEntries(scope, '2025');
  expect(entries).toHaveLength(2);
  const [entry, reversal] = entries.toSorted((one) => (one.kind === 'payout' ? -1 : 1));
  expect(reversal).toMatchObject({
    kind: 'reversal',
    entryDate: '2026-03-18',
    reverses: entry?.id,
    label: expect.stringContaining('versement Jaïkan échoué'),
  });
  expect(entry).toMatchObject({ reversedBy: reversal?.id });
  expect(await balances(scope)).toEqual({});
  expect(await statusOf(scope, failed)).toBe('done');
  for (const id of entry?.attachmentIds ?? [])
    expect(await findAttachment(scope, id)).toMatchObject({ status: 'kept' });
});

test('A86: paid again under the same id, it has an entry of its own, once', async () => {
  const { scope, token, charges } = await coopWith();
  await tell(scope, token, payoutPaid('jp_1', charges), payoutFailed('jp_1', charges));
  await tell(scope, token, payoutPaid('jp_1', charges));
  await tell(scope, token, payoutFailed('jp_1', charges));
  expect(await balances(scope)).toEqual({});
  const again = paidAt('2026-03-20T08:00:00Z', 'jp_1', charges);
  await tell(scope, token, again, again);
  await workOnInbox(scope);
  expect(await balances(scope)).toEqual({ '512': 8_800, '6278': 200, '7080': -9_000 });
  const payouts = (await listEntries(scope, '2025')).filter(({ kind }) => kind === 'payout');
  expect(new Set(payouts.map(({ id }) => id)).size).toBe(payouts.length);
  expect(await findPayout(scope, 'jaikan', 'jp_1')).toMatchObject({ status: 'paid' });
});

test('A86: paid again in another payout, even before the failure is known, its charges are booked once', async () => {
  const { scope, token, charges } = await coopWith();
  await tell(scope, token, payoutPaid('jp_1', charges));
  const other = payoutPaid('jp_2', charges);
  await tell(scope, token, other);
  expect(await statusOf(scope, other)).toBe('held');
  await tell(scope, token, payoutFailed('jp_1', charges));
  expect(await statusOf(scope, other)).toBe('done');
  expect(await balances(scope)).toEqual({ '512': 8_800, '6278': 200, '7080': -9_000 });
});

test('A86: while its entry is matched with a line of the bank, a failure changes nothing and says so', async () => {
  const { scope, token, charges } = await coopWith();
  await tell(scope, token, payoutPaid('jp_1', charges));
  const [entry] = await listEntries(scope, '2025');
  await commit([
    updateWhere(coopKeys.entry(scope, '2025', entry?.id ?? ''), {
      UpdateExpression: 'SET bankMatchId = :match',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':match': 'match' },
    }),
  ]);
  const failed = payoutFailed('jp_1', charges);
  await tell(scope, token, failed);
  expect(await statusOf(scope, failed)).toBe('held');
  expect(await listEntries(scope, '2025')).toHaveLength(1);
  expect(await findPayout(scope, 'jaikan', 'jp_1')).toMatchObject({
    heldBecause: expect.stringContaining('rapprochée'),
  });
});

test('A87: more goes back than comes in: the bank is credited', async () => {
  const { scope, token, charges } = await coopWith();
  await tell(scope, token, payoutPaid('jp_1', charges));
  await tell(scope, token, payoutPaid('jp_2', charges.map(refundOf)));
  expect(await balances(scope)).toEqual({ '512': -200, '6278': 200 });
  const entries = await listEntries(scope, '2025');
  expect(entries.find(({ reference }) => reference?.includes('jp_2'))?.lines).toMatchObject([
    { accountNumber: '512', side: 'credit', amountCents: 9_000 },
    { accountNumber: '7080', side: 'debit', amountCents: 9_000 },
  ]);
});

test('A89: a payout of zero has no entry; its movements come with the next one, once', async () => {
  const { scope, token, charges } = await coopWith({ families: 3 });
  const [first, second, third] = charges;
  const back = { ...refundOf(second!), gross_cents: -4_400, net_cents: -4_400 };
  const none = payoutPaid('jp_0', [second!, back]);
  await tell(scope, token, none);
  expect(await statusOf(scope, none)).toBe('done');
  expect(await listEntries(scope, '2025')).toEqual([]);
  expect(await findPayout(scope, 'jaikan', 'jp_0')).toMatchObject({ withoutEntry: true });
  await tell(scope, token, payoutPaid('jp_1', [first!]));
  expect(await balances(scope)).toEqual({ '512': 4_400, '6278': 200, '7080': -4_600 });
  expect(await findPayout(scope, 'jaikan', 'jp_0')).toMatchObject({ carriedBy: 'jp_1' });
  await tell(scope, token, payoutPaid('jp_2', [third!]));
  expect(await balances(scope)).toEqual({ '512': 8_800, '6278': 300, '7080': -9_100 });
});

test('A99: contested eight weeks later, the family gone: in a later payout, its fee apart', async () => {
  const { scope, token, charges } = await coopWith();
  const [first] = charges;
  await tell(scope, token, payoutPaid('jp_1', charges));
  const dispute: Line = {
    ...first!,
    movement_id: 'dp_1',
    kind: 'dispute',
    gross_cents: -4_500,
    fee_cents: 1_500,
    net_cents: -6_000,
    paid_at: '2026-05-04T09:00:00Z',
  };
  await tell(scope, token, payoutPaid('jp_9', [dispute], { arrival_date: '2026-05-06' }));
  expect(await balances(scope)).toEqual({ '512': 2_800, '6278': 1_700, '7080': -4_500 });
});

test('A100, INV-42: two part refunds then the rest are taken, one more is refused and changes nothing', async () => {
  const { scope, token, charges } = await coopWith({ families: 1 });
  const [charge] = charges;
  const back = (id: string, cents: number): Line => ({
    ...refundOf(charge!),
    movement_id: id,
    gross_cents: -cents,
    net_cents: -cents,
  });
  await tell(scope, token, payoutPaid('jp_1', charges));
  await tell(
    scope,
    token,
    payoutPaid('jp_2', [back('r1', 1_000), back('r2', 1_500), back('r3', 2_000)]),
  );
  const over = payoutPaid('jp_3', [back('r4', 1)]);
  await tell(scope, token, over);
  expect(await statusOf(scope, over)).toBe('held');
  expect(await balances(scope)).toEqual({ '512': -100, '6278': 100 });
});

test(
  'A92, INV-45: fifteen hundred families in one payout of three collectes: one entry, every item small',
  async () => {
    const { scope } = await coopWith({ families: 0 });
    const titles = ['Classe de mer', 'Kermesse', 'Photos'];
    for (const title of titles) await newCollection(scope, { families: 1, title });
    const lines = Array.from({ length: 1_500 }, (_, index) =>
      movementOf(
        chargeOf(index, undefined, { gross: 12_000, fee: 213, campaign: titles[index % 3] ?? '' }),
      ),
    );
    await bookPayout(scope, 'jp_1', lines);
    await bookPayout(scope, 'jp_1', lines);
    const [entry, ...others] = await listEntries(scope, '2025');
    expect(others).toEqual([]);
    expect(entry?.lines).toHaveLength(5);
    expect(await balances(scope)).toEqual({
      '512': 17_680_500,
      '6278': 319_500,
      '7080': -18_000_000,
    });
    expect(await listPayouts(scope)).toMatchObject([
      { lineCount: 1_500, totals: { grossCents: 18_000_000 } },
    ]);
    expect((await findPayout(scope, 'jaikan', 'jp_1'))?.lines).toHaveLength(1_500);
    const sizes = (await queryAll(scope.pk, '')).map((item) => JSON.stringify(item).length);
    expect(Math.max(...sizes)).toBeLessThan(100_000);
  },
  slowMs,
);
