import type { listPayoutsEndpoint } from '#shared/contract/payments/inbox.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { listPayouts as readPayouts, type KeptPayout } from '#functions/stores/payouts.ts';
import { idOf } from './payouts/write-entry.ts';

/** The payouts of payment platforms with their entries, or why they wait. */
export const listPayouts: UseCase<typeof listPayoutsEndpoint> = async ({ scope }) =>
  accept({ payouts: (await readPayouts(scope)).map(viewOf) });

function viewOf({ totals, feeCents, decision, ...payout }: KeptPayout) {
  const hasPapers = payout.voucherId !== undefined && payout.voucherId === idOf(payout, 'voucher');
  return {
    ...payout,
    feeCents: feeCents ?? totals.feeCents,
    grossCents: totals.grossCents,
    decision: decision?.kind,
    linesId: hasPapers ? idOf(payout, 'lines') : undefined,
  };
}
