import * as z from 'zod';
import { failed, ignored, readAgain, type Reading, type ToRead } from './reading.ts';

const id = z.string().regex(/^[A-Z]{2}\w{1,60}$/u);

const eventSchema = z.object({
  id,
  resource_type: z.string().max(60),
  action: z.string().max(60),
  links: z.object({
    payment: id.optional(),
    payout: id.optional(),
    organisation: id.optional(),
  }),
});

/**
 * Reads an event of GoCardless: it names a payment or a payout, without its amount, which is read
 * again. Where it names an organisation, it is the one bound.
 */
export function readGoCardless(message: unknown, accountId: string | undefined): Reading | ToRead {
  const read = eventSchema.safeParse(message);
  if (!read.success) return failed('unreadable');
  const { resource_type: about, links } = read.data;
  if (links.organisation !== undefined && links.organisation !== accountId)
    return failed('other_account');
  if (about === 'payouts' && links.payout !== undefined) return readAgain('payout', links.payout);
  if (links.payment !== undefined && (about === 'payments' || about === 'refunds'))
    return readAgain('payment', links.payment);
  return ignored;
}
