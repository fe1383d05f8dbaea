import { accept, reject, type Result } from '../result.ts';
import { findAccount, type Chart } from './chart.ts';
import type { ExpenseOrIncome, SimpleEntry } from './simple-entry.ts';

export type SimpleEntryRejection =
  | 'accounts_identical'
  | 'account_unknown'
  | 'account_not_allowed'
  | 'cheque_number_missing'
  | 'voucher_missing';

/**
 * Whether a simple entry makes sense before it is posted: its accounts fit its kind, a cheque has
 * its number, an expense has its voucher or says why not. Refusals in the order of the type.
 * Rules: VOUCHER-1 (docs/rules.md).
 */
export function checkSimpleEntry(
  simple: SimpleEntry,
  chart: Chart,
): Result<SimpleEntry, SimpleEntryRejection> {
  if (simple.kind === 'transfer')
    return simple.fromAccountNumber === simple.toAccountNumber
      ? reject('accounts_identical', 'toAccountNumber')
      : accept(simple);
  return checkSplits(simple, chart);
}

function checkSplits(
  simple: ExpenseOrIncome,
  chart: Chart,
): Result<SimpleEntry, SimpleEntryRejection> {
  const { kind, splits, paymentMeans, chequeNumber, attachmentIds, noVoucherReason } = simple;
  const kinds = splits.map((split) => findAccount(chart, split.accountNumber)?.kind);
  if (kinds.includes(undefined)) return reject('account_unknown', 'splits');
  if (kinds.some((accountKind) => accountKind !== kind))
    return reject('account_not_allowed', 'splits');
  if (kind === 'expense' && paymentMeans === 'cheque' && chequeNumber === undefined)
    return reject('cheque_number_missing', 'chequeNumber');
  if (kind === 'expense' && attachmentIds.length === 0 && noVoucherReason === undefined)
    return reject('voucher_missing', 'attachmentIds');
  return accept(simple);
}
