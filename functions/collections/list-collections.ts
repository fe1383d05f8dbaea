import type {
  findCollectionEndpoint,
  listCollectionsEndpoint,
} from '#shared/contract/collections/collection.ts';
import type { Collection, Family } from '#shared/domain/collections/collection.ts';
import {
  familyStanding,
  type FamilyPayment,
  type Money,
} from '#shared/domain/collections/family-payment.ts';
import { leftToSettle } from '#shared/domain/collections/left-to-settle.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import {
  findCollection as readCollection,
  listAllFamilies,
  listCollections as readCollections,
  listFamilies,
} from '#functions/stores/collections.ts';
import { listAllPayments, listCarries, listPayments } from '#functions/stores/family-payments.ts';
import { findPayoutEntries } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { collectionView, familyViews } from './views.ts';

/** The collectes, newest first, with their figures. */
export const listCollections: UseCase<typeof listCollectionsEndpoint> = async ({ scope }) => {
  const [collections, families, payments, carries] = await Promise.all([
    readCollections(scope),
    listAllFamilies(scope),
    listAllPayments(scope),
    listCarries(scope),
  ]);
  const familiesOf = Map.groupBy(families, ({ collectionId }) => collectionId);
  const paymentsOf = Map.groupBy(payments, ({ collectionId }) => collectionId);
  return accept({
    collections: collections.map((collection) =>
      collectionView(collection, familiesOf.get(collection.id) ?? [], {
        payments: paymentsOf.get(collection.id) ?? [],
        carries,
      }),
    ),
    waiting: waitingOf(collections, families, { payments, carries }),
  });
};

const byHand = ({ means, state }: FamilyPayment): boolean =>
  means !== 'platform' && state === 'received';

/** What waits in a cancelled collecte to go back: all but what settled what a family owed there. */
function toGiveBack(collection: Collection, families: readonly Family[], money: Money) {
  const { id } = collection;
  const payments = money.payments.filter(({ collectionId }) => collectionId === id);
  const standings = families
    .filter(({ collectionId }) => collectionId === id)
    .map((family) => familyStanding(collection, family, { ...money, payments }));
  return leftToSettle(payments.filter(byHand), standings).map(({ payment }) => payment);
}

/** What was noted by hand and waits for its entry; a cancelled collecte gives it back instead. */
function waitingOf(collections: readonly Collection[], families: readonly Family[], money: Money) {
  const back = new Set(
    collections
      .filter(({ status }) => status === 'cancelled')
      .flatMap((collection) => toGiveBack(collection, families, money)),
  );
  const pupils = new Map(families.map(({ id, pupil }) => [id, pupil]));
  return money.payments
    .filter((payment) => byHand(payment) && !back.has(payment))
    .map(({ id, collectionId, familyId = '', means, grossCents, paidOn, chequeNumber }) => {
      const pupil = pupils.get(familyId);
      return {
        ...{ id, collectionId, means, grossCents, paidOn },
        ...(pupil !== undefined && { pupil }),
        ...(chequeNumber !== undefined && { chequeNumber }),
      };
    })
    .toSorted((one, other) => one.paidOn.localeCompare(other.paidOn));
}

/** A collecte with its families and what each paid. */
export const findCollection: UseCase<typeof findCollectionEndpoint> = async ({ scope, params }) => {
  const collection = await readCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  return accept(await wholeOf(scope, collection));
};

/** A collecte with everything its page shows. */
export async function wholeOf(scope: CoopScope, collection: Collection) {
  const [families, noted, carried] = await Promise.all([
    listFamilies(scope, collection.id),
    listPayments(scope, collection.id),
    listCarries(scope),
  ]);
  const payments = await withEntries(scope, noted);
  const carries = carried.filter(({ from, to }) =>
    [from.collectionId, to.collectionId].includes(collection.id),
  );
  const money = { payments, carries };
  return {
    collection: collectionView(collection, families, money),
    families: familyViews(collection, families, money),
    payments: payments.toSorted((one, other) => other.paidOn.localeCompare(one.paidOn)),
    carries: carries.toReversed(),
  };
}

/** The collecte as it is now, with its families: what an act on it answers. */
export async function shownOf(scope: CoopScope, { id }: Pick<Collection, 'id'>) {
  const collection = await readCollection(scope, id);
  if (!collection) throw new Error('the collecte of an act is gone');
  const { collection: shown, families } = await wholeOf(scope, collection);
  return { collection: shown, families };
}

/** A platform's payment is in the books once its payout has its entry. */
async function withEntries(
  scope: CoopScope,
  payments: readonly FamilyPayment[],
): Promise<readonly FamilyPayment[]> {
  const entries = await findPayoutEntries(scope, payments);
  return payments.map((payment) => {
    const entryId = entries.get(payment.payoutId ?? '');
    return payment.means === 'platform' && payment.state === 'received' && entryId !== undefined
      ? { ...payment, state: 'booked', entryId }
      : payment;
  });
}
