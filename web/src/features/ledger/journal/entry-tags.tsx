import { StatusTag } from '#web/ui/status-tag.tsx';
import { hasVoucher, type LedgerEntry } from '../ledger-entry.ts';

/** What an entry still misses, or that it no longer counts. */
export const EntryTags = ({ entry }: { readonly entry: LedgerEntry }) => (
  <>
    {entry.reversedBy !== undefined && <StatusTag>Annulée</StatusTag>}
    {entry.kind === 'expense' && entry.reversedBy === undefined && !hasVoucher(entry) && (
      <StatusTag tone="warning">Sans pièce</StatusTag>
    )}
  </>
);
