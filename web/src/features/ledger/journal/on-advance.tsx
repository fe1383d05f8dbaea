import type { JournalRow } from '#shared/domain/ledger/journal.ts';
import { Money } from '#web/ui/money.tsx';
import { entryAmountCents, type LedgerEntry } from '../ledger-entry.ts';
import css from './journal.module.css';

/** Whether a class paid it with its advance: neither bank nor cash box moved. */
export const isOnAdvance = ({ entry, bankMoveCents, cashMoveCents }: JournalRow<LedgerEntry>) =>
  entry.kind === 'expense' && bankMoveCents === 0 && cashMoveCents === 0;

/** What a class paid with its advance. */
export const OnAdvance = ({ entry }: { readonly entry: LedgerEntry }) => (
  <span class={css['soft']}>
    sur régie <Money amountCents={entryAmountCents(entry)} />
  </span>
);
