import type { Collection, Family } from '#shared/domain/collections/collection.ts';
import {
  collectionTotals,
  familyStanding,
  type FamilyPayment,
} from '#shared/domain/collections/family-payment.ts';

/** A collecte with its figures, as its page and the list show it. */
export const collectionView = (
  { contentSha256: _, status, ...collection }: Collection,
  families: readonly Family[],
  payments: readonly FamilyPayment[],
) => ({
  ...collection,
  status: status === 'closed' ? ('closed' as const) : ('open' as const),
  ...collectionTotals(families, payments),
});

/** The families in the order of class, then pupil. */
export const familyViews = (families: readonly Family[], payments: readonly FamilyPayment[]) =>
  families
    .map((family) => familyStanding(family, payments))
    .toSorted(
      (one, other) =>
        one.className.localeCompare(other.className, 'fr', { numeric: true }) ||
        one.pupil.localeCompare(other.pupil, 'fr'),
    );
