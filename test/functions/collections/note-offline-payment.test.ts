import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import {
  findCollectionEndpoint,
  noteOfflinePaymentEndpoint,
} from '#shared/contract/collections/collection.ts';
import { findCollection } from '#functions/collections/list-collections.ts';
import { noteOfflinePayment } from '#functions/collections/note-offline-payment.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { coopKeys } from '#functions/stores/keys.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { changeItem } from '#functions/stores/table.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { newCollection } from '#test/support/platform.ts';

async function trip() {
  const scope = await newCoop();
  const { collection, families } = await newCollection(scope, { families: 2 });
  return { scope, collectionId: collection.id, familyId: families[0]?.id ?? '' };
}

const cheque = (familyId: string, changed: Record<string, unknown> = {}) =>
  noteOfflinePaymentEndpoint.request.parse({
    id: ulid(),
    familyId,
    means: 'cheque',
    amountCents: 4_500,
    chequeNumber: '0012345',
    payerName: 'Mme Roux',
    paidOn: '2026-03-12',
    ...changed,
  });

const note = (scope: CoopScope, collectionId: string, body: ReturnType<typeof cheque>) =>
  runAgainIfStale(() =>
    noteOfflinePayment(
      callOf(noteOfflinePaymentEndpoint, {
        scope,
        params: { coopId: scope.coopId, collectionId },
        body,
      }),
    ),
  );

test('a noted cheque counts for its family, and is not in the books yet', async () => {
  const { scope, collectionId, familyId } = await trip();
  const body = cheque(familyId);
  expect(await note(scope, collectionId, body)).toMatchObject({
    ok: true,
    value: { id: body.id, grossCents: 4_500, refundedCents: 0, state: 'received' },
  });
  const shown = await findCollection(
    callOf(findCollectionEndpoint, { scope, params: { coopId: scope.coopId, collectionId } }),
  );
  expect(shown).toMatchObject({
    ok: true,
    value: {
      collection: { receivedCents: 4_500, paidCount: 1, familyCount: 2 },
      families: [{ state: 'paid', paidCents: 4_500 }, { state: 'unpaid' }],
      payments: [{ id: body.id, chequeNumber: '0012345' }],
    },
  });
  expect(findCollectionEndpoint.response.safeParse(shown.ok && shown.value).success).toBe(true);
});

test('answers an exact retry as at first, twenty at once included', async () => {
  const { scope, collectionId, familyId } = await trip();
  const body = cheque(familyId);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => note(scope, collectionId, body)),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
});

test('refuses the same id with another content', async () => {
  const { scope, collectionId, familyId } = await trip();
  const body = cheque(familyId);
  await note(scope, collectionId, body);
  const other = cheque(familyId, { id: body.id, amountCents: 4_501 });
  expect(await note(scope, collectionId, other)).toEqual({
    ok: false,
    rejection: 'payment_id_reused',
  });
});

test.each<[string, Record<string, unknown>]>([
  ['family_unknown', { familyId: ulid() }],
  ['date_in_future', { paidOn: '2026-03-17' }],
  ['cheque_number_missing', { chequeNumber: undefined }],
])('refuses: %s', async (rejection, changed) => {
  const { scope, collectionId, familyId } = await trip();
  expect(await note(scope, collectionId, cheque(familyId, changed))).toMatchObject({
    ok: false,
    rejection,
  });
});

test('takes cash received today, without a number', async () => {
  const { scope, collectionId, familyId } = await trip();
  const cash = cheque(familyId, { means: 'cash', chequeNumber: undefined, paidOn: '2026-03-16' });
  expect(await note(scope, collectionId, cash)).toMatchObject({ ok: true });
});

test('refuses a collecte that is unknown here, or closed', async () => {
  const { scope, collectionId, familyId } = await trip();
  const other = await newCoop();
  const body = cheque(familyId);
  expect(await note(other, collectionId, body)).toMatchObject({ rejection: 'not_found' });
  await changeItem(coopKeys.collection(scope, collectionId), {
    UpdateExpression: 'SET #status = :closed',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':closed': 'closed' },
  });
  expect(await note(scope, collectionId, body)).toMatchObject({ rejection: 'collection_closed' });
});
