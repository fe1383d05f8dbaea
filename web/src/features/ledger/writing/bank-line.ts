import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { findLineEndpoint } from '#shared/contract/bank/matching.ts';
import { bankAccountNumber } from '#shared/domain/ledger/chart.ts';
import type { PaymentMeans } from '#shared/domain/ledger/entry.ts';
import { cents, formatAmountField } from '#shared/domain/money.ts';
import { searchable } from '#shared/domain/text.ts';
import { findLine } from '#web/api/bank.ts';
import { isBankNumber } from './bank-numbers.ts';
import { emptyForm, type EntryForm } from './entry-form.ts';

type FoundLine = AnswerOf<typeof findLineEndpoint>;

/** What the form of a line starts with, and the entries that it comes from. */
export type LineFilling = NonNullable<FoundLine['filling']>;

/** The fields that it may fill. */
export type FilledField = Exclude<keyof LineFilling, 'like'>;

/** A line of the bank with its account. Only ids are in the address: a label may name a person. */
export const bankLineQuery = (coopId: string, bankAccountId: string, lineId: string) => ({
  queryKey: ['bank', coopId, 'line', bankAccountId, lineId],
  queryFn: () => findLine({ coopId, bankAccountId, lineId }),
});

const meansWords: readonly (readonly [pattern: RegExp, means: PaymentMeans])[] = [
  [/\b(?:cheque|chq)\b/u, 'cheque'],
  [/\b(?:cb|carte)\b/u, 'card'],
  [/\b(?:vir|virement|sepa)\b/u, 'transfer'],
  [/\b(?:prlv|prelevement|frais|cotisation|commission)\b/u, 'directDebit'],
];

/** How the bank says it was paid, as far as its label tells. */
export const meansInLabel = (label: string): PaymentMeans | '' =>
  meansWords.find(([pattern]) => pattern.test(searchable(label)))?.[1] ?? '';

/** The form of the entry that a line of the bank is missing. */
export function formOfLine({ line, bankAccount, filling }: FoundLine): EntryForm {
  const isOut = line.amountCents < 0;
  const paymentMeans = meansInLabel(line.label);
  const [, chequeNumber = ''] =
    paymentMeans === 'cheque' && isOut ? (/\b(\d{4,9})\b/u.exec(line.label) ?? []) : [];
  return {
    ...emptyForm(
      isOut ? 'expense' : 'income',
      line.date,
      isBankNumber(bankAccount.accountNumber) ? bankAccount.accountNumber : bankAccountNumber,
    ),
    amount: formatAmountField(cents(Math.abs(line.amountCents))),
    label: filling?.label ?? line.label,
    accountNumber: filling?.accountNumber ?? '',
    projectId: filling?.projectId ?? '',
    counterparty: filling?.counterparty ?? '',
    paymentMeans,
    chequeNumber,
  };
}

/** Why a field of the form holds what it holds, as long as it still does. */
export function whyFilled(
  form: EntryForm,
  filling: LineFilling | undefined,
  field: FilledField,
): string | undefined {
  if (!filling || filling[field] === undefined || filling[field] !== form[field]) return undefined;
  const [first, second] = filling.like;
  if (!first || !second) return 'D’après le libellé de la banque. Vérifiez.';
  return field === 'accountNumber'
    ? `Comme les deux dernières fois\u00A0: écritures n°\u00A0${first.number} et n°\u00A0${second.number}.`
    : 'Comme les deux dernières fois.';
}
