import type { listPayoutsEndpoint } from '#shared/contract/payments/inbox.ts';
import { movementTotals } from '#shared/domain/payments/movement.ts';
import type { Payout } from '#shared/domain/payments/payout.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { listPayouts as readPayouts } from '#functions/stores/payouts.ts';

/** The payouts of payment platforms with their entries, or why they wait. */
export const listPayouts: UseCase<typeof listPayoutsEndpoint> = async ({ scope }) =>
  accept({ payouts: (await readPayouts(scope)).map(viewOf) });

function viewOf({ lines = [], netCents, feeCents, ...payout }: Payout) {
  const totals = movementTotals(lines);
  return {
    ...payout,
    netCents,
    feeCents: feeCents ?? totals.feeCents,
    grossCents: totals.grossCents,
    lineCount: lines.length,
  };
}
