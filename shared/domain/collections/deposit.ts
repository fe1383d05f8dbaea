import type { Day } from '../dates.ts';
import { bankAccountNumber, cashAccountNumber } from '../ledger/chart.ts';
import type { EntryContent } from '../ledger/entry.ts';
import { sumCents, type Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import type { Collection } from './collection.ts';
import type { FamilyPayment } from './family-payment.ts';

/** Cheques brought to the bank with one slip, or cash put in the cash box. */
export interface Deposit {
  readonly id: string;
  readonly means: 'cheque' | 'cash' | 'transfer';
  readonly paymentIds: readonly string[];
  readonly depositedOn: Day;
  readonly slipNumber?: string | undefined;
}

/** The deposit in one fixed order: equal text means the same deposit. */
export const depositFacts = (collectionId: string, deposit: Deposit): string =>
  JSON.stringify([
    collectionId,
    deposit.id,
    deposit.means,
    deposit.paymentIds.toSorted(),
    deposit.depositedOn,
    deposit.slipNumber ?? '',
  ]);

/** The number on the slip: the one of the bank's slip, else one made from the deposit's id. */
export const slipNumberOf = ({ id, slipNumber }: Deposit): string =>
  slipNumber ?? `R-${id.slice(-6)}`;

/**
 * The payments of a deposit, in the order of the request: each once, of the right means, received
 * and not yet in the books.
 */
export function depositedPayments(
  deposit: Deposit,
  payments: readonly FamilyPayment[],
): Result<readonly FamilyPayment[], 'payment_not_depositable'> {
  const chosen = [...new Set(deposit.paymentIds)].flatMap((paymentId) =>
    payments.filter(
      ({ id, means, state }) => id === paymentId && means === deposit.means && state === 'received',
    ),
  );
  return chosen.length === deposit.paymentIds.length
    ? accept(chosen)
    : reject('payment_not_depositable', 'paymentIds');
}

export const depositTotalCents = (payments: readonly FamilyPayment[]): Cents =>
  sumCents(payments.map(({ grossCents }) => grossCents));

/** `Remise de 3 chèques : Classe de mer`. */
function labelOf(deposit: Deposit, { title }: Pick<Collection, 'title'>, count: number): string {
  if (deposit.means === 'cash') return `Espèces reçues des familles : ${title}`;
  return count === 1 ? `Remise d’un chèque : ${title}` : `Remise de ${count} chèques : ${title}`;
}

/**
 * The one entry of a deposit: into the bank or the cash box, from the account of the collecte.
 * Rules: LEDGER-1, VOUCHER-1 (docs/rules.md).
 */
export function depositEntry(
  deposit: Deposit,
  collection: Pick<Collection, 'id' | 'title' | 'accountNumber' | 'projectId'>,
  payments: readonly FamilyPayment[],
  voucher: { readonly attachmentId: string; readonly sha256: string },
): EntryContent {
  const amountCents = depositTotalCents(payments);
  const { accountNumber, projectId } = collection;
  const cheque = deposit.means === 'cheque';
  return {
    id: deposit.id,
    kind: cheque ? 'deposit' : 'income',
    entryDate: deposit.depositedOn,
    label: labelOf(deposit, collection, payments.length),
    counterparty: 'Familles',
    paymentMeans: deposit.means,
    reference: slipNumberOf(deposit),
    attachmentIds: [voucher.attachmentId],
    voucherSha256: voucher.sha256,
    collectionId: collection.id,
    lines: [
      {
        accountNumber: cheque ? bankAccountNumber : cashAccountNumber,
        side: 'debit',
        amountCents,
      },
      { accountNumber, side: 'credit', amountCents, projectId },
    ],
  };
}
