import { bankAccountNumber, postalAccountNumber } from '#shared/domain/ledger/chart.ts';
import type { BankNumber } from './entry-form.ts';

export const isBankNumber = (accountNumber: string): accountNumber is BankNumber =>
  accountNumber === bankAccountNumber || accountNumber === postalAccountNumber;

/** The accounts of the chart that the bank accounts stand for, each once; 512 before any is known. */
export function bankNumbersOf(
  bankAccounts: readonly { readonly accountNumber: string }[] = [],
): readonly [BankNumber, ...BankNumber[]] {
  const numbers = new Set(bankAccounts.map(({ accountNumber }) => accountNumber));
  const [first, ...rest] = [...numbers].filter(isBankNumber).toSorted();
  return first === undefined ? [bankAccountNumber] : [first, ...rest];
}
