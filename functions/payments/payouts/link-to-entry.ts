import { canBeEntryOf } from '#shared/domain/payments/duplicate.ts';
import type { HeldReason } from '#shared/domain/payments/held.ts';
import type { Payout } from '#shared/domain/payments/payout.ts';
import { accept, reject, type Result } from '#shared/domain/result.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findEntry } from '#functions/stores/entries.ts';
import { isLinked, linkEntry, settlePayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import type { Closing } from './close-payout.ts';
import { membersOf } from './members.ts';
import { makePapers } from './write-entry.ts';

/**
 * Gives a payout the entry that somebody typed by hand: the books do not move, the detail of the
 * payout is kept with it as a voucher.
 */
export async function linkToEntry(
  scope: CoopScope,
  payout: Payout,
  entryId: string,
  { now, eventId }: Closing,
): Promise<Result<'closed', HeldReason>> {
  const entry = await findEntry(scope, entryId);
  const isFree = entry?.status === 'posted' && !(await isLinked(scope, entryId));
  if (!isFree || !canBeEntryOf(entry, payout)) return reject('linked_entry_changed');
  const movements = payout.lines ?? [];
  const papers = await makePapers(
    scope,
    {
      payout,
      movements,
      members: await membersOf(scope, payout, movements),
      lines: entry.lines,
      entryDate: entry.entryDate,
      yearId: entry.fiscalYearId,
    },
    entry.number,
    now,
  );
  await commit([
    linkEntry(scope, entryId, payout.id),
    settlePayout(scope, payout, { entryId, voucherId: papers.voucherId }),
    ...papers.writes,
    recordAct(scope, {
      act: 'link-payout',
      target: payout.id,
      by: `platform:${payout.provider}`,
      at: now,
      correlationId: eventId,
    }),
  ]);
  return accept('closed');
}
