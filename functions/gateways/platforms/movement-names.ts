/** Gives an id to the next movement of a kind about a payment. */
export type NameMovement = (kind: string, paymentId: string) => string;

/**
 * Ids for the movements of a payout whose platform gives them none: the same at each reading, in
 * whatever order they are read, provided that those alike are alike in everything.
 */
export function namedMovements(payoutId: string): NameMovement {
  const counts = new Map<string, number>();
  return (kind, paymentId) => {
    const name = [payoutId, kind, paymentId].filter(Boolean).join('-');
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  };
}
