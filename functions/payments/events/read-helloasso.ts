import * as z from 'zod';
import { failed, ignored, ignoredFor, readAgain, type Reading, type ToRead } from './reading.ts';

const slug = z.string().max(200);
const id = z.int().positive().transform(String);

const paymentSchema = z.object({
  id,
  order: z.object({ organizationSlug: slug }),
  paymentMeans: z.string().max(60).nullish(),
});

const orderSchema = z.object({
  organizationSlug: slug,
  payments: z
    .array(z.object({ id, state: z.string().max(60), paymentMeans: z.string().max(60).nullish() }))
    .max(50)
    .nullish(),
});

const messageSchema = z.object({
  eventType: z.string(),
  data: z.looseObject({
    organizationSlug: slug.nullish(),
    new_slug_organization: z.unknown().optional(),
  }),
});

/** What an association notes by hand on the platform: the money never goes through it. */
const handMade = new Set(['Check', 'Cash', 'BankTransfer', 'Other']);

/** Instalments to come, of which there is nothing to read yet. */
const toCome = new Set(['Pending', 'Waiting']);

/**
 * Reads a notification of HelloAsso, signed or not: it only says which payments to read again. The
 * association must be the one bound; what a notification says of a new name binds nothing.
 */
export function readHelloAsso(message: unknown, accountId: string | undefined): Reading | ToRead {
  const read = messageSchema.safeParse(message);
  if (!read.success) return failed('unreadable');
  const { eventType, data } = read.data;
  if (data.new_slug_organization !== undefined) return failed('account_changes');
  if (eventType === 'Payment') return readPayment(data, accountId);
  if (eventType === 'Order') return readOrder(data, accountId);
  return isBound(data.organizationSlug, accountId) ? ignored : failed('other_account');
}

const isBound = (told: string | null | undefined, accountId: string | undefined): boolean =>
  accountId !== undefined && told === accountId;

function readPayment(data: unknown, accountId: string | undefined): Reading | ToRead {
  const read = paymentSchema.safeParse(data);
  if (!read.success) return failed('unreadable');
  if (!isBound(read.data.order.organizationSlug, accountId)) return failed('other_account');
  if (handMade.has(read.data.paymentMeans ?? '')) return ignoredFor('paid_offline');
  return readAgain('payment', read.data.id);
}

function readOrder(data: unknown, accountId: string | undefined): Reading | ToRead {
  const read = orderSchema.safeParse(data);
  if (!read.success) return failed('unreadable');
  if (!isBound(read.data.organizationSlug, accountId)) return failed('other_account');
  const payments = read.data.payments ?? [];
  const ids = payments
    .filter(({ state, paymentMeans }) => !toCome.has(state) && !handMade.has(paymentMeans ?? ''))
    .map((payment) => payment.id);
  return ids.length === 0 ? ignored : readAgain('payment', ...ids);
}
