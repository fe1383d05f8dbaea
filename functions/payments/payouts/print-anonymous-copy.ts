import type { printAnonymousCopyEndpoint } from '#shared/contract/payments/payouts.ts';
import { platformNameOf } from '#shared/domain/payments/payout-entry.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { putObject, signDownload } from '#functions/gateways/object-store.ts';
import { printAnonymousCopy as print } from '#functions/papers/payout-voucher.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findEntry } from '#functions/stores/entries.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import { carriedWith } from './carried.ts';
import { membersOf } from './members.ts';
import { payoutVoucherOf } from './payout-voucher-of.ts';

const mediaType = 'application/pdf';

/**
 * A link to the voucher of a booked payout without the names, made on the spot: neither a proof nor
 * an attachment is kept, the file goes with the other drafts.
 */
export const printAnonymousCopy: UseCase<typeof printAnonymousCopyEndpoint> = async (call) => {
  const { scope, params, now } = call;
  const payout = await findPayout(scope, params.provider, params.payoutId);
  const entry = payout?.entryId === undefined ? undefined : await findEntry(scope, payout.entryId);
  if (!payout || entry?.status !== 'posted') return reject('not_found');
  const movements = [...(payout.lines ?? []), ...(await carriedWith(scope, payout))];
  const voucher = await payoutVoucherOf(scope, {
    payout,
    movements,
    members: await membersOf(scope, payout, movements),
    lines: entry.lines,
    entryDate: entry.entryDate,
    yearId: entry.fiscalYearId,
    entryNumber: entry.number,
    generatedAt: now,
  });
  const bytes = await print(voucher);
  const key = `drafts/${scope.department}/${scope.coopId}/versement-${sha256Hex(bytes)}.pdf`;
  await putObject(key, bytes, mediaType);
  const fileName = `Versement ${platformNameOf(payout.provider)} ${payout.arrivalOn} anonymisé.pdf`;
  return accept({ url: await signDownload(key, { fileName, mediaType }) });
};
