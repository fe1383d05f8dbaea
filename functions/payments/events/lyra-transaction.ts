import type { Day } from '#shared/domain/dates.ts';
import type { Cents } from '#shared/domain/money.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';

/** A transaction of Lyra's platforms, whichever way it was told. */
export interface LyraTransaction {
  readonly id: string;
  readonly operation: 'DEBIT' | 'CREDIT' | 'VERIFICATION';
  readonly status: string;
  readonly amountCents: Cents;
  readonly on: Day;
  /** Which instalment it is; each has its own transaction. */
  readonly sequenceNumber: number;
  /** The transaction that a refund gives back. */
  readonly parentId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly payerName?: string | undefined;
}

const paid = new Set(['AUTHORISED', 'CAPTURED', 'ACCEPTED']);
const failed = new Set(
  'REFUSED CANCELLED EXPIRED ABANDONED NOT_CREATED CAPTURE_FAILED ERROR'.split(' '),
);

/**
 * What a transaction says of its payment: a debit is the payment, a credit is a refund of the debit
 * before it. Undefined when it moves no money; `parentless` when a refund does not say of what.
 */
export function factsOfLyra(transaction: LyraTransaction): PaymentFacts | 'parentless' | undefined {
  const { id, operation, status, amountCents, on, parentId, orderId, payerName } = transaction;
  if (operation === 'VERIFICATION') return undefined;
  if (operation === 'CREDIT') {
    if (!paid.has(status)) return undefined;
    if (parentId === undefined) return 'parentless';
    return { paymentId: parentId, heardOn: on, refunds: { [id]: amountCents } };
  }
  return {
    paymentId: id,
    heardOn: on,
    familyReference: orderId,
    payerName,
    failed: failed.has(status),
    charge: paid.has(status) ? { grossCents: amountCents, paidOn: on } : undefined,
  };
}
