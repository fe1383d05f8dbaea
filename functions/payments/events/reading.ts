import {
  ignoredBecause,
  type FailedReason,
  type HeldReason,
  type IgnoredReason,
} from '#shared/domain/payments/held.ts';
import type { PayoutFacts } from '#shared/domain/payments/payout.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';

/** What a message is about, when only the platform itself is believed. */
export interface ToRead {
  readonly kind: 'readAgain';
  readonly what: 'payment' | 'payout';
  readonly ids: readonly string[];
}

/** What is known from a message, in our words. */
export type Reading =
  | { readonly kind: 'ignored'; readonly reason?: string }
  | { readonly kind: 'failed'; readonly reason: FailedReason }
  | { readonly kind: 'held'; readonly reason: HeldReason }
  | {
      readonly kind: 'facts';
      readonly payments: readonly PaymentFacts[];
      readonly payout?: PayoutFacts;
    };

export const ignored: Reading = { kind: 'ignored' };
export const ignoredFor = (reason: IgnoredReason): Reading => ({
  kind: 'ignored',
  reason: ignoredBecause[reason],
});
export const failed = (reason: FailedReason): Reading => ({ kind: 'failed', reason });
export const heldFor = (reason: HeldReason): Reading => ({ kind: 'held', reason });

/** A message about one payment; nothing to do when it says nothing of one. */
export const aboutPayment = (facts: PaymentFacts | undefined): Reading =>
  facts ? { kind: 'facts', payments: [facts] } : ignored;

export const aboutPayments = (payments: readonly PaymentFacts[]): Reading =>
  payments.length === 0 ? ignored : { kind: 'facts', payments };

export const aboutPayout = (payout: PayoutFacts): Reading => ({
  kind: 'facts',
  payments: [],
  payout,
});

export const readAgain = (what: ToRead['what'], ...ids: readonly string[]): ToRead => ({
  kind: 'readAgain',
  what,
  ids,
});
