import { formatDay, type Day } from '#shared/domain/dates.ts';
import {
  bankAccountNumber,
  cashAccountNumber,
  classAdvanceAccountNumber,
  postalAccountNumber,
  type TreasuryAccountNumber,
} from '#shared/domain/ledger/chart.ts';
import type { PaymentMeans } from '#shared/domain/ledger/entry.ts';
import { formatAmountField } from '#shared/domain/money.ts';
import { entryAmountCents, placeLines, purposeLines, type LedgerEntry } from '../ledger-entry.ts';

/** The kinds of entry that a person writes. */
export type FormKind = 'expense' | 'income' | 'transfer';

/** Where a transfer takes money from or brings it to. */
export type PlaceNumber = TreasuryAccountNumber | typeof classAdvanceAccountNumber;

/** The account of the bank in the chart. */
export type BankNumber = typeof bankAccountNumber | typeof postalAccountNumber;

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
  readonly bankNumber: BankNumber;
  readonly fromAccountNumber: PlaceNumber | '';
  readonly toAccountNumber: PlaceNumber | '';
  readonly withoutVoucher: boolean;
  readonly noVoucherReason: string;
}

export const emptySplit: SplitTyped = { accountNumber: '', amount: '', projectId: '' };

/** An empty form of that kind, dated today. */
export const emptyForm = (kind: FormKind, today: Day, bankNumber: BankNumber): EntryForm => ({
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
export const withKind = (form: EntryForm, kind: FormKind): EntryForm =>
  form.kind === kind ? form : { ...form, kind, accountNumber: '', splits: [] };

/** Where the money of an expense or an income is, by how it was paid. */
export const treasuryOf = ({ paymentMeans, bankNumber }: EntryForm): TreasuryAccountNumber =>
  paymentMeans === 'cash' ? cashAccountNumber : bankNumber;

/** Whether the entry leaves the class with an advance, or brings one back. */
export const touchesAdvance = ({ fromAccountNumber, toAccountNumber }: EntryForm): boolean =>
  [fromAccountNumber, toAccountNumber].includes(classAdvanceAccountNumber);

/** An entry as its form showed it: to finish a draft, or to correct what was posted. */
export function formOfEntry(entry: LedgerEntry, bankNumber: BankNumber): EntryForm {
  const { kind, label, counterparty = '', chequeNumber = '', noVoucherReason = '' } = entry;
  const common: EntryForm = {
    ...emptyForm(
      kind === 'expense' || kind === 'income' ? kind : 'transfer',
      entry.entryDate,
      bankNumber,
    ),
    amount: formatAmountField(entryAmountCents(entry)),
    label,
    counterparty,
    chequeNumber,
    withoutVoucher: noVoucherReason !== '',
    noVoucherReason,
  };
  return common.kind === 'transfer'
    ? { ...common, ...placesOf(entry) }
    : { ...common, ...paymentOf(entry, bankNumber), ...purposesOf(entry) };
}

const placeNumbers = [
  bankAccountNumber,
  postalAccountNumber,
  cashAccountNumber,
  classAdvanceAccountNumber,
] as const;

const placeNumberOf = (accountNumber: string | undefined): PlaceNumber | '' =>
  placeNumbers.find((known) => known === accountNumber) ?? '';

function placesOf(entry: LedgerEntry) {
  const [from] = placeLines(entry).filter(({ side }) => side === 'credit');
  const [to] = placeLines(entry).filter(({ side }) => side === 'debit');
  return {
    fromAccountNumber: placeNumberOf(from?.accountNumber),
    toAccountNumber: placeNumberOf(to?.accountNumber),
  };
}

function paymentOf(entry: LedgerEntry, bankNumber: BankNumber): Partial<EntryForm> {
  const place = placeLines(entry)[0]?.accountNumber;
  return {
    paymentMeans: entry.paymentMeans ?? (place === cashAccountNumber ? 'cash' : ''),
    bankNumber: place === postalAccountNumber ? postalAccountNumber : bankNumber,
  };
}

function purposesOf(entry: LedgerEntry): Partial<EntryForm> {
  const splits = purposeLines(entry).map(({ accountNumber, amountCents, projectId = '' }) => ({
    accountNumber,
    amount: formatAmountField(amountCents),
    projectId,
  }));
  const [first] = splits;
  if (splits.length > 1 || !first) return { splits };
  return { accountNumber: first.accountNumber, projectId: first.projectId };
}

/** The kinds that the form can write again: the others are taken back, never corrected. */
export const isCorrectable = ({ kind }: LedgerEntry): boolean =>
  kind === 'expense' || kind === 'income' || kind === 'transfer';
