import type { FiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import {
  heldAtYearEnd,
  type HeldAtYearEnd,
  type PayoutOfYearEnd,
} from '#shared/domain/payments/held-at-year-end.ts';
import type { PlatformPayment } from '#shared/domain/payments/platform-payment.ts';
import { listHeld } from '#functions/stores/held-movements.ts';
import { listPayouts, withMovements, type KeptPayout } from '#functions/stores/payouts.ts';
import { listPlatformPayments } from '#functions/stores/platform-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';

/** What platforms held at the end of the year and no entry says, with the payments behind it. */
export async function readHeldAtYearEnd(
  scope: CoopScope,
  year: FiscalYear,
): Promise<HeldAtYearEnd & { readonly payments: readonly PlatformPayment[] }> {
  const payments = await listPlatformPayments(scope);
  if (payments.length === 0) return { waiting: [], bookedAfter: [], payments };
  const [kept, booked] = await Promise.all([listPayouts(scope), listHeld(scope)]);
  const payouts = await Promise.all(kept.map((payout) => atYearEnd(scope, payout, kept)));
  return { ...heldAtYearEnd(year, payments, payouts, booked), payments };
}

/** A payout of zero is where the one that took it along is. */
async function atYearEnd(
  scope: CoopScope,
  payout: KeptPayout,
  kept: readonly KeptPayout[],
): Promise<PayoutOfYearEnd> {
  const { provider, carriedBy } = payout;
  const booked = kept.find((one) => one.provider === provider && one.id === carriedBy) ?? payout;
  const isSettled = booked.entryId !== undefined && booked.reversalId === undefined;
  return {
    provider,
    arrivalOn: booked.arrivalOn,
    isSettled,
    isBooked: isSettled && booked.decision?.kind !== 'link',
    lines: isSettled ? ((await withMovements(scope, payout)).lines ?? []) : [],
  };
}
