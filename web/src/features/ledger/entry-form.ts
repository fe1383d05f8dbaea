import { formatDay, type Day } from '#shared/domain/dates.ts';
import {
  cashAccountNumber,
  classAdvanceAccountNumber,
  postalAccountNumber,
} from '#shared/domain/ledger/chart.ts';
import type { PaymentMeans } from '#shared/domain/ledger/entry.ts';
import { formatAmountField } from '#shared/domain/money.ts';
import { entryAmountCents, placeLines, purposeLines, type LedgerEntry } from './ledger-entry.ts';

/** The kinds of entry that a person writes. */
export type FormKind = 'expense' | 'income' | 'transfer';

/** One row of «Répartir sur plusieurs comptes», as typed. */
export interface SplitTyped {
  readonly accountNumber: string;
  readonly amount: string;
  readonly projectId: string;
}

/** The form of an entry, as typed: texts that may still be empty or wrong. */
export interface EntryForm {
  readonly kind: FormKind;
  readonly entryDate: string;
  readonly amount: string;
  readonly counterparty: string;
  readonly label: string;
  readonly accountNumber: string;
  readonly projectId: string;
  /** Empty while the amount goes to one account. */
  readonly splits: readonly SplitTyped[];
  readonly paymentMeans: PaymentMeans | '';
  readonly chequeNumber: string;
  /** The account of the bank in the chart: 512 or 514. */
  readonly bankNumber: string;
  readonly fromAccountNumber: string;
  readonly toAccountNumber: string;
  readonly withoutVoucher: boolean;
  readonly noVoucherReason: string;
}

export const emptySplit: SplitTyped = { accountNumber: '', amount: '', projectId: '' };

/** An empty form of that kind, dated today. */
export const emptyForm = (kind: FormKind, today: Day, bankNumber: string): EntryForm => ({
  kind,
  entryDate: formatDay(today),
  amount: '',
  counterparty: '',
  label: '',
  accountNumber: '',
  projectId: '',
  splits: [],
  paymentMeans: '',
  chequeNumber: '',
  bankNumber,
  fromAccountNumber: '',
  toAccountNumber: '',
  withoutVoucher: false,
  noVoucherReason: '',
});

/** The next form of a row of the same: the day and the account stay, the rest is new. */
export const nextForm = (form: EntryForm, today: Day): EntryForm => ({
  ...emptyForm(form.kind, today, form.bankNumber),
  entryDate: form.entryDate,
  accountNumber: form.splits.length === 0 ? form.accountNumber : '',
});

/** Another kind of the same: what both have is kept, an account that no longer fits is not. */
export const withKind = (form: EntryForm, kind: FormKind): EntryForm => ({
  ...form,
  kind,
  accountNumber: '',
  splits: [],
});

/** Where the money of an expense or an income is, by how it was paid. */
export const treasuryOf = ({ paymentMeans, bankNumber }: EntryForm): string =>
  paymentMeans === 'cash' ? cashAccountNumber : bankNumber;

/** Whether the entry leaves the class with an advance, or brings one back. */
export const touchesAdvance = ({ fromAccountNumber, toAccountNumber }: EntryForm): boolean =>
  [fromAccountNumber, toAccountNumber].includes(classAdvanceAccountNumber);

/** An entry as its form showed it: to finish a draft, or to correct what was posted. */
export function formOfEntry(entry: LedgerEntry, bankNumber: string): EntryForm {
  const kind = entry.kind === 'expense' || entry.kind === 'income' ? entry.kind : 'transfer';
  const places = placeLines(entry);
  const common: EntryForm = {
    ...emptyForm(kind, entry.entryDate, bankNumber),
    amount: formatAmountField(entryAmountCents(entry)),
    label: entry.label,
    counterparty: entry.counterparty ?? '',
    chequeNumber: entry.chequeNumber ?? '',
    withoutVoucher: entry.noVoucherReason !== undefined,
    noVoucherReason: entry.noVoucherReason ?? '',
  };
  if (kind === 'transfer')
    return {
      ...common,
      fromAccountNumber: places.find(({ side }) => side === 'credit')?.accountNumber ?? '',
      toAccountNumber: places.find(({ side }) => side === 'debit')?.accountNumber ?? '',
    };
  const place = places[0]?.accountNumber;
  const splits = purposeLines(entry).map((line) => ({
    accountNumber: line.accountNumber,
    amount: formatAmountField(line.amountCents),
    projectId: line.projectId ?? '',
  }));
  const [first] = splits;
  return {
    ...common,
    paymentMeans: entry.paymentMeans ?? (place === cashAccountNumber ? 'cash' : ''),
    bankNumber: place === postalAccountNumber ? postalAccountNumber : bankNumber,
    accountNumber: splits.length === 1 ? (first?.accountNumber ?? '') : '',
    projectId: splits.length === 1 ? (first?.projectId ?? '') : '',
    splits: splits.length === 1 ? [] : splits,
  };
}

/** The kinds that the form can write again: the others are taken back, never corrected. */
export const isCorrectable = ({ kind }: LedgerEntry): boolean =>
  kind === 'expense' || kind === 'income' || kind === 'transfer';
