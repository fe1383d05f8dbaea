import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import {
  depositPaymentsEndpoint,
  listCollectionsEndpoint,
  noteOfflinePaymentEndpoint,
} from '#shared/contract/collections/collection.ts';
import {
  cancelCollectionEndpoint,
  closeCollectionEndpoint,
} from '#shared/contract/collections/families.ts';
import { carryCreditEndpoint, returnChequeEndpoint } from '#shared/contract/collections/money.ts';
import { carryCredit } from '#functions/collections/carry-credit.ts';
import { depositPayments } from '#functions/collections/deposit-payments.ts';
import { cancelCollection, closeCollection } from '#functions/collections/end-collection.ts';
import { listCollections } from '#functions/collections/list-collections.ts';
import { noteOfflinePayment } from '#functions/collections/note-offline-payment.ts';
import { returnCheque } from '#functions/collections/return-cheque.ts';
import { findYear } from '#functions/stores/years.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { newCoop } from '#test/support/calls.ts';
import { ask, book, collecte, pay, seen } from '#test/support/collections.ts';

/** A cheque that came back unpaid after the credit it made was carried to the photos. */
async function overdrawn({ ends = 'cancelled' } = {}) {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.', 'Tom B.']);
  const photos = await collecte(scope, ['Léa M.'], { title: 'Photos', accountNumber: '7070' });
  const [lea = '', tom = ''] = familyIds;
  const paid = [await pay(scope, collectionId, lea), await pay(scope, collectionId, lea)];
  await book(scope, collectionId, paid);
  if (ends === 'cancelled')
    await ask(cancelCollectionEndpoint, cancelCollection, scope, { collectionId });
  await ask(carryCreditEndpoint, carryCredit, scope, {
    collectionId,
    body: {
      id: ulid(),
      familyId: lea,
      to: { collectionId: photos.collectionId, familyId: photos.familyIds[0] },
      amountCents: 4_500,
      carriedOn: '2026-03-13',
    },
  });
  for (const paymentId of paid)
    await ask(returnChequeEndpoint, returnCheque, scope, {
      collectionId,
      body: { id: ulid(), paymentId, returnedOn: '2026-03-14' },
    });
  if (ends === 'closed')
    await ask(closeCollectionEndpoint, closeCollection, scope, { collectionId });
  return { scope, collectionId, photosId: photos.collectionId, lea, tom };
}

const note = (
  { scope, collectionId, lea }: { scope: CoopScope; collectionId: string; lea: string },
  changed: Record<string, unknown> = {},
) =>
  ask(noteOfflinePaymentEndpoint, noteOfflinePayment, scope, {
    collectionId,
    body: {
      id: ulid(),
      familyId: lea,
      means: 'cheque',
      chequeNumber: '800412',
      amountCents: 4_500,
      paidOn: '2026-03-15',
      ...changed,
    },
  });

test.each(['closed', 'cancelled'])(
  'CREDIT-1: in a collecte that is %s, what a family owes is noted, then deposited: all is back to zero',
  async (ends) => {
    const owing = await overdrawn({ ends });
    const { scope, collectionId, photosId } = owing;
    expect((await seen(scope, collectionId)).families[0]).toMatchObject({ overdrawnCents: 4_500 });
    const body = { id: ulid() };
    const noted = await note(owing, body);
    expect(noted).toMatchObject({ ok: true, value: { state: 'received' } });
    expect(await note(owing, body)).toEqual(noted);
    const after = await seen(scope, collectionId);
    expect(after.collection).toMatchObject({ overdrawnCents: 0, receivedCents: 0, creditCents: 0 });
    expect(await ask(listCollectionsEndpoint, listCollections, scope, {})).toMatchObject({
      ok: true,
      value: { waiting: [{ id: body.id, collectionId, pupil: 'Léa M.' }] },
    });
    const asked = { id: ulid(), means: 'cheque', paymentIds: [body.id], depositedOn: '2026-03-16' };
    expect(
      await ask(depositPaymentsEndpoint, depositPayments, scope, { collectionId, body: asked }),
    ).toMatchObject({ ok: true });
    expect((await findYear(scope, '2025'))?.balanceCents).toMatchObject({
      '512': 4_500,
      '7080': 0,
      '7070': -4_500,
    });
    expect((await seen(scope, photosId)).families[0]).toMatchObject({ paidCents: 4_500 });
  },
);

test('CREDIT-1: refuses a cent more than what is owed, and who owes nothing', async () => {
  const owing = await overdrawn();
  expect(await note(owing, { amountCents: 4_501 })).toEqual({
    ok: false,
    rejection: 'more_than_owed',
    field: 'amountCents',
  });
  expect(await note(owing, { familyId: owing.tom })).toMatchObject({
    rejection: 'collection_closed',
  });
  expect(
    await note(owing, { amountCents: 4_000, means: 'cash', chequeNumber: undefined }),
  ).toMatchObject({
    ok: true,
  });
  expect(await note(owing, { amountCents: 501 })).toMatchObject({ rejection: 'more_than_owed' });
  expect(await note(owing, { amountCents: 500 })).toMatchObject({ ok: true });
  expect(await note(owing, { amountCents: 1 })).toMatchObject({ rejection: 'collection_closed' });
});

test('CREDIT-1: twenty at once settle it once', async () => {
  const owing = await overdrawn();
  const answers = await Promise.all(Array.from({ length: 20 }, () => note(owing)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await seen(owing.scope, owing.collectionId)).families[0]).toMatchObject({
    overdrawnCents: 0,
    paidCents: 0,
    creditCents: 0,
  });
});
