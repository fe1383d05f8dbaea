import type { Collection, Family } from '#shared/domain/collections/collection.ts';
import {
  collectionTotals,
  familyStanding,
  type Money,
} from '#shared/domain/collections/family-payment.ts';

/** A collecte with its figures, as its page and the list show it. */
export const collectionView = (
  collection: Collection,
  families: readonly Family[],
  money: Money,
) => {
  const { contentSha256: _, status, ...shown } = collection;
  return {
    ...shown,
    status: status === 'opening' ? ('open' as const) : status,
    ...collectionTotals(collection, families, money),
  };
};

/** The families in the order of class, then pupil. */
export const familyViews = (collection: Collection, families: readonly Family[], money: Money) =>
  families
    .map((family) => familyStanding(collection, family, money))
    .toSorted(
      (one, other) =>
        one.className.localeCompare(other.className, 'fr', { numeric: true }) ||
        one.pupil.localeCompare(other.pupil, 'fr'),
    );
