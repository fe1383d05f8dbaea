import * as z from 'zod';
import { cents, sumCents, zeroCents, type Cents } from '#shared/domain/money.ts';
import type { Movement, MovementKind } from '#shared/domain/payments/movement.ts';
import { partsOf } from './answers.ts';
import { namedMovements } from './movement-names.ts';

/** Amounts of items are written in cents with a decimal: in tenths of a cent. */
const tenths = z
  .string()
  .max(20)
  .transform((written, context): number => {
    const read = partsOf(written, 1);
    if (read !== undefined) return read;
    context.addIssue({ code: 'custom', message: 'not an amount in tenths of a cent' });
    return z.NEVER;
  });

export const itemSchema = z.object({
  type: z.string().max(60),
  amount: tenths,
  links: z.object({ payment: z.string().nullish(), refund: z.string().nullish() }).nullish(),
});

type Item = z.output<typeof itemSchema>;

const kinds: Readonly<Record<string, MovementKind>> = {
  payment_paid_out: 'charge',
  payment_failed: 'dispute',
  payment_charged_back: 'dispute',
  payment_refunded: 'refund',
  refund: 'refund',
  refund_funds_returned: 'refund',
  gocardless_fee: 'fee',
  app_fee: 'fee',
  revenue_share: 'fee',
  surcharge_fee: 'fee',
};

const kindOf = ({ type }: Item): MovementKind => kinds[type] ?? 'adjustment';
const isWhole = ({ amount }: Item): boolean => amount % 10 === 0;

/** To the nearest cent, a half away from zero. */
export const roundedTenths = (total: number): Cents =>
  cents(Math.sign(total) * Math.round(Math.abs(total) / 10));

/** A payment charged back is the same movement here and on the payment. */
export const chargedBackId = (paymentId: string): string => `charged-back-${paymentId}`;

/**
 * The movements of a payout. Fees are fractions of a cent: all of them are one movement, and the sum
 * of everything is rounded once, as the platform does. Undefined when a family's amount is no
 * whole number of cents.
 */
export function movementsOf(
  payoutId: string,
  items: readonly Item[],
  paidAt: string,
): readonly Movement[] | undefined {
  const others = items.filter((item) => kindOf(item) !== 'fee');
  if (!others.every(isWhole)) return undefined;
  const name = namedMovements(payoutId);
  const movements = others.map((item): Movement => {
    const kind = kindOf(item);
    const paymentId = item.links?.payment ?? undefined;
    const grossCents = cents(item.amount / 10);
    const movementId =
      item.type === 'payment_charged_back' && paymentId !== undefined
        ? chargedBackId(paymentId)
        : name(item.type, paymentId ?? item.links?.refund ?? '');
    return {
      movementId,
      kind,
      paymentId,
      grossCents,
      feeCents: zeroCents,
      netCents: grossCents,
      paidAt,
    };
  });
  const netCents = roundedTenths(items.reduce((sum, { amount }) => sum + amount, 0));
  const feeCents = cents(sumCents(movements.map((one) => one.netCents)) - netCents);
  return feeCents === 0 ? movements : [...movements, feeOf(payoutId, feeCents, paidAt)];
}

/** All the fees of a payout, as one movement. */
export const feeOf = (payoutId: string, feeCents: Cents, paidAt: string): Movement => ({
  movementId: `${payoutId}-fees`,
  kind: 'fee',
  grossCents: zeroCents,
  feeCents,
  netCents: cents(-feeCents),
  paidAt,
});
