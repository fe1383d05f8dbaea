import type { Day } from '../dates.ts';
import { bankAccountNumber, cashAccountNumber } from '../ledger/chart.ts';
import type { EntryContent } from '../ledger/entry.ts';
import { sumCents, type Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import type { Collection } from './collection.ts';
import { keptCentsOf, type FamilyPayment } from './family-payment.ts';

/** A part of a payment that goes back to the family, or all of it. */
interface RefundedPart {
  readonly paymentId: string;
  readonly amountCents: Cents;
}

/**
 * Payments given back by the cooperative itself. `givenBack`: the cheque or the cash was never
 * booked and goes back as it came. What was paid on a platform is refunded there, and nowhere else.
 */
export interface Refund {
  readonly id: string;
  readonly means: 'cheque' | 'cash' | 'transfer' | 'givenBack';
  readonly chequeNumber?: string | undefined;
  readonly refunds: readonly RefundedPart[];
  readonly refundedOn: Day;
}

/** A payment with what goes back of it. */
export interface RefundedPayment {
  readonly payment: FamilyPayment;
  readonly amountCents: Cents;
}

/** The refund in one fixed order: equal text means the same refund. */
export const refundFacts = (collectionId: string, refund: Refund): string =>
  JSON.stringify([
    collectionId,
    refund.id,
    refund.means,
    refund.chequeNumber ?? '',
    refund.refunds.map(({ paymentId, amountCents }) => [paymentId, amountCents]).toSorted(),
    refund.refundedOn,
  ]);

const isRefundable = (refund: Refund, payment: FamilyPayment): boolean =>
  payment.means !== 'platform' &&
  payment.familyId !== undefined &&
  payment.state === (refund.means === 'givenBack' ? 'received' : 'booked');

/**
 * The payments of a refund: each once, by other means than a platform, in the books unless they
 * are given back as they came. Never more than what is left of each, and of what its family paid.
 */
export function refundedPayments(
  refund: Refund,
  payments: readonly FamilyPayment[],
  paidCentsOfFamily: (familyId: string) => Cents,
): Result<readonly RefundedPayment[], 'payment_not_refundable' | 'refund_too_large'> {
  const chosen = refund.refunds.flatMap(({ paymentId, amountCents }) =>
    payments
      .filter((payment) => payment.id === paymentId && isRefundable(refund, payment))
      .map((payment) => ({ payment, amountCents })),
  );
  const ids = new Set(chosen.map(({ payment }) => payment.id));
  if (ids.size !== refund.refunds.length) return reject('payment_not_refundable', 'refunds');
  const whole = refund.means === 'givenBack';
  const tooLarge = chosen.some(({ payment, amountCents }) =>
    whole ? amountCents !== keptCentsOf(payment) : amountCents > keptCentsOf(payment),
  );
  const byFamily = Map.groupBy(chosen, ({ payment }) => payment.familyId ?? '');
  const beyond = [...byFamily].some(
    ([familyId, parts]) => refundTotalCents(parts) > paidCentsOfFamily(familyId),
  );
  return tooLarge || beyond ? reject('refund_too_large', 'refunds') : accept(chosen);
}

export const refundTotalCents = (refunded: readonly RefundedPayment[]): Cents =>
  sumCents(refunded.map(({ amountCents }) => amountCents));

/**
 * The one entry of a refund: out of the bank or of the cash box, on the account of the collecte.
 * Rules: LEDGER-1, VOUCHER-1 (docs/rules.md).
 */
export function refundEntry(
  refund: Refund & { readonly means: 'cheque' | 'cash' | 'transfer' },
  collection: Pick<Collection, 'id' | 'title' | 'accountNumber' | 'projectId'>,
  refunded: readonly RefundedPayment[],
  voucher: { readonly attachmentId: string; readonly sha256: string },
): EntryContent {
  const amountCents = refundTotalCents(refunded);
  const { accountNumber, projectId } = collection;
  return {
    id: refund.id,
    kind: 'refund',
    entryDate: refund.refundedOn,
    label: `Remboursement aux familles\u00A0: ${collection.title}`,
    counterparty: 'Familles',
    paymentMeans: refund.means,
    chequeNumber: refund.chequeNumber,
    attachmentIds: [voucher.attachmentId],
    voucherSha256: voucher.sha256,
    collectionId: collection.id,
    lines: [
      { accountNumber, side: 'debit', amountCents, projectId },
      {
        accountNumber: refund.means === 'cash' ? cashAccountNumber : bankAccountNumber,
        side: 'credit',
        amountCents,
      },
    ],
  };
}
