import type { Day } from '#shared/domain/dates.ts';
import type { DepositSlip } from '#shared/domain/documents/payout-voucher.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import type { EntryContent } from '#shared/domain/ledger/entry.ts';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { postEntry } from '#shared/domain/ledger/post-entry.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { printDepositSlip } from '#functions/papers/deposit-slip.ts';
import { paperCoopOf } from '#functions/platform/paper-coop.ts';
import { postingBy } from '#functions/platform/posting.ts';
import { derivedId, storeVoucher } from '#functions/platform/voucher.ts';
import { keepAttachment } from '#functions/stores/attachments.ts';
import { appendEntries } from '#functions/stores/entries.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findYear } from '#functions/stores/years.ts';
import type { Signed } from './act-of.ts';

interface ToPost {
  readonly id: string;
  readonly name: string;
  readonly on: { readonly day: Day; readonly field: string };
  readonly contentOf: (voucher: {
    readonly attachmentId: string;
    readonly sha256: string;
  }) => EntryContent;
  readonly slip: Pick<
    DepositSlip,
    'means' | 'slipNumber' | 'collectionTitle' | 'lines' | 'totalCents'
  >;
}

/**
 * The posted entry with its printed list, ready to be written: the list carries the number of the
 * entry, and the entry the digest of the list.
 */
export async function postWithSlip(
  { actor, scope, now, today }: Signed & { readonly scope: CoopScope },
  { id, name, on, contentOf, slip }: ToPost,
) {
  const year = await findYear(scope, fiscalYearIdOf(on.day));
  if (!year) return reject('date_outside_fiscal_year', on.field);
  const attachmentId = derivedId(`voucher|${id}`, id);
  const posting = postingBy(actor.userId, now, today);
  const book = { year, chart: chart2024 };
  const checked = postEntry(contentOf({ attachmentId, sha256: '' }), book, posting);
  if (!checked.ok) return checked;
  const voucher = await storeVoucher(scope, {
    id: attachmentId,
    name: `${name}-${slip.slipNumber}-${id}`,
    bytes: await printDepositSlip({
      coop: await paperCoopOf(scope),
      ...slip,
      depositedOn: on.day,
      entryNumber: checked.value.number,
      yearId: checked.value.fiscalYearId,
      generatedAt: now,
    }),
  });
  const posted = postEntry(contentOf({ attachmentId, sha256: voucher.sha256 }), book, posting);
  if (!posted.ok) return posted;
  return accept({
    entryNumber: posted.value.number,
    writes: [...appendEntries(scope, year, [posted.value]), keepAttachment(scope, voucher)],
  });
}
