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
  const payouts = await Promise.all(kept.map((payout) => atYearEnd(scope, payout)));
  return { ...heldAtYearEnd(year, payments, payouts, booked), payments };
}

async function atYearEnd(scope: CoopScope, payout: KeptPayout): Promise<PayoutOfYearEnd> {
  const { provider, arrivalOn, entryId, reversalId, carriedBy, decision } = payout;
  const isBooked = entryId !== undefined && reversalId === undefined;
  const isSettled = isBooked || carriedBy !== undefined;
  return {
    provider,
    arrivalOn,
    isSettled,
    isBooked: isBooked && decision?.kind !== 'link',
    lines: isSettled ? ((await withMovements(scope, payout)).lines ?? []) : [],
  };
}
