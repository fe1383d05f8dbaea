import { createHash } from 'node:crypto';

/** The messages of a platform that follows our contract, for tests. */

export interface Line {
  readonly movement_id: string;
  readonly kind: 'charge' | 'refund' | 'dispute' | 'fee' | 'adjustment';
  readonly payment_id?: string;
  readonly family_ref?: string;
  readonly payer_name?: string;
  readonly campaign?: string;
  readonly gross_cents: number;
  readonly fee_cents: number;
  readonly net_cents: number;
  readonly paid_at: string;
}

export type Delivery = readonly [
  id: string,
  content: { readonly type: string; readonly [field: string]: unknown },
];

/** The charge of the family number `index`. */
export const chargeOf = (
  index: number,
  familyReference: string | undefined,
  { gross = 4_500, fee = 0, campaign = 'Ailleurs' } = {},
): Line => ({
  movement_id: `mv_${index}`,
  kind: 'charge',
  payment_id: `pay_${index}`,
  ...(familyReference !== undefined && { family_ref: familyReference }),
  payer_name: `Famille ${index}`,
  campaign,
  gross_cents: gross,
  fee_cents: fee,
  net_cents: gross - fee,
  paid_at: '2026-03-03T09:00:00Z',
});

/** What gives a charge back, its fee kept by the platform. */
export const refundOf = (charge: Line): Line => ({
  ...charge,
  movement_id: `${charge.movement_id}_refund`,
  kind: 'refund',
  gross_cents: -charge.gross_cents,
  fee_cents: 0,
  net_cents: -charge.gross_cents,
});

/** What the bank of a family takes back, and what contesting costs; won, it comes back. */
export const disputeOf = (charge: Line, { fee = 0, won = false } = {}): Line => {
  const gross = won ? charge.gross_cents : -charge.gross_cents;
  return {
    ...charge,
    movement_id: `${charge.movement_id}_${won ? 'won' : 'dispute'}`,
    kind: 'dispute',
    gross_cents: gross,
    fee_cents: fee,
    net_cents: gross - fee,
  };
};

const about =
  (type: string) =>
  (line: Line): Delivery => [
    `${type.replace('.', '_')}_${line.movement_id}`,
    { type, timestamp: line.paid_at, data: line },
  ];

export const announced = about('payment.created');
export const succeeded = about('payment.succeeded');
export const refused = about('payment.failed');
export const refunded = about('payment.refunded');
export const disputed = about('payment.disputed');

const payout =
  (type: string, timestamp: string) =>
  (id: string, lines: readonly Line[], changed: Record<string, unknown> = {}): Delivery => [
    `${type.replace('.', '_')}_${id}`,
    {
      type,
      timestamp,
      data: {
        payout: {
          id,
          amount_cents: lines.reduce((sum, line) => sum + line.net_cents, 0),
          fee_cents: lines.reduce((sum, line) => sum + line.fee_cents, 0),
          arrival_date: '2026-03-16',
          bank_reference: `JAIKAN ${id}`,
          lines_count: lines.length,
          ...changed,
        },
        lines,
      },
    },
  ];

export const payoutCreated = payout('payout.created', '2026-03-15T08:00:00Z');
export const payoutPaid = payout('payout.paid', '2026-03-16T08:00:00Z');
export const payoutFailed = payout('payout.failed', '2026-03-18T08:00:00Z');

/** The list in another order, the same one for the same seed. */
export const shuffled = <Value>(list: readonly Value[], seed: string): readonly Value[] =>
  list
    .map((value, index) => ({
      value,
      at: createHash('sha256').update(`${seed}|${index}`).digest('hex'),
    }))
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .map(({ value }) => value);
