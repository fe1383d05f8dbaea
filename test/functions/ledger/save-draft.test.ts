import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { postEntryEndpoint } from '#shared/contract/ledger/post-entry.ts';
import { discardDraftEndpoint, saveDraftEndpoint } from '#shared/contract/ledger/save-draft.ts';
import { discardDraft } from '#functions/ledger/discard-draft.ts';
import { postEntry } from '#functions/ledger/post-entry.ts';
import { saveDraft } from '#functions/ledger/save-draft.ts';
import { findEntry, listEntries } from '#functions/stores/entries.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findYear } from '#functions/stores/years.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { posted, simpleEntry } from '#test/support/entries.ts';

const save = (scope: CoopScope, entryId: string, version: number, change = {}) =>
  saveDraft(
    callOf(saveDraftEndpoint, {
      scope,
      params: { coopId: scope.coopId, entryId },
      body: { version, entry: simpleEntry(change) },
    }),
  );

test('a draft has no number and moves no balance', async () => {
  const scope = await newCoop();
  const saved = await save(scope, ulid(), 0);
  expect(saved).toMatchObject({ ok: true, value: { status: 'draft', version: 1 } });
  expect(await findYear(scope, '2025')).toMatchObject({ lastNumber: 0, balanceCents: {} });
});

test('refuses to overwrite what somebody else changed meanwhile', async () => {
  const scope = await newCoop();
  const id = ulid();
  await save(scope, id, 0);
  await save(scope, id, 1, { label: 'Car' });
  expect(await save(scope, id, 1, { label: 'Train' })).toMatchObject({
    rejection: 'draft_changed',
  });
  expect(await save(scope, id, 2, { label: 'Train' })).toMatchObject({ value: { version: 3 } });
});

test('saving the same content again answers as before', async () => {
  const scope = await newCoop();
  const id = ulid();
  const first = await save(scope, id, 0);
  expect(await save(scope, id, 0)).toEqual(first);
});

test('a draft that is posted is numbered in place; then it is no draft any more', async () => {
  const scope = await newCoop();
  const id = ulid();
  await save(scope, id, 0);
  const body = { id, entry: simpleEntry() };
  await postEntry(callOf(postEntryEndpoint, { scope, params: { coopId: scope.coopId }, body }));
  expect(await listEntries(scope, '2025')).toMatchObject([{ id, status: 'posted', number: 1 }]);
  expect(await save(scope, id, 1, { label: 'Car' })).toMatchObject({
    rejection: 'entry_id_reused',
  });
});

test('a draft moved to another year leaves the first one', async () => {
  const scope = await newCoop();
  const id = ulid();
  await save(scope, id, 0);
  await save(scope, id, 1, { entryDate: '2026-09-02' });
  expect(await listEntries(scope, '2025')).toEqual([]);
  expect(await listEntries(scope, '2026')).toMatchObject([{ id, version: 2 }]);
});

test('a draft is discarded, once; a posted entry never', async () => {
  const scope = await newCoop();
  const id = ulid();
  const discard = (entryId: string) =>
    discardDraft(
      callOf(discardDraftEndpoint, { scope, params: { coopId: scope.coopId, entryId } }),
    );
  await save(scope, id, 0);
  expect(await discard(id)).toEqual({ ok: true, value: { discarded: true } });
  expect(await findEntry(scope, id)).toBeUndefined();
  expect(await discard(id)).toEqual({ ok: true, value: { discarded: false } });
  expect(await discard((await posted(scope)).id)).toMatchObject({ rejection: 'entry_id_reused' });
});
