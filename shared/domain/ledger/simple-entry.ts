import type { Day } from '../dates.ts';
import { sumCents, type Cents } from '../money.ts';
import type { EntryContent, EntryLine, PaymentMeans } from './entry.ts';

/** What an expense or an income is for: one account, one amount, perhaps one project. */
export interface Split {
  readonly accountNumber: string;
  readonly amountCents: Cents;
  readonly projectId?: string | undefined;
}

interface Common {
  readonly entryDate: Day;
  readonly label: string;
  readonly attachmentIds: readonly string[];
  readonly noVoucherReason?: string | undefined;
}

/** Money out or in, as a mandataire says it; double entry is made underneath. */
export interface ExpenseOrIncome extends Common {
  readonly kind: 'expense' | 'income';
  readonly counterparty?: string | undefined;
  readonly treasuryAccountNumber: string;
  readonly paymentMeans: PaymentMeans;
  readonly chequeNumber?: string | undefined;
  readonly splits: readonly Split[];
}

/** Money moved between bank, cash and class advances: neither income nor expense. */
export interface InternalTransfer extends Common {
  readonly kind: 'transfer';
  readonly fromAccountNumber: string;
  readonly toAccountNumber: string;
  readonly amountCents: Cents;
}

export type SimpleEntry = ExpenseOrIncome | InternalTransfer;

/** The balanced lines of a simple entry: what goes in is debited, where it comes from credited. */
export function linesOf(simple: SimpleEntry): readonly EntryLine[] {
  if (simple.kind === 'transfer') {
    const { fromAccountNumber, toAccountNumber, amountCents } = simple;
    return [
      { accountNumber: toAccountNumber, side: 'debit', amountCents },
      { accountNumber: fromAccountNumber, side: 'credit', amountCents },
    ];
  }
  const { kind, treasuryAccountNumber, splits } = simple;
  const treasury: EntryLine = {
    accountNumber: treasuryAccountNumber,
    side: kind === 'income' ? 'debit' : 'credit',
    amountCents: sumCents(splits.map((split) => split.amountCents)),
  };
  const detail: readonly EntryLine[] = splits.map((split) => ({
    ...split,
    side: kind === 'income' ? 'credit' : 'debit',
  }));
  return kind === 'income' ? [treasury, ...detail] : [...detail, treasury];
}

/** The content of the entry that a simple entry stands for. */
export function contentOf(id: string, simple: SimpleEntry): EntryContent {
  const { kind, entryDate, label, attachmentIds, noVoucherReason } = simple;
  const common = { id, kind, entryDate, label, attachmentIds, noVoucherReason };
  const lines = linesOf(simple);
  if (simple.kind === 'transfer') return { ...common, lines };
  const { counterparty, paymentMeans, chequeNumber } = simple;
  return { ...common, counterparty, paymentMeans, chequeNumber, lines };
}
