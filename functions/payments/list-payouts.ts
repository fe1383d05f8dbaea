import type { listPayoutsEndpoint } from '#shared/contract/payments/inbox.ts';
import { bankAccountNumber } from '#shared/domain/ledger/chart.ts';
import { movementCents } from '#shared/domain/ledger/entry.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findEntry } from '#functions/stores/entries.ts';
import { listPayouts as readPayouts, type KeptPayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { idOf } from './payouts/write-entry.ts';

/** The payouts of payment platforms with their entries, or why they wait. */
export const listPayouts: UseCase<typeof listPayoutsEndpoint> = async ({ scope }) =>
  accept({
    payouts: await Promise.all(
      (await readPayouts(scope)).map(async (payout) => ({
        ...viewOf(payout),
        suspect: await suspectOf(scope, payout),
      })),
    ),
  });

/** What the suspected entry says, while the mandate holder is asked whether it is the same money. */
async function suspectOf(
  scope: CoopScope,
  { suspectId, entryId, decision }: Pick<KeptPayout, 'suspectId' | 'entryId' | 'decision'>,
) {
  if (suspectId === undefined || entryId !== undefined || decision !== undefined) return undefined;
  const entry = await findEntry(scope, suspectId);
  if (entry?.status !== 'posted') return undefined;
  const { number, label, entryDate, lines } = entry;
  return { number, label, entryDate, amountCents: movementCents(lines, bankAccountNumber) };
}

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
