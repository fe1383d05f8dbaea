import type { Day } from '#shared/domain/dates.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import type { EntryContent, EntryLine } from '#shared/domain/ledger/entry.ts';
import type { FiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { postEntry } from '#shared/domain/ledger/post-entry.ts';
import type { HeldReason } from '#shared/domain/payments/held.ts';
import type { Movement } from '#shared/domain/payments/movement.ts';
import {
  entryDayOf,
  payoutEntry,
  payoutEntryLines,
  platformNameOf,
} from '#shared/domain/payments/payout-entry.ts';
import type { Payout } from '#shared/domain/payments/payout.ts';
import { accept, reject, type Result } from '#shared/domain/result.ts';
import { printPayoutVoucher } from '#functions/papers/payout-voucher.ts';
import { postingBy } from '#functions/platform/posting.ts';
import { derivedId, storeVoucher, ulidTimeOf } from '#functions/platform/voucher.ts';
import { keepAttachment } from '#functions/stores/attachments.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { appendEntries } from '#functions/stores/entries.ts';
import { settlePayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { listYears } from '#functions/stores/years.ts';
import { membersOf, type Members } from './members.ts';
import { payoutVoucherOf } from './payout-voucher-of.ts';

export interface Closing {
  readonly now: string;
  readonly today: Day;
  /** The event that this comes from, for the audit trail. */
  readonly eventId: string;
}

interface Ready {
  readonly payout: Payout;
  readonly movements: readonly Movement[];
  readonly members: Members;
  readonly lines: readonly EntryLine[];
  readonly entryDate: Day;
  readonly year: FiscalYear;
}

/**
 * Writes the one entry of a payout, when it is paid and everything adds up; answers why not
 * otherwise. Whatever moved meanwhile makes the transaction fail (`StaleRead`): it is then done
 * again from the start, voucher included, since the voucher carries the entry's number.
 * Rules: PAYOUT-1 (docs/rules.md).
 */
export async function closePayout(
  scope: CoopScope,
  payout: Payout,
  closing: Closing,
): Promise<Result<'closed' | 'waiting', HeldReason>> {
  if (payout.entryId !== undefined)
    return payout.status === 'failed' ? reject('failed_after_entry') : accept('closed');
  if (payout.status !== 'paid') return accept('waiting');
  const ready = await prepare(scope, payout, closing.today);
  if (!ready.ok) return ready;
  return write(scope, ready.value, closing);
}

async function prepare(
  scope: CoopScope,
  payout: Payout,
  today: Day,
): Promise<Result<Ready, HeldReason>> {
  const movements = payout.lines ?? [];
  const members = await membersOf(scope, payout);
  if (members.inAnotherPayout) return reject('in_another_payout');
  const lines = payoutEntryLines(payout, members.collectionOf);
  if (!lines.ok) return lines;
  const entryDay = entryDayOf(payout.arrivalOn, today, await listYears(scope));
  if (!entryDay) return reject('year_not_open');
  return accept({ payout, movements, members, lines: lines.value, ...entryDay });
}

async function write(
  scope: CoopScope,
  ready: Ready,
  { now, today, eventId }: Closing,
): Promise<Result<'closed', HeldReason>> {
  const { payout, members, year } = ready;
  const source = `${payout.provider}|${payout.id}`;
  const entryId = derivedId(`entry|${source}`, ulidTimeOf(payout.createdAt));
  const attachmentId = derivedId(`voucher|${source}`, ulidTimeOf(payout.createdAt));
  const entryNumber = year.lastNumber + 1;
  const bytes = await printPayoutVoucher(
    await payoutVoucherOf(scope, { ...ready, entryNumber, generatedAt: now }),
  );
  const voucher = await storeVoucher(scope, { id: attachmentId, name: payout.id, bytes });
  const by = `platform:${payout.provider}`;
  const content: EntryContent = payoutEntry(payout, ready.lines, members.collections, {
    id: entryId,
    entryDate: ready.entryDate,
    platformName: platformNameOf(payout.provider),
    attachmentId,
    voucherSha256: voucher.sha256,
  });
  const posted = postEntry(content, { year, chart: chart2024 }, postingBy(by, now, today));
  if (!posted.ok) return reject('entry_refused');
  await commit([
    ...appendEntries(scope, year, [posted.value]),
    settlePayout(scope, payout, { entryId, voucherId: attachmentId }),
    keepAttachment(scope, voucher),
    recordAct(scope, {
      act: 'close-payout',
      target: payout.id,
      by,
      at: now,
      correlationId: eventId,
    }),
  ]);
  return accept('closed');
}
