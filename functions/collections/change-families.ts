import type {
  addFamiliesEndpoint,
  changeFamilyEndpoint,
  removeFamilyEndpoint,
} from '#shared/contract/collections/families.ts';
import {
  familyFacts,
  isFree,
  type Family,
  type NewFamily,
} from '#shared/domain/collections/collection.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import {
  changeFamily as replaceFamily,
  findCollection,
  findFamily,
  listFamilies,
  moveSeats,
  removeFamily as deleteFamily,
  requireOpenCollection,
} from '#functions/stores/collections.ts';
import { listCarries, listPayments } from '#functions/stores/family-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { actOf } from './act-of.ts';
import { shownOf } from './list-collections.ts';
import { writeFamilies } from './write-families.ts';

/** Adds families to an open collecte. The same ones again are left as they are. */
export const addFamilies: UseCase<typeof addFamiliesEndpoint> = async (call) => {
  const { scope, params, body } = call;
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  const there = new Map(
    (await listFamilies(scope, collection.id)).map((family) => [family.id, family]),
  );
  const asked = (family: NewFamily) => familyFacts(family, collection.expectedCents);
  const kept = (family: Family | undefined) =>
    family && familyFacts(family, collection.expectedCents);
  const known = body.families.filter(({ id }) => there.has(id));
  if (known.some((family) => asked(family) !== kept(there.get(family.id))))
    return reject('family_id_reused', 'families');
  const missing = body.families.filter(({ id }) => !there.has(id));
  if (missing.length === 0) return accept(await shownOf(scope, collection));
  if (collection.status !== 'open') return reject('collection_closed');
  if (new Set(missing.map(({ id }) => id)).size !== missing.length)
    return reject('input_invalid', 'families');
  if (isFree(collection) && missing.some(({ expectedCents = 0 }) => expectedCents > 0))
    return reject('input_invalid', 'families');
  await writeFamilies(scope, collection, missing);
  await commit([
    requireOpenCollection(scope, collection.id),
    recordAct(scope, actOf(call, 'add-families', collection.id)),
  ]);
  return accept(await shownOf(scope, collection));
};

/** Changes what is asked of a family, its class or its mail; why is nobody's business. */
export const changeFamily: UseCase<typeof changeFamilyEndpoint> = async (call) => {
  const { scope, params, body } = call;
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  const family = await findFamily(scope, collection.id, params.familyId);
  if (!family) return reject('family_unknown');
  if (collection.status !== 'open') return reject('collection_closed');
  if (isFree(collection) && body.expectedCents > 0) return reject('input_invalid', 'expectedCents');
  await commit([
    replaceFamily(scope, { ...family, ...body, contactMail: body.contactMail }),
    requireOpenCollection(scope, collection.id),
    recordAct(scope, actOf(call, 'change-family', family.id)),
  ]);
  return accept(await shownOf(scope, collection));
};

/** Removes a family that paid nothing and carried nothing; its seat is given back. */
export const removeFamily: UseCase<typeof removeFamilyEndpoint> = async (call) => {
  const { scope, params } = call;
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  const family = await findFamily(scope, collection.id, params.familyId);
  if (!family) return accept({ removed: false });
  if (await hasMoney(scope, family)) return reject('family_has_money');
  await commit([
    ...deleteFamily(scope, family),
    ...(family.seat === 'confirmed' ? [moveSeats(scope, collection, -1)] : []),
    recordAct(scope, actOf(call, 'remove-family', family.id)),
  ]);
  return accept({ removed: true });
};

/** Whether anything was ever paid or carried for the family, given back since or not. */
async function hasMoney(scope: CoopScope, family: Family): Promise<boolean> {
  const [payments, carries] = await Promise.all([
    listPayments(scope, family.collectionId),
    listCarries(scope),
  ]);
  return (
    payments.some(({ familyId, state }) => familyId === family.id && state !== 'failed') ||
    carries.some(({ from, to }) =>
      [from, to].some(
        (place) => place.familyId === family.id && place.collectionId === family.collectionId,
      ),
    )
  );
}
