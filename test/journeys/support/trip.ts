import { today } from './calendar.ts';

/** What the families of the trip pay, and what the platform keeps of each payment, in cents. */
export const priceCents = 4_500;
export const feeCents = 65;

export interface TripFamily {
  readonly reference: string;
  readonly pupil: string;
}

const charge = (family: TripFamily, index: number, title: string, paidAt: string) => ({
  movement_id: `mv_${index}`,
  kind: 'charge',
  payment_id: `pay_${index}`,
  family_ref: family.reference,
  payer_name: `Famille ${family.pupil}`,
  campaign: title,
  gross_cents: priceCents,
  fee_cents: feeCents,
  net_cents: priceCents - feeCents,
  paid_at: paidAt,
});

const anHourAgo = (): string => new Date(Date.now() - 3_600_000).toISOString();

/**
 * Each family's payment as the platform tells it, then the payout that settles them all. `first` is
 * the number of the first payment, for several payouts on one platform.
 */
export function tripMessages(
  families: readonly TripFamily[],
  title: string,
  { first = 0, paidAt = anHourAgo() } = {},
) {
  const timestamp = new Date().toISOString();
  const lines = families.map((family, index) => charge(family, first + index, title, paidAt));
  const payments = lines.map((data) => ({
    id: `msg_${data.payment_id}`,
    body: { type: 'payment.succeeded', timestamp, data },
  }));
  const payout = {
    id: `msg_payout_${first + 1}`,
    body: {
      type: 'payout.paid',
      timestamp,
      data: {
        payout: {
          id: `po_mer_${first + 1}`,
          amount_cents: families.length * (priceCents - feeCents),
          fee_cents: families.length * feeCents,
          arrival_date: today(),
          bank_reference: `JAIKAN VERSEMENT ${4_207 + first}`,
          lines_count: lines.length,
        },
        lines,
      },
    },
  };
  return { payments, payout };
}
