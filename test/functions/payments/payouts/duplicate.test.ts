import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPayoutsEndpoint } from '#shared/contract/payments/inbox.ts';
import { decidePayoutEndpoint } from '#shared/contract/payments/payouts.ts';
import { cents } from '#shared/domain/money.ts';
import { getObject } from '#functions/gateways/object-store.ts';
import { listPayouts } from '#functions/payments/list-payouts.ts';
import { decidePayout } from '#functions/payments/payouts/decide-payout.ts';
import { handler as work } from '#functions/payments/worker.ts';
import { findAttachment } from '#functions/stores/attachments.ts';
import { listEntries } from '#functions/stores/entries.ts';
import { coopKeys } from '#functions/stores/keys.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { getItem } from '#functions/stores/table.ts';
import { callOf } from '#test/support/calls.ts';
import { posted } from '#test/support/entries.ts';
import { payoutPaid } from '#test/support/messages.ts';
import { pdfText } from '#test/support/read-pdf.ts';
import { coopWith, recordOf, startPlatform, statusOf, tell } from '#test/support/platform.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const typed = (scope: CoopScope, amountCents = 8_800, entryDate = '2026-03-12') =>
  posted(scope, {
    kind: 'income',
    entryDate,
    paymentMeans: 'transfer',
    treasuryAccountNumber: '512',
    splits: [{ accountNumber: '7080', amountCents }],
  });

const decide = (scope: CoopScope, body: { kind: 'book' } | { kind: 'link'; entryId: string }) =>
  decidePayout(
    callOf(decidePayoutEndpoint, {
      scope,
      params: { coopId: scope.coopId, provider: 'jaikan', payoutId: 'jp_1' },
      body,
    }),
  );

/** What the list says of the entry that is suspected. */
const suspectOf = async (scope: CoopScope) => {
  const params = { coopId: scope.coopId };
  const listed = await listPayouts(callOf(listPayoutsEndpoint, { scope, params }));
  if (!listed.ok) throw new Error(listed.rejection);
  return listPayoutsEndpoint.response.parse(listed.value).payouts[0]?.suspect;
};

/** What the stream says once the payout was decided on. */
const streamed = async (scope: CoopScope) => {
  const item = await getItem(coopKeys.payout(scope, 'jaikan', 'jp_1'));
  return work({ Records: [recordOf(item ?? {})] });
};

test('A96: a receipt of that amount typed by hand some days before holds the payout, until it is linked', async () => {
  const { scope, token, charges } = await coopWith();
  const entry = await typed(scope);
  const paid = payoutPaid('jp_1', charges);
  await tell(scope, token, paid);
  expect(await statusOf(scope, paid)).toBe('held');
  expect(await findPayout(scope, 'jaikan', 'jp_1')).toMatchObject({
    suspectId: entry.id,
    heldBecause: expect.stringContaining('saisie à la main'),
  });
  expect(await suspectOf(scope)).toEqual({
    number: 1,
    label: entry.label,
    entryDate: '2026-03-12',
    amountCents: 8_800,
  });
  expect(await decide(scope, { kind: 'link', entryId: entry.id })).toMatchObject({ ok: true });
  expect(await suspectOf(scope)).toBeUndefined();
  await streamed(scope);
  expect(await statusOf(scope, paid)).toBe('done');
  expect(await listEntries(scope, '2025')).toHaveLength(1);
  const payout = await findPayout(scope, 'jaikan', 'jp_1');
  expect(payout).toMatchObject({ entryId: entry.id });
  expect(await findAttachment(scope, payout?.voucherId ?? '')).toMatchObject({ status: 'kept' });
  const voucher = await findAttachment(scope, payout?.voucherId ?? '');
  const text = await pdfText((await getObject(voucher?.objectKey ?? '')) ?? new Uint8Array());
  expect(text).toContain('512 Banque 88,00 €');
  expect(text).toContain('Sans projet 88,00 €');
  await tell(scope, token, payoutPaid('jp_2', charges));
  expect(await listEntries(scope, '2025')).toHaveLength(1);
});

test('A96: told that it is another receipt, the payout is booked', async () => {
  const { scope, token, charges } = await coopWith();
  await typed(scope);
  await tell(scope, token, payoutPaid('jp_1', charges));
  expect(await decide(scope, { kind: 'book' })).toMatchObject({ ok: true });
  await streamed(scope);
  await streamed(scope);
  expect(await listEntries(scope, '2025')).toHaveLength(2);
  expect(
    await decide(scope, { kind: 'link', entryId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }),
  ).toMatchObject({
    rejection: 'payout_settled',
  });
});

test.each([
  ['another amount', 8_801, '2026-03-12'],
  ['six days before', 8_800, '2026-03-10'],
])('A96: no suspicion about %s', async (_, amountCents, entryDate) => {
  const { scope, token, charges } = await coopWith();
  await typed(scope, cents(amountCents), entryDate);
  await tell(scope, token, payoutPaid('jp_1', charges));
  expect(await listEntries(scope, '2025')).toHaveLength(2);
});

test('A96: five days before is still a suspicion, and another amount cannot be linked', async () => {
  const { scope, token, charges } = await coopWith();
  await typed(scope, 8_800, '2026-03-11');
  const other = await typed(scope, 500);
  await tell(scope, token, payoutPaid('jp_1', charges));
  expect(await findPayout(scope, 'jaikan', 'jp_1')).toMatchObject({
    suspectId: expect.any(String),
  });
  expect(await decide(scope, { kind: 'link', entryId: other.id })).toMatchObject({
    rejection: 'entry_not_linkable',
  });
});
