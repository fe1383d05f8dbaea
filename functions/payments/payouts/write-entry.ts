import type { Day } from '#shared/domain/dates.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import type { EntryContent, EntryLine } from '#shared/domain/ledger/entry.ts';
import { postEntry } from '#shared/domain/ledger/post-entry.ts';
import type { HeldReason } from '#shared/domain/payments/held.ts';
import type { Movement } from '#shared/domain/payments/movement.ts';
import { payoutEntry, platformNameOf } from '#shared/domain/payments/payout-entry.ts';
import { attemptOf, type Payout } from '#shared/domain/payments/payout.ts';
import { accept, reject, type Result } from '#shared/domain/result.ts';
import { printPayoutLines } from '#functions/papers/payout-lines.ts';
import { printPayoutVoucher } from '#functions/papers/payout-voucher.ts';
import { postingBy } from '#functions/platform/posting.ts';
import { derivedId, storeVoucher, ulidTimeOf } from '#functions/platform/voucher.ts';
import { keepAttachment } from '#functions/stores/attachments.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { appendEntries } from '#functions/stores/entries.ts';
import { keepProof } from '#functions/stores/papers.ts';
import { carryPayout, settlePayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit, type Write } from '#functions/stores/table.ts';
import type { Closing, Ready } from './close-payout.ts';
import type { Members } from './members.ts';
import { payoutVoucherOf } from './payout-voucher-of.ts';

/** The ids of what one attempt of a payout makes: the same however many times it is made. */
export const idOf = (
  payout: Pick<Payout, 'provider' | 'id' | 'createdAt' | 'past'>,
  made: 'entry' | 'voucher' | 'lines',
): string => {
  const attempt = attemptOf(payout);
  const source = `${made}|${payout.provider}|${payout.id}${attempt > 1 ? `|${attempt}` : ''}`;
  return derivedId(source, ulidTimeOf(payout.createdAt));
};

/** The papers of a payout, stored, and what the table must be told of them. */
export interface Papers {
  readonly voucherId: string;
  readonly linesId: string;
  readonly voucherSha256: string;
  readonly writes: readonly Write[];
}

/** Prints the voucher and the list beside it, and stores both under their digests. */
export async function makePapers(
  scope: CoopScope,
  made: {
    readonly payout: Payout;
    readonly movements: readonly Movement[];
    readonly members: Members;
    readonly lines: readonly EntryLine[];
    readonly entryDate: Day;
    readonly yearId: string;
  },
  entryNumber: number,
  now: string,
): Promise<Papers> {
  const { payout } = made;
  const voucher = await payoutVoucherOf(scope, { ...made, entryNumber, generatedAt: now });
  const [pdf, csv] = await Promise.all([
    storeVoucher(scope, {
      id: idOf(payout, 'voucher'),
      name: payout.id,
      bytes: await printPayoutVoucher(voucher),
    }),
    storeVoucher(scope, {
      id: idOf(payout, 'lines'),
      name: payout.id,
      bytes: printPayoutLines(voucher),
      extension: 'csv',
    }),
  ]);
  return {
    voucherId: pdf.id,
    linesId: csv.id,
    voucherSha256: pdf.sha256,
    writes: [
      keepAttachment(scope, pdf),
      keepAttachment(scope, csv),
      keepProof(voucher.verificationCode, {
        coopName: voucher.coop.name,
        provider: voucher.provider,
        payoutId: voucher.payoutId,
        arrivalOn: voucher.arrivalOn,
        entryNumber,
        yearId: voucher.yearId,
        netCents: voucher.netCents,
        lineCount: voucher.lines.length,
      }),
    ],
  };
}

/**
 * Writes the entry with its papers. Whatever the number of families, this last transaction is
 * small: what is long was kept before, under digests.
 */
export async function writeEntry(
  scope: CoopScope,
  ready: Ready,
  { now, today, eventId }: Closing,
): Promise<Result<'closed', HeldReason>> {
  const { payout, members, carried, year } = ready;
  const papers = await makePapers(scope, { ...ready, yearId: year.id }, year.lastNumber + 1, now);
  const by = `platform:${payout.provider}`;
  const entryId = idOf(payout, 'entry');
  const content: EntryContent = payoutEntry(payout, ready.lines, members.collections, {
    id: entryId,
    entryDate: ready.entryDate,
    platformName: platformNameOf(payout.provider),
    attachmentIds: [papers.voucherId, papers.linesId],
    voucherSha256: papers.voucherSha256,
  });
  const posted = postEntry(content, { year, chart: chart2024 }, postingBy(by, now, today));
  if (!posted.ok) return reject('entry_refused');
  await commit([
    ...appendEntries(scope, year, [posted.value]),
    settlePayout(scope, payout, { entryId, voucherId: papers.voucherId }),
    ...carried.map((one) => carryPayout(scope, one.payout, payout.id)),
    ...papers.writes,
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
