import { expect, test } from 'vitest';
import {
  findCollectionEndpoint,
  listCollectionsEndpoint,
} from '#shared/contract/collections/collection.ts';
import { findCollection, listCollections } from '#functions/collections/list-collections.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
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

test('a collecte of another cooperative answers as one that does not exist', async () => {
  const [scope, other] = [await newCoop(), await newCoop()];
  const { collection } = await newCollection(other, { families: 1 });
  const params = { coopId: scope.coopId, collectionId: collection.id };
  expect(await findCollection(callOf(findCollectionEndpoint, { scope, params }))).toEqual({
    ok: false,
    rejection: 'not_found',
  });
});
