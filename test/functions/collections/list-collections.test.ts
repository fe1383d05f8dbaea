import { expect, test } from 'vitest';
import {
  findCollectionEndpoint,
  listCollectionsEndpoint,
} from '#shared/contract/collections/collection.ts';
import { cancelCollection } from '#functions/collections/end-collection.ts';
import { findCollection, listCollections } from '#functions/collections/list-collections.ts';
import { cancelCollectionEndpoint } from '#shared/contract/collections/families.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { ask, book, collecte, pay } from '#test/support/collections.ts';
import { newCollection } from '#test/support/platform.ts';

const list = (scope: CoopScope) =>
  listCollections(callOf(listCollectionsEndpoint, { scope, params: { coopId: scope.coopId } }));

test('lists the collectes of the cooperative, and of it only', async () => {
  const [scope, other] = [await newCoop(), await newCoop()];
  await newCollection(scope, { families: 2, title: 'Kermesse' });
  await newCollection(scope, { families: 1, title: 'Piscine' });
  await newCollection(other, { families: 1 });
  const listed = await list(scope);
  if (!listed.ok) throw new Error(listed.rejection);
  expect(listed.value.collections.map(({ title }) => title).toSorted()).toEqual([
    'Kermesse',
    'Piscine',
  ]);
  expect(listCollectionsEndpoint.response.safeParse(listed.value).success).toBe(true);
});

test('lists what waits for its entry across collectes, neither booked nor to give back', async () => {
  const scope = await newCoop();
  const trip = await collecte(scope, ['Léa M.', 'Tom B.']);
  const photos = await collecte(scope, ['Zoé']);
  const ended = await collecte(scope, ['Léa M.']);
  const noted = [
    await pay(scope, trip.collectionId, trip.familyIds[0] ?? ''),
    await pay(scope, photos.collectionId, photos.familyIds[0] ?? '', { means: 'transfer' }),
  ];
  const booked = await pay(scope, trip.collectionId, trip.familyIds[1] ?? '');
  await book(scope, trip.collectionId, [booked]);
  await pay(scope, ended.collectionId, ended.familyIds[0] ?? '');
  await ask(cancelCollectionEndpoint, cancelCollection, scope, {
    collectionId: ended.collectionId,
  });
  const listed = await list(scope);
  if (!listed.ok) throw new Error(listed.rejection);
  const { waiting } = listCollectionsEndpoint.response.parse(listed.value);
  expect(waiting.map(({ id }) => id).toSorted()).toEqual(noted.toSorted());
  expect(waiting).toContainEqual(
    expect.objectContaining({ pupil: 'Léa M.', means: 'cheque', chequeNumber: '123456' }),
  );
});

test('a collecte of another cooperative answers as one that does not exist', async () => {
  const [scope, other] = [await newCoop(), await newCoop()];
  const { collection } = await newCollection(other, { families: 1 });
  const params = { coopId: scope.coopId, collectionId: collection.id };
  expect(await findCollection(callOf(findCollectionEndpoint, { scope, params }))).toEqual({
    ok: false,
    rejection: 'not_found',
  });
});
