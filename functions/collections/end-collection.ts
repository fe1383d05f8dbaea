import type {
  cancelCollectionEndpoint,
  changeCollectionEndpoint,
  closeCollectionEndpoint,
} from '#shared/contract/collections/families.ts';
import { checkSettings } from '#shared/domain/collections/collection.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { changeSettings, findCollection, moveCollection } from '#functions/stores/collections.ts';
import { commit } from '#functions/stores/table.ts';
import { actOf } from './act-of.ts';
import { shownOf } from './list-collections.ts';

/** Changes what may change of an open collecte. */
export const changeCollection: UseCase<typeof changeCollectionEndpoint> = async (call) => {
  const { scope, params, body } = call;
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  if (collection.status !== 'open') return reject('collection_closed');
  const settings = checkSettings(body);
  if (!settings.ok) return settings;
  if ((body.capacity ?? Infinity) < collection.seatsTaken)
    return reject('capacity_too_small', 'capacity');
  await commit([
    changeSettings(scope, collection.id, body),
    recordAct(scope, actOf(call, 'change-collection', collection.id)),
  ]);
  return accept(await shownOf(scope, collection));
};

/** Ends a collecte: nothing more is asked of families; what they paid stays. */
export const closeCollection: UseCase<typeof closeCollectionEndpoint> = async (call) => {
  const { scope, params } = call;
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  if (collection.status === 'cancelled') return reject('collection_closed');
  if (collection.status === 'open')
    await commit([
      moveCollection(scope, collection.id, 'open', 'closed'),
      recordAct(scope, actOf(call, 'close-collection', collection.id)),
    ]);
  return accept(await shownOf(scope, collection));
};

/** Cancels a collecte: all that a family paid becomes its credit, to give back or to carry. */
export const cancelCollection: UseCase<typeof cancelCollectionEndpoint> = async (call) => {
  const { scope, params } = call;
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  if (collection.status !== 'cancelled')
    await commit([
      moveCollection(scope, collection.id, collection.status, 'cancelled'),
      recordAct(scope, actOf(call, 'cancel-collection', collection.id)),
    ]);
  return accept(await shownOf(scope, collection));
};
