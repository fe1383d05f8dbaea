import { dayInParis } from '#shared/domain/dates.ts';
import { bankAccountNumber } from '#shared/domain/ledger/chart.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { matchIdOf } from '#shared/domain/bank/bank-entry.ts';
import { postEntry } from '#shared/domain/ledger/post-entry.ts';
import { reversalOf } from '#shared/domain/ledger/reversal.ts';
import type { HeldReason } from '#shared/domain/payments/held.ts';
import { entryDayOf, platformNameOf } from '#shared/domain/payments/payout-entry.ts';
import { attemptOf, type Payout } from '#shared/domain/payments/payout.ts';
import { accept, reject, type Result } from '#shared/domain/result.ts';
import { postingBy } from '#functions/platform/posting.ts';
import { derivedId, ulidTimeOf } from '#functions/platform/voucher.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { appendEntries, findEntry, markReversed } from '#functions/stores/entries.ts';
import { takeBackPayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { listYears } from '#functions/stores/years.ts';
import type { Closing } from './close-payout.ts';

/**
 * Takes back the entry of a payout that failed after it: on the day of the failure, once, under an
 * id of its own; the entry and its voucher stay. One taken back by hand is left so. Held while the
 * entry is matched with a line of the bank: the money arrived, somebody must look.
 */
export async function takeBack(
  scope: CoopScope,
  payout: Payout & { readonly entryId: string },
  { now, today, eventId }: Closing,
): Promise<Result<'closed', HeldReason>> {
  if (payout.reversalId !== undefined) return accept('closed');
  const entry = await findEntry(scope, payout.entryId);
  if (entry?.status !== 'posted') throw new Error('a payout whose entry is not in the books');
  const by = `platform:${payout.provider}`;
  const act = recordAct(scope, {
    act: 'take-back-payout',
    target: payout.id,
    by,
    at: now,
    correlationId: eventId,
  });
  if (entry.reversedBy !== undefined) {
    await commit([takeBackPayout(scope, payout, entry.reversedBy), act]);
    return accept('closed');
  }
  if (matchIdOf(entry, bankAccountNumber) !== undefined) return reject('failed_after_entry');
  const failedOn = dayInParis(payout.statusToldAt ?? now);
  const on = failedOn > entry.entryDate ? failedOn : entry.entryDate;
  const entryDay = entryDayOf(on, today, await listYears(scope));
  if (!entryDay) return reject('year_not_open');
  const id = derivedId(
    `reversal|${payout.provider}|${payout.id}|${attemptOf(payout)}`,
    ulidTimeOf(payout.createdAt),
  );
  const content = reversalOf(entry, {
    id,
    on: entryDay.entryDate,
    reason: `versement ${platformNameOf(payout.provider)} échoué`,
  });
  const posted = postEntry(
    content,
    { year: entryDay.year, chart: chart2024 },
    postingBy(by, now, today),
  );
  if (!posted.ok) return reject('entry_refused');
  await commit([
    ...appendEntries(scope, entryDay.year, [posted.value]),
    markReversed(scope, entry, id),
    takeBackPayout(scope, payout, id),
    act,
  ]);
  return accept('closed');
}
