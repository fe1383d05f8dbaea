import { day, dayInParis } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { factsOfPayout } from '#shared/domain/payments/facts.ts';
import { movementTotals, type Movement } from '#shared/domain/payments/movement.ts';
import { mergePayout, type PayoutFacts } from '#shared/domain/payments/payout.ts';
import { notePayments } from '#functions/payments/events/note-payments.ts';
import { closePayout } from '#functions/payments/payouts/close-payout.ts';
import { keepMovements } from '#functions/stores/movements.ts';
import { findPayout, keepPayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import type { Line } from '#test/support/messages.ts';

/** A line of a message as the closer sees it. */
export const movementOf = (line: Line): Movement => ({
  movementId: line.movement_id,
  kind: line.kind,
  paymentId: line.payment_id,
  familyReference: line.family_ref,
  campaign: line.campaign,
  payerName: line.payer_name,
  grossCents: cents(line.gross_cents),
  feeCents: cents(line.fee_cents),
  netCents: cents(line.net_cents),
  paidAt: line.paid_at,
});

/** Tells of a payout and closes it, as the worker does, without a message. */
export async function bookPayout(
  scope: CoopScope,
  id: string,
  lines: readonly Movement[],
  { now = '2026-03-16T09:00:00.000Z', ...told }: Partial<PayoutFacts> & { now?: string } = {},
) {
  const facts: PayoutFacts = {
    id,
    status: 'paid',
    arrivalOn: day('2026-03-16'),
    netCents: movementTotals(lines).netCents,
    itemised: true,
    lines,
    toldAt: now,
    ...told,
  };
  const merged = mergePayout(await findPayout(scope, 'jaikan', id), 'jaikan', facts, now);
  if (!merged.ok) return merged;
  await keepMovements(scope, lines);
  await commit([keepPayout(scope, merged.value)]);
  await notePayments(scope, 'jaikan', factsOfPayout(id, lines));
  const payout = await findPayout(scope, 'jaikan', id);
  if (!payout) throw new Error('no payout');
  return closePayout(scope, payout, { now, today: dayInParis(now), eventId: 'test' });
}
