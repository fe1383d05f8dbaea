import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { reverseEntryEndpoint } from '#shared/contract/ledger/reverse-entry.ts';
import { day } from '#shared/domain/dates.ts';
import { reverseEntry } from '#functions/ledger/reverse-entry.ts';
import { saveDraft } from '#functions/ledger/save-draft.ts';
import { saveDraftEndpoint } from '#shared/contract/ledger/save-draft.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { findEntry, listEntries } from '#functions/stores/entries.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findYear } from '#functions/stores/years.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { posted, simpleEntry } from '#test/support/entries.ts';

const correctionOf = (change = {}) => ({ id: ulid(), entry: simpleEntry(change) });

const bodyOf = (correction?: ReturnType<typeof correctionOf>) => ({
  reversalId: ulid(),
  on: day('2026-03-15'),
  reason: 'mauvais montant',
  ...(correction && { correction }),
});

const reverse = (scope: CoopScope, entryId: string, body = bodyOf()) =>
  runAgainIfStale(() =>
    reverseEntry(
      callOf(reverseEntryEndpoint, { scope, params: { coopId: scope.coopId, entryId }, body }),
    ),
  );

test('reverses and corrects in one act: two numbers, the right balances, links both ways', async () => {
  const scope = await newCoop();
  const entry = await posted(scope);
  const correction = correctionOf({ splits: [{ accountNumber: '6180', amountCents: 1_580 }] });
  const result = await reverse(scope, entry.id, bodyOf(correction));
  expect(result).toMatchObject({
    ok: true,
    value: {
      reversal: { number: 2, reverses: entry.id },
      correction: { number: 3, corrects: entry.id },
    },
  });
  expect(await findYear(scope, '2025')).toMatchObject({
    lastNumber: 3,
    balanceCents: { '512': -1_580, '6180': 1_580 },
  });
});

test('answers an exact retry as at first, and writes nothing more', async () => {
  const scope = await newCoop();
  const entry = await posted(scope);
  const body = bodyOf(correctionOf());
  const first = await reverse(scope, entry.id, body);
  expect(await reverse(scope, entry.id, body)).toEqual(first);
  expect(await listEntries(scope, '2025')).toHaveLength(3);
});

test('of twenty reversals of one entry at once, one wins', async () => {
  const scope = await newCoop();
  const entry = await posted(scope);
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, () => reverse(scope, entry.id)),
  );
  const accepted = results.filter((result) => result.status === 'fulfilled' && result.value.ok);
  expect(accepted).toHaveLength(1);
  expect(await listEntries(scope, '2025')).toHaveLength(2);
});

test('refuses in order: unknown, draft, already reversed', async () => {
  const scope = await newCoop();
  expect(await reverse(scope, ulid())).toMatchObject({ rejection: 'not_found' });
  const entryId = ulid();
  await saveDraft(
    callOf(saveDraftEndpoint, {
      scope,
      params: { coopId: scope.coopId, entryId },
      body: { version: 0, entry: simpleEntry() },
    }),
  );
  expect(await reverse(scope, entryId)).toMatchObject({ rejection: 'entry_not_posted' });
  const entry = await posted(scope);
  await reverse(scope, entry.id);
  expect(await reverse(scope, entry.id)).toMatchObject({ rejection: 'already_reversed' });
});

test('refuses a correction that would not be accepted alone, and reverses nothing', async () => {
  const scope = await newCoop();
  const entry = await posted(scope);
  const wrong = correctionOf({ noVoucherReason: '' });
  expect(await reverse(scope, entry.id, bodyOf(wrong))).toMatchObject({
    rejection: 'voucher_missing',
  });
  expect(await findEntry(scope, entry.id)).not.toHaveProperty('reversedBy');
});

test('refuses a correction whose document never came, and reverses nothing', async () => {
  const scope = await newCoop();
  const entry = await posted(scope);
  const correction = correctionOf({ attachmentIds: [ulid()] });
  expect(await reverse(scope, entry.id, bodyOf(correction))).toMatchObject({
    rejection: 'attachment_unknown',
  });
  expect(await findEntry(scope, entry.id)).not.toHaveProperty('reversedBy');
});

test('another cooperative’s entry is as unknown as one that does not exist', async () => {
  const entry = await posted(await newCoop());
  expect(await reverse(await newCoop(), entry.id)).toEqual({ ok: false, rejection: 'not_found' });
});
