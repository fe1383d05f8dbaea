import type { FailedReason } from '#shared/domain/payments/held.ts';
import type { PayoutFacts } from '#shared/domain/payments/payout.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';

/** What a message says, in our words. */
export type Reading =
  | { readonly kind: 'ignored' }
  | { readonly kind: 'failed'; readonly reason: FailedReason }
  | {
      readonly kind: 'facts';
      readonly payments: readonly PaymentFacts[];
      readonly payout?: PayoutFacts;
    };

export const ignored: Reading = { kind: 'ignored' };
export const failed = (reason: FailedReason): Reading => ({ kind: 'failed', reason });

/** A message about one payment; nothing to do when it says nothing of one. */
export const aboutPayment = (facts: PaymentFacts | undefined): Reading =>
  facts ? { kind: 'facts', payments: [facts] } : ignored;

export const aboutPayout = (payout: PayoutFacts): Reading => ({
  kind: 'facts',
  payments: [],
  payout,
});
