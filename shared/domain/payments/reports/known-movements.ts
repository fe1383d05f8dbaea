import { movementDay, type Movement } from '../movement.ts';
import type { PlatformPayment } from '../platform-payment.ts';
import { isMadeHere } from './made-id.ts';

/**
 * The movements of a file under the ids that messages gave to the same payments: a file that names
 * payments otherwise is met by the family, the amount and the day; a refund that was told already
 * keeps its id, so that it counts once.
 */
export function asKnown(
  movements: readonly Movement[],
  known: readonly PlatformPayment[],
): readonly Movement[] {
  const claimed = new Set<string>();
  return movements.map((movement) => {
    const payment = paymentOf(movement, known, claimed);
    if (!payment) return movement;
    const { kind } = movement;
    if (kind === 'charge') return { ...movement, paymentId: payment.id };
    const told = kind === 'refund' ? payment.refunds : payment.disputes;
    const same = Object.entries(told).find(
      ([id, amountCents]) => amountCents === -movement.grossCents && !claimed.has(id),
    )?.[0];
    if (same !== undefined) claimed.add(same);
    return { ...movement, paymentId: payment.id, movementId: same ?? movement.movementId };
  });
}

function paymentOf(
  movement: Movement,
  known: readonly PlatformPayment[],
  claimed: Set<string>,
): PlatformPayment | undefined {
  const { kind, paymentId, familyReference } = movement;
  if (paymentId === undefined) return undefined;
  if (!isMadeHere(paymentId)) return known.find(({ id }) => id === paymentId);
  if (familyReference === undefined) return undefined;
  const ofFamily = known.filter((one) => one.familyReference === familyReference && one.charge);
  if (kind !== 'charge') return ofFamily.length === 1 ? ofFamily[0] : undefined;
  const found = ofFamily.find(
    ({ id, charge }) =>
      !claimed.has(`charge ${id}`) &&
      charge?.grossCents === movement.grossCents &&
      charge.paidOn === movementDay(movement),
  );
  if (found) claimed.add(`charge ${found.id}`);
  return found;
}
