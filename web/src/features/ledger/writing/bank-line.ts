import { messageOf } from '#shared/contract/messages.ts';
import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { findReconciliationEndpoint } from '#shared/contract/bank/matching.ts';
import { bankAccountNumber, platformFeeAccountNumber } from '#shared/domain/ledger/chart.ts';
import type { PaymentMeans } from '#shared/domain/ledger/entry.ts';
import { cents, formatAmountField } from '#shared/domain/money.ts';
import { searchable } from '#shared/domain/text.ts';
import { findReconciliation } from '#web/api/bank.ts';
import { ProblemError } from '#web/api/problem-error.ts';
import { isBankNumber } from './bank-numbers.ts';
import { emptyForm, type EntryForm } from './entry-form.ts';

type BankLine = AnswerOf<typeof findReconciliationEndpoint>['lines'][number];

/** A line of the bank with its account. Only ids are in the address: a label may name a person. */
export const bankLineQuery = (coopId: string, bankAccountId: string, lineId: string) => ({
  queryKey: ['bank', coopId, 'line', bankAccountId, lineId],
  queryFn: async () => {
    const { bankAccount, lines } = await findReconciliation({ coopId, bankAccountId });
    const line = lines.find(({ id }) => id === lineId);
    if (line) return { bankAccount, line };
    throw new ProblemError({ status: 404, code: 'line_unknown', detail: messageOf.line_unknown });
  },
});

const meansWords: readonly (readonly [pattern: RegExp, means: PaymentMeans])[] = [
  [/\b(?:cheque|chq)\b/u, 'cheque'],
  [/\b(?:cb|carte)\b/u, 'card'],
  [/\b(?:vir|virement|sepa)\b/u, 'transfer'],
  [/\b(?:prlv|prelevement|frais|cotisation|commission)\b/u, 'directDebit'],
];

const feeWords = /\b(?:frais|cotisation|commission|tenue de compte)\b/u;

/** How the bank says it was paid, as far as its label tells. */
export const meansInLabel = (label: string): PaymentMeans | '' =>
  meansWords.find(([pattern]) => pattern.test(searchable(label)))?.[1] ?? '';

/** The form of the entry that a line of the bank is missing. */
export function formOfLine(line: BankLine, accountNumber: string): EntryForm {
  const isOut = line.amountCents < 0;
  const paymentMeans = meansInLabel(line.label);
  const isFee = isOut && feeWords.test(searchable(line.label));
  const [, chequeNumber = ''] =
    paymentMeans === 'cheque' && isOut ? (/\b(\d{4,9})\b/u.exec(line.label) ?? []) : [];
  return {
    ...emptyForm(
      isOut ? 'expense' : 'income',
      line.date,
      isBankNumber(accountNumber) ? accountNumber : bankAccountNumber,
    ),
    amount: formatAmountField(cents(Math.abs(line.amountCents))),
    label: line.label,
    paymentMeans,
    chequeNumber,
    ...(isFee && { accountNumber: platformFeeAccountNumber }),
  };
}
