import { movementDay, type Movement } from '../movement.ts';
import type { PlatformPayment } from '../platform-payment.ts';
import { eachBackOnce, type Back } from '../told-twice.ts';
import { isMadeHere, isNamedHere } from './made-id.ts';

/**
 * The movements of a payout under the ids by which the same payments are known: a file that names
 * payments otherwise is met by the family, the amount and the day; what went back and was told
 * already, under a name made here or met by one, keeps its id, so that it counts once. What a
 * platform names is never another thing that it names.
 */
export function asKnown(
  movements: readonly Movement[],
  known: readonly PlatformPayment[],
): readonly Movement[] {
  const claimed = new Set(movements.map(({ movementId }) => movementId));
  return movements.map((movement) => {
    const payment = paymentOf(movement, known, claimed);
    if (!payment) return movement;
    const { kind } = movement;
    if (kind === 'charge') return { ...movement, paymentId: payment.id };
    const told = kind === 'refund' ? payment.refunds : payment.disputes;
    const same = nameOf(movement, eachBackOnce(told), claimed);
    claimed.add(same);
    return { ...movement, paymentId: payment.id, movementId: same };
  });
}

/** The name by which what went back is known. */
function nameOf(
  { movementId, grossCents }: Movement,
  known: readonly Back[],
  claimed: ReadonlySet<string>,
): string {
  const itself = known.find(({ ids }) => ids.includes(movementId));
  const met = known.find(
    ({ ids: [id = '', ...others], amountCents }) =>
      others.length === 0 &&
      amountCents === -grossCents &&
      isNamedHere(id) !== isNamedHere(movementId) &&
      !claimed.has(id),
  );
  return (itself ?? met)?.ids[0] ?? movementId;
}

function paymentOf(
  movement: Movement,
  known: readonly PlatformPayment[],
  claimed: Set<string>,
): PlatformPayment | undefined {
  const { kind, paymentId, familyReference } = movement;
  if (paymentId === undefined) return undefined;
  const itself = known.find(({ id }) => id === paymentId);
  if (itself || !isMadeHere(paymentId)) return itself;
  if (familyReference === undefined) return undefined;
  const ofFamily = known.filter((one) => one.familyReference === familyReference && one.charge);
  if (kind !== 'charge') return ofFamily.length === 1 ? ofFamily[0] : undefined;
  const found = ofFamily.find(
    ({ id, charge }) =>
      !isMadeHere(id) &&
      !claimed.has(`charge ${id}`) &&
      charge?.grossCents === movement.grossCents &&
      charge.paidOn === movementDay(movement),
  );
  if (found) claimed.add(`charge ${found.id}`);
  return found;
}
