import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import {
  addFamiliesEndpoint,
  answerSeatEndpoint,
  cancelCollectionEndpoint,
  changeCollectionEndpoint,
  closeCollectionEndpoint,
} from '#shared/contract/collections/families.ts';
import { answerSeat } from '#functions/collections/answer-seat.ts';
import { addFamilies } from '#functions/collections/change-families.ts';
import {
  cancelCollection,
  changeCollection,
  closeCollection,
} from '#functions/collections/end-collection.ts';
import { newCoop } from '#test/support/calls.ts';
import { ask, collecte, pay, seen } from '#test/support/collections.ts';

const page = { provider: 'helloasso', url: 'https://www.helloasso.com/associations/tilleuls' };

test('the days, the seats and the payment page change; what is left out is removed', async () => {
  const scope = await newCoop();
  const { collectionId } = await collecte(scope, ['Léa M.'], { purpose: 'Trois jours' });
  const body = { dueOn: '2026-05-01', capacity: 25, startsOn: '2026-06-01', paymentPage: page };
  await ask(changeCollectionEndpoint, changeCollection, scope, { collectionId, body });
  const { collection } = await seen(scope, collectionId);
  expect(collection).toMatchObject(body);
  expect(collection.purpose).toBeUndefined();
});

test('refuses fewer seats than are taken already', async () => {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.', 'Tom B.']);
  for (const familyId of familyIds)
    await ask(answerSeatEndpoint, answerSeat, scope, {
      ...{ collectionId, familyId },
      body: { answer: 'confirmed' },
    });
  const change = (capacity: number) =>
    ask(changeCollectionEndpoint, changeCollection, scope, {
      collectionId,
      body: { dueOn: '2026-05-01', capacity },
    });
  expect(await change(1)).toEqual({
    ok: false,
    rejection: 'capacity_too_small',
    field: 'capacity',
  });
  expect(await change(2)).toMatchObject({ ok: true });
});

test('refuses a page that is not of the platform', async () => {
  const scope = await newCoop();
  const { collectionId } = await collecte(scope, ['Léa M.']);
  const paymentPage = { ...page, url: 'https://exemple.fr/helloasso.com' };
  const body = { dueOn: '2026-05-01', paymentPage };
  expect(
    await ask(changeCollectionEndpoint, changeCollection, scope, { collectionId, body }),
  ).toMatchObject({ rejection: 'payment_page_refused' });
});

test('a closed collecte keeps what was paid and takes no family more', async () => {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.', 'Tom B.']);
  await pay(scope, collectionId, familyIds[0] ?? '');
  const close = () => ask(closeCollectionEndpoint, closeCollection, scope, { collectionId });
  const first = await close();
  expect(first).toMatchObject({ value: { collection: { status: 'closed', paidCount: 1 } } });
  expect(await close()).toEqual(first);
  const families = [{ id: ulid(), pupil: 'Zoé', className: 'CM2' }];
  expect(
    await ask(addFamiliesEndpoint, addFamilies, scope, { collectionId, body: { families } }),
  ).toMatchObject({ rejection: 'collection_closed' });
  await expect(pay(scope, collectionId, familyIds[1] ?? '')).rejects.toThrow('collection_closed');
});

test('INV-46: once cancelled, nothing is awaited and all that was paid is a credit', async () => {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.', 'Tom B.']);
  await pay(scope, collectionId, familyIds[0] ?? '', { amountCents: 2_000 });
  const cancel = () => ask(cancelCollectionEndpoint, cancelCollection, scope, { collectionId });
  const first = await cancel();
  expect(first).toMatchObject({
    value: {
      collection: { status: 'cancelled', expectedTotalCents: 0, creditCents: 2_000 },
      families: [
        { pupil: 'Léa M.', state: 'overpaid', creditCents: 2_000 },
        { pupil: 'Tom B.', state: 'free', creditCents: 0 },
      ],
    },
  });
  expect(await cancel()).toEqual(first);
  expect(
    await ask(closeCollectionEndpoint, closeCollection, scope, { collectionId }),
  ).toMatchObject({ rejection: 'collection_closed' });
});
