import type { Family } from '#shared/domain/collections/collection.ts';
import type { Movement } from '#shared/domain/payments/movement.ts';
import type { CollectionOfEntry, FindCollection } from '#shared/domain/payments/entry-lines.ts';
import type { Payout } from '#shared/domain/payments/payout.ts';
import { findCollections, listFamilies } from '#functions/stores/collections.ts';
import { findPlatformPayments } from '#functions/stores/platform-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';

/** What the movements of a payout belong to. */
export interface Members {
  readonly collections: readonly CollectionOfEntry[];
  readonly collectionOf: FindCollection;
  readonly familyOf: (movement: Movement) => Family | undefined;
  /** The name of who paid, when the line of the payout leaves it out. */
  readonly payerOf: (movement: Movement) => string;
  /** A charge of this payout is already carried by another one. */
  readonly inAnotherPayout: boolean;
}

/** Reads the payments, the collectes and the families behind the movements of a payout. */
export async function membersOf(
  scope: CoopScope,
  payout: Payout,
  movements: readonly Movement[],
): Promise<Members> {
  const payments = await findPlatformPayments(
    scope,
    payout.provider,
    movements.flatMap(({ paymentId }) => (paymentId === undefined ? [] : [paymentId])),
  );
  const paymentById = new Map(payments.map((payment) => [payment.id, payment]));
  const collectionIds = [
    ...new Set(
      payments.flatMap(({ collectionId }) => (collectionId === undefined ? [] : [collectionId])),
    ),
  ].toSorted();
  const [collections, families] = await Promise.all([
    findCollections(scope, collectionIds),
    Promise.all(collectionIds.map((id) => listFamilies(scope, id))),
  ]);
  const collectionById = new Map(collections.map((collection) => [collection.id, collection]));
  const familyById = new Map(
    families.flat().map((family) => [`${family.collectionId}#${family.id}`, family]),
  );
  const paymentOf = ({ paymentId = '' }: Movement) => paymentById.get(paymentId);
  return {
    collections: collectionIds.flatMap((id) => collectionById.get(id) ?? []),
    collectionOf: (movement) => collectionById.get(paymentOf(movement)?.collectionId ?? ''),
    familyOf: (movement) => {
      const payment = paymentOf(movement);
      return familyById.get(`${payment?.collectionId}#${payment?.familyId}`);
    },
    payerOf: (movement) => movement.payerName ?? paymentOf(movement)?.payerName ?? '',
    inAnotherPayout: (payout.lines ?? []).some(
      (movement) =>
        movement.kind === 'charge' && (paymentOf(movement)?.payoutId ?? payout.id) !== payout.id,
    ),
  };
}
