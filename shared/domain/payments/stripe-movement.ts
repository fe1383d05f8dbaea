import { negateCents, zeroCents, type Cents } from '../money.ts';
import type { MovementKind } from './movement.ts';

const kinds: Readonly<Record<string, MovementKind>> = {
  charge: 'charge',
  refund: 'refund',
  refund_failure: 'refund',
  partial_capture_reversal: 'refund',
  dispute: 'dispute',
  dispute_reversal: 'dispute',
  fee: 'fee',
  network_cost: 'fee',
};

/** A movement of Stripe's balance, as its API and its report both tell it. */
export interface StripeMovement {
  readonly movementId: string;
  /** What Stripe calls `reporting_category`. */
  readonly category: string;
  readonly intentId?: string | null | undefined;
  readonly chargeId?: string | null | undefined;
  readonly sourceId?: string | null | undefined;
  readonly grossCents: Cents;
  readonly feeCents: Cents;
  readonly netCents: Cents;
}

/** Whether it is a payout itself, which its other movements already count. */
export const isStripePayout = (category: string): boolean => category.startsWith('payout');

/**
 * What a movement of Stripe is in our words. A payment is known by its intent before its charge, as
 * in messages. A fee of its own has no gross: what it takes is all fee.
 */
export function stripeMovement(told: StripeMovement) {
  const { movementId, category, intentId, chargeId, sourceId, netCents } = told;
  const kind = kinds[category] ?? ('adjustment' as const);
  return {
    movementId,
    kind,
    paymentId: intentId ?? chargeId ?? sourceId ?? undefined,
    grossCents: kind === 'fee' ? zeroCents : told.grossCents,
    feeCents: kind === 'fee' ? negateCents(netCents) : told.feeCents,
    netCents,
  };
}
