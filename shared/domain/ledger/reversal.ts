import type { Day } from '../dates.ts';
import { reverseLines, type EntryContent, type PostedEntry } from './entry.ts';

/** The entry that takes another back, line by line, on a day of its own. Rules: LEDGER-2. */
export const reversalOf = (
  entry: PostedEntry,
  { id, on, reason }: { readonly id: string; readonly on: Day; readonly reason: string },
): EntryContent => ({
  id,
  kind: 'reversal',
  entryDate: on,
  label: `Annulation de l’écriture n°\u00A0${entry.number}\u00A0: ${reason}`,
  counterparty: entry.counterparty,
  attachmentIds: [],
  noVoucherReason: `Contre-passation de l’écriture n°\u00A0${entry.number}`,
  reverses: entry.id,
  lines: reverseLines(entry.lines),
});
