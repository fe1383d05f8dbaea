import * as z from 'zod';
import { day, isDay } from '#shared/domain/dates.ts';
import { cents, maxCents } from '#shared/domain/money.ts';
import { oneLine } from '#shared/domain/text.ts';
import { factsOfMovement } from '#shared/domain/payments/facts.ts';
import { addsUp, movementKinds, type Movement } from '#shared/domain/payments/movement.ts';
import type { PayoutStatus } from '#shared/domain/payments/payout.ts';
import { aboutPayment, aboutPayout, failed, ignored, type Reading } from './reading.ts';

const id = z.string().regex(/^[\w.:-]{1,100}$/u);
const text = z.string().max(200).transform(oneLine);
const amount = z.int().min(-maxCents).max(maxCents).transform(cents);
const instant = z.iso.datetime({ offset: true });

/** A partner may add fields: they are left out, not refused. */
const movementSchema = z
  .object({
    movement_id: id,
    kind: z.enum(movementKinds),
    payment_id: id.optional(),
    family_ref: text.optional(),
    payer_name: text.optional(),
    campaign: text.optional(),
    gross_cents: amount,
    fee_cents: amount,
    net_cents: amount,
    paid_at: instant,
  })
  .transform((line): Movement => ({
    movementId: line.movement_id,
    kind: line.kind,
    paymentId: line.payment_id,
    familyReference: line.family_ref,
    campaign: line.campaign,
    payerName: line.payer_name,
    grossCents: line.gross_cents,
    feeCents: line.fee_cents,
    netCents: line.net_cents,
    paidAt: line.paid_at,
  }))
  .refine(addsUp)
  .refine(({ kind, grossCents }) => kind !== 'charge' || grossCents > 0)
  .refine(({ kind, grossCents }) => kind !== 'refund' || grossCents < 0);

const paymentMessage = z.object({ timestamp: instant, data: movementSchema });

const payoutMessage = z.object({
  timestamp: instant,
  data: z
    .object({
      payout: z.object({
        id,
        amount_cents: amount,
        fee_cents: amount.optional(),
        arrival_date: z.string().refine(isDay).transform(day),
        bank_reference: text.optional(),
        lines_count: z.int().optional(),
      }),
      lines: z.array(movementSchema).max(1_000).optional(),
    })
    .refine(
      ({ payout, lines }) =>
        payout.lines_count === undefined || !lines || lines.length === payout.lines_count,
    ),
});

const paymentKinds: Readonly<Record<string, Movement['kind'] | 'pending' | 'failed'>> = {
  'payment.created': 'pending',
  'payment.pending': 'pending',
  'payment.succeeded': 'charge',
  'payment.failed': 'failed',
  'payment.refunded': 'refund',
  'payment.disputed': 'dispute',
};

const payoutStatuses: Readonly<Record<string, PayoutStatus>> = {
  'payout.created': 'pending',
  'payout.paid': 'paid',
  'payout.failed': 'failed',
};

/** Reads a message of the contract that platforms without a public one are offered. */
export function readStandard(type: string, message: unknown): Reading {
  const kind = paymentKinds[type];
  if (kind !== undefined) return readPayment(kind, message);
  const status = payoutStatuses[type];
  return status === undefined ? ignored : readPayout(status, message);
}

function readPayment(kind: Movement['kind'] | 'pending' | 'failed', message: unknown): Reading {
  const read = paymentMessage.safeParse(message);
  if (!read.success || read.data.data.paymentId === undefined) return failed('unreadable');
  const movement = read.data.data;
  if (kind === 'pending' || kind === 'failed') {
    const facts = factsOfMovement({ ...movement, kind: 'charge' });
    return aboutPayment(facts && { ...facts, charge: undefined, failed: kind === 'failed' });
  }
  return movement.kind === kind ? aboutPayment(factsOfMovement(movement)) : failed('unreadable');
}

function readPayout(status: PayoutStatus, message: unknown): Reading {
  const read = payoutMessage.safeParse(message);
  if (!read.success) return failed('unreadable');
  const { payout, lines } = read.data.data;
  return aboutPayout({
    id: payout.id,
    status,
    arrivalOn: payout.arrival_date,
    netCents: payout.amount_cents,
    feeCents: payout.fee_cents,
    bankReference: payout.bank_reference,
    itemised: true,
    lines,
    toldAt: new Date(read.data.timestamp).toISOString(),
  });
}
