import { counts } from '#shared/domain/collections/family-payment.ts';
import { dayInParis, daysBetween } from '#shared/domain/dates.ts';
import { findFamily } from '#functions/stores/collections.ts';
import { queueMailOnce, receiptSlot } from '#functions/stores/family-mails.ts';
import { findPayment } from '#functions/stores/family-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';

/** An address given weeks later brings no receipts of the past. */
const daysMax = 15;

/** Queues the receipt of a payment that arrived, when its family left an address: once for ever. */
export async function queueReceipt(
  scope: CoopScope,
  { collectionId, paymentId }: { readonly collectionId: string; readonly paymentId: string },
  now: string,
): Promise<void> {
  const payment = await findPayment(scope, collectionId, paymentId);
  if (payment?.familyId === undefined || !counts(payment)) return;
  if (daysBetween(payment.paidOn, dayInParis(now)) > daysMax) return;
  const family = await findFamily(scope, collectionId, payment.familyId);
  if (family?.contactMail === undefined) return;
  await queueMailOnce(scope, {
    collectionId,
    familyId: family.id,
    slot: receiptSlot(payment.id),
    queuedAt: now,
    by: 'stream',
  });
}
