import * as z from 'zod';
import { failed, ignored, readAgain, type Reading, type ToRead } from './reading.ts';

const hintSchema = z.object({ id: z.string().regex(/^[\w-]{1,100}$/u) });

/** Reads what is left of a request that nobody signed: the payment to read again. */
export function readHint(message: unknown): Reading | ToRead {
  const read = hintSchema.safeParse(message);
  return read.success ? readAgain('payment', read.data.id) : failed('unreadable');
}

const mollieSchema = z.object({
  resource: z.literal('event'),
  entityId: z.string().regex(/^[a-z]{2,5}_\w{1,60}$/u),
});

/**
 * Reads an event of Mollie, or its older message, an id alone: the payment is read again. What is
 * about a payment link names no payment: the next sweep reads it.
 */
export function readMollie(message: unknown): Reading | ToRead {
  const event = mollieSchema.safeParse(message);
  if (!event.success) return readHint(message);
  const { entityId } = event.data;
  return /^tr_/u.test(entityId) ? readAgain('payment', entityId) : ignored;
}
