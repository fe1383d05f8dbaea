import { negateCents } from '../money.ts';
import { movementDay, type Movement } from './movement.ts';
import type { PaymentFacts } from './platform-payment.ts';

/** What a movement says of its payment; undefined for a fee or an adjustment of the platform. */
export function factsOfMovement(movement: Movement, payoutId?: string): PaymentFacts | undefined {
  const { paymentId, kind, movementId, grossCents, feeCents } = movement;
  if (paymentId === undefined) return undefined;
  const { familyReference, campaign, payerName } = movement;
  const paidOn = movementDay(movement);
  const common = { paymentId, heardOn: paidOn, familyReference, campaign, payerName };
  switch (kind) {
    case 'charge':
      return { ...common, charge: { grossCents, paidOn, feeCents }, payoutId };
    case 'refund':
      return { ...common, refunds: { [movementId]: negateCents(grossCents) } };
    case 'dispute':
      return { ...common, disputes: { [movementId]: negateCents(grossCents) } };
    case 'fee':
    case 'adjustment':
      return undefined;
  }
}

/** What the lines of a payout say of its payments, once it is paid. */
export const factsOfPayout = (payoutId: string, lines: readonly Movement[]) =>
  lines
    .map((line) => factsOfMovement(line, payoutId))
    .filter((facts): facts is PaymentFacts => facts !== undefined);
