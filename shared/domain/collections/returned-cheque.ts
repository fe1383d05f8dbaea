import type { Day } from '../dates.ts';
import { bankAccountNumber, platformFeeAccountNumber } from '../ledger/chart.ts';
import type { EntryContent } from '../ledger/entry.ts';
import type { Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import type { Collection } from './collection.ts';
import type { FamilyPayment } from './family-payment.ts';

/** A cheque that the bank sent back unpaid, and what it charges for it. */
export interface ReturnedCheque {
  readonly id: string;
  readonly paymentId: string;
  readonly returnedOn: Day;
  readonly feeCents?: Cents | undefined;
}

/** The act in one fixed order: equal text means the same act. */
export const returnedChequeFacts = (collectionId: string, cheque: ReturnedCheque): string =>
  JSON.stringify([
    collectionId,
    cheque.id,
    cheque.paymentId,
    cheque.returnedOn,
    cheque.feeCents ?? '',
  ]);

/** Whether the cheque was brought to the bank, and nothing of it went back since. */
export const returnableCheque = (
  payment: FamilyPayment,
): Result<FamilyPayment, 'cheque_not_returnable'> =>
  payment.means === 'cheque' && payment.state === 'booked' && payment.refundedCents === 0
    ? accept(payment)
    : reject('cheque_not_returnable', 'paymentId');

/**
 * The entries of a returned cheque: its part of the slip is taken back from the bank, and the
 * charge of the bank stands apart, as on its statement. Rules: LEDGER-1, LEDGER-2 (docs/rules.md).
 */
export function returnedChequeEntries(
  cheque: ReturnedCheque,
  payment: Pick<FamilyPayment, 'chequeNumber' | 'grossCents'>,
  collection: Pick<Collection, 'id' | 'title' | 'accountNumber' | 'projectId'>,
  feeEntryId: string,
): readonly EntryContent[] {
  const { accountNumber, projectId } = collection;
  const amountCents = payment.grossCents;
  const common = {
    entryDate: cheque.returnedOn,
    attachmentIds: [],
    noVoucherReason: 'Avis de rejet de la banque',
    reference: payment.chequeNumber,
    collectionId: collection.id,
  };
  const returned: EntryContent = {
    ...common,
    id: cheque.id,
    kind: 'returned',
    label: `Chèque revenu impayé\u00A0: ${collection.title}`,
    counterparty: 'Familles',
    lines: [
      { accountNumber, side: 'debit', amountCents, projectId },
      { accountNumber: bankAccountNumber, side: 'credit', amountCents },
    ],
  };
  const { feeCents } = cheque;
  if (feeCents === undefined) return [returned];
  const fee: EntryContent = {
    ...common,
    id: feeEntryId,
    kind: 'expense',
    label: 'Frais de chèque impayé',
    counterparty: 'Banque',
    paymentMeans: 'directDebit',
    lines: [
      { accountNumber: platformFeeAccountNumber, side: 'debit', amountCents: feeCents, projectId },
      { accountNumber: bankAccountNumber, side: 'credit', amountCents: feeCents },
    ],
  };
  return [returned, fee];
}
