import type { EntryContent, PostedEntry } from './entry.ts';

/** The facts of an entry in one fixed order: equal text means equal facts. */
const factsOf = (entry: EntryContent): string =>
  JSON.stringify([
    entry.id,
    entry.kind,
    entry.entryDate,
    entry.label,
    entry.counterparty ?? '',
    entry.paymentMeans ?? '',
    entry.chequeNumber ?? '',
    entry.reference ?? '',
    entry.attachmentIds,
    entry.noVoucherReason ?? '',
    entry.voucherSha256 ?? '',
    entry.collectionId ?? '',
    entry.reverses ?? '',
    entry.corrects ?? '',
    linesOf(entry),
  ]);

const linesOf = ({ lines }: EntryContent) =>
  lines.map((line) => [line.accountNumber, line.side, line.amountCents, line.projectId ?? '']);

/** Whether a retry says the same thing as what was posted. */
export const sameFacts = (one: EntryContent, other: EntryContent): boolean =>
  factsOf(one) === factsOf(other);

/**
 * The text whose digest seals an entry to the one before it. Texts written by people enter as a
 * salted digest: erasing salt and text leaves the chain whole.
 */
export function sealedText(
  entry: Omit<PostedEntry, 'seal'>,
  previousSeal: string,
  digest: (text: string) => string,
): string {
  const texts = [entry.label, entry.counterparty ?? '', entry.noVoucherReason ?? ''];
  return JSON.stringify([
    'tirelire-seal-1',
    previousSeal,
    entry.fiscalYearId,
    entry.number,
    entry.postedAt,
    entry.id,
    entry.kind,
    entry.entryDate,
    entry.paymentMeans ?? '',
    entry.chequeNumber ?? '',
    entry.reference ?? '',
    entry.attachmentIds,
    entry.voucherSha256 ?? '',
    entry.collectionId ?? '',
    entry.reverses ?? '',
    entry.corrects ?? '',
    linesOf(entry),
    digest(JSON.stringify([entry.salt, ...texts])),
  ]);
}
