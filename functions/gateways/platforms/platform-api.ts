import type { Movement } from '#shared/domain/payments/movement.ts';
import type { PayoutFacts } from '#shared/domain/payments/payout.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';

/** How we ask a platform: our read-only key, and the account that the cooperative bound. */
export interface PlatformAccess {
  /** Which brand, where one API is that of several. */
  readonly provider?: string | undefined;
  readonly apiKey: string;
  readonly accountId?: string | undefined;
  readonly mode: 'live' | 'test';
}

/** The platform will not: our key or our question is wrong, asking again is no use. */
export class PlatformRefused extends Error {
  override readonly name = 'PlatformRefused';
}

/** The platform cannot for now, or did not answer as an API does: worth asking again. */
export class PlatformUnavailable extends Error {
  override readonly name = 'PlatformUnavailable';
}

/** A payment that changed, as it is now, and when it changed. */
export interface PaymentNews {
  readonly facts: PaymentFacts;
  readonly changedAt: string;
}

/** What a platform tells that is newer than the last time we asked. */
export interface PlatformNews {
  readonly payments: readonly PaymentNews[];
  /** Without their lines: those are read when a payout is paid and not yet in the books. */
  readonly payouts: readonly PayoutFacts[];
  /** How many could not be read, another currency for one: never booked, told to the operators. */
  readonly leftOut: number;
}

/** Nothing new. */
export const noNews: PlatformNews = { payments: [], payouts: [], leftOut: 0 };

/**
 * What a platform's API lets us read again. One fixed host for each platform and mode, no
 * redirection followed, nothing taken from a message but an id that was checked. Throws
 * `PlatformRefused` when the platform will not, any other error when it is worth trying again.
 */
export interface PlatformApi {
  /** A payment as the platform itself tells it; undefined when it knows no such payment. */
  readonly readPayment: (
    access: PlatformAccess,
    paymentId: string,
  ) => Promise<PaymentFacts | undefined>;
  /** A payout as the platform itself tells it; undefined when it knows no such payout. */
  readonly readPayout: (
    access: PlatformAccess,
    payoutId: string,
  ) => Promise<PayoutFacts | undefined>;
  /** Every movement of a payout; undefined when the platform cannot itemise it. */
  readonly readPayoutLines: (
    access: PlatformAccess,
    payoutId: string,
  ) => Promise<readonly Movement[] | undefined>;
  /** What changed between two instants (ISO 8601), payments and payouts; absent without such a list. */
  readonly listNews?: (access: PlatformAccess, since: string, now: string) => Promise<PlatformNews>;
  /** Its list does not show what becomes of an old payment: each one known is read again at night. */
  readonly knownAreReadAgain?: true;
}
