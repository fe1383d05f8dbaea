import { answers, type JournalRow } from '#shared/domain/ledger/journal.ts';
import { cents, negateCents, sumCents, type Cents } from '#shared/domain/money.ts';
import { hasVoucher, type LedgerEntry } from '../ledger-entry.ts';

/** What narrows the journal; an empty text narrows nothing. */
export interface JournalFilter {
  readonly search: string;
  readonly kind: string;
  readonly accountNumber: string;
  readonly projectId: string;
  readonly voucher: '' | 'with' | 'without';
  readonly bank: '' | 'matched' | 'unmatched';
}

export const noFilter: JournalFilter = {
  search: '',
  kind: '',
  accountNumber: '',
  projectId: '',
  voucher: '',
  bank: '',
};

/** How many of the choices narrow the journal, the search apart. */
export const choicesIn = ({ search: _search, ...choices }: JournalFilter): number =>
  Object.values(choices).filter((choice) => choice !== '').length;

const touchesBank = ({ lines }: LedgerEntry): boolean =>
  lines.some(({ accountNumber }) => accountNumber === '512' || accountNumber === '514');

/** Whether the bank still has to show the entry: posted, on the bank, no line has met it. */
export const isUnmatched = (entry: LedgerEntry): boolean =>
  entry.status === 'posted' &&
  entry.kind !== 'opening' &&
  entry.reversedBy === undefined &&
  entry.reverses === undefined &&
  touchesBank(entry) &&
  entry.bankMatchId === undefined;

/** Whether a voucher is expected and absent, whatever the reason given. */
const voucherFits = (entry: LedgerEntry, wanted: JournalFilter['voucher']): boolean =>
  wanted === '' || hasVoucher(entry) === (wanted === 'with');

const bankFits = (entry: LedgerEntry, wanted: JournalFilter['bank']): boolean =>
  wanted === '' || (wanted === 'unmatched' ? isUnmatched(entry) : entry.bankMatchId !== undefined);

/** Whether an entry stays in sight. */
export function passes(entry: LedgerEntry, filter: JournalFilter): boolean {
  const { search, kind, accountNumber, projectId, voucher, bank } = filter;
  return (
    (kind === '' || entry.kind === kind) &&
    (accountNumber === '' || entry.lines.some((line) => line.accountNumber === accountNumber)) &&
    (projectId === '' || entry.lines.some((line) => line.projectId === projectId)) &&
    voucherFits(entry, voucher) &&
    bankFits(entry, bank) &&
    (search.trim() === '' || answers(entry, search))
  );
}

/** What came in and what went out over bank and cash. */
export interface JournalTotals {
  readonly inCents: Cents;
  /** Positive. */
  readonly outCents: Cents;
}

/**
 * The sums under the rows in sight; what only moves between bank and cash, and
 * what the year started with, are neither.
 */
export function totalsOf(rows: readonly JournalRow<LedgerEntry>[]): JournalTotals {
  const moves = rows
    .filter(({ entry }) => entry.kind !== 'opening')
    .map(({ bankMoveCents, cashMoveCents }) => cents(bankMoveCents + cashMoveCents));
  return {
    inCents: sumCents(moves.filter((move) => move > 0)),
    outCents: negateCents(sumCents(moves.filter((move) => move < 0))),
  };
}
