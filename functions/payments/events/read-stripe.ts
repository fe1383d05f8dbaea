import * as z from 'zod';
import { dayInParis } from '#shared/domain/dates.ts';
import { cents, maxCents, negateCents, type Cents } from '#shared/domain/money.ts';
import type { PayoutStatus } from '#shared/domain/payments/payout.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import { oneLine } from '#shared/domain/text.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { aboutPayment, aboutPayout, failed, ignored, type Reading } from './reading.ts';

const id = z.string().regex(/^\w{1,100}$/u);
const amount = z.int().min(-maxCents).max(maxCents).transform(cents);
const metadata = z
  .object({
    family_ref: z.string().max(200).transform(oneLine).optional(),
    campaign: z.string().max(200).transform(oneLine).optional(),
  })
  .nullish();
const name = z.string().max(200).transform(oneLine).nullish();
const seconds = z.int().min(0).max(9_999_999_999);

const eventSchema = z.object({
  id,
  type: z.string(),
  created: seconds,
  account: z.string().nullish(),
  livemode: z.boolean().nullish(),
  data: z.object({ object: z.looseObject({ currency: z.string().nullish() }) }),
});

type StripeEvent = z.output<typeof eventSchema>;

const sessionSchema = z.object({
  mode: z.string(),
  payment_status: z.string(),
  payment_intent: id.nullish(),
  amount_total: amount.nullish(),
  client_reference_id: z.string().max(200).nullish(),
  customer_details: z.object({ name }).nullish(),
  metadata,
});

const intentSchema = z.object({ id, amount: amount, amount_received: amount.optional(), metadata });

const chargeSchema = z.object({
  id,
  payment_intent: id.nullish(),
  amount,
  amount_refunded: amount.optional(),
  billing_details: z.object({ name }).nullish(),
  metadata,
});

const disputeSchema = z.object({
  charge: id.nullish(),
  payment_intent: id.nullish(),
  balance_transactions: z.array(z.object({ id, amount })).max(20),
});

const payoutSchema = z.object({
  id,
  amount,
  arrival_date: seconds,
  automatic: z.boolean(),
  statement_descriptor: z.string().max(200).nullish(),
  status: z.enum(['pending', 'in_transit', 'paid', 'failed', 'canceled']),
});

const instantOf = (created: number): string => new Date(created * 1000).toISOString();

type What = 'paid' | 'pending' | 'failed' | 'refunded';

const sessionEvents: Readonly<Record<string, What>> = {
  'checkout.session.completed': 'paid',
  'checkout.session.async_payment_succeeded': 'paid',
  'checkout.session.async_payment_failed': 'failed',
};

const intentEvents: Readonly<Record<string, What>> = {
  'payment_intent.processing': 'pending',
  'payment_intent.succeeded': 'paid',
  'payment_intent.payment_failed': 'failed',
};

const chargeEvents: Readonly<Record<string, What>> = {
  'charge.pending': 'pending',
  'charge.succeeded': 'paid',
  'charge.failed': 'failed',
  'charge.refunded': 'refunded',
};

const disputeEvents = new Set([
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
]);

const payoutEvents = new Set(
  'created updated paid failed canceled reconciliation_completed'
    .split(' ')
    .map((name) => `payout.${name}`),
);

/**
 * Reads an event of Stripe. The account and the world must be those of the endpoint: a coop never
 * gets the payments of another, whatever the message says.
 */
export function readStripe(
  message: unknown,
  { accountId, mode }: Pick<WebhookEndpoint, 'accountId' | 'mode'>,
): Reading {
  const event = eventSchema.safeParse(message);
  if (!event.success) return failed('unreadable');
  const { account, livemode } = event.data;
  if ((account ?? undefined) !== accountId) return failed('other_account');
  if ((livemode ?? mode === 'live') !== (mode === 'live')) return failed('other_mode');
  const read = readerOf(event.data.type);
  if (!read) return ignored;
  if (event.data.data.object.currency !== 'eur') return failed('other_currency');
  return read(event.data) ?? failed('unreadable');
}

type Reader = (event: StripeEvent) => Reading | undefined;

function readerOf(type: string): Reader | undefined {
  const session = sessionEvents[type];
  if (session) return (event) => readSession(event, session);
  const intent = intentEvents[type];
  if (intent) return (event) => readIntent(event, intent);
  const charge = chargeEvents[type];
  if (charge) return (event) => readCharge(event, charge);
  if (disputeEvents.has(type)) return readDispute;
  return payoutEvents.has(type) ? readPayout : undefined;
}

type Said = z.output<typeof metadata>;

/** What any message about a payment says of it. */
const factsOf = (
  paymentId: string,
  { created }: StripeEvent,
  what: What,
  said: {
    readonly amountCents: Cents;
    readonly metadata: Said;
    readonly payer?: string | null | undefined;
  },
): PaymentFacts => {
  const heardOn = dayInParis(instantOf(created));
  return {
    paymentId,
    heardOn,
    familyReference: said.metadata?.family_ref,
    campaign: said.metadata?.campaign,
    payerName: said.payer ?? undefined,
    failed: what === 'failed',
    charge: what === 'paid' ? { grossCents: said.amountCents, paidOn: heardOn } : undefined,
  };
};

function readSession(event: StripeEvent, what: What): Reading | undefined {
  const read = sessionSchema.safeParse(event.data.object);
  if (!read.success) return undefined;
  const session = read.data;
  if (session.mode !== 'payment') return ignored;
  const { payment_intent: paymentId, amount_total: amountCents } = session;
  if (typeof paymentId !== 'string' || typeof amountCents !== 'number') return ignored;
  const really = what === 'paid' && session.payment_status !== 'paid' ? 'pending' : what;
  const facts = factsOf(paymentId, event, really, {
    amountCents,
    metadata: session.metadata,
    payer: session.customer_details?.name,
  });
  const familyReference = facts.familyReference ?? session.client_reference_id ?? undefined;
  return aboutPayment({ ...facts, familyReference });
}

function readIntent(event: StripeEvent, what: What): Reading | undefined {
  const read = intentSchema.safeParse(event.data.object);
  if (!read.success) return undefined;
  const { id: paymentId, amount: asked, amount_received: amountCents = asked } = read.data;
  return aboutPayment(
    factsOf(paymentId, event, what, { amountCents, metadata: read.data.metadata }),
  );
}

function readCharge(event: StripeEvent, what: What): Reading | undefined {
  const read = chargeSchema.safeParse(event.data.object);
  if (!read.success) return undefined;
  const charge = read.data;
  const facts = factsOf(charge.payment_intent ?? charge.id, event, what, {
    amountCents: charge.amount,
    metadata: charge.metadata,
    payer: charge.billing_details?.name,
  });
  return aboutPayment(
    what === 'refunded' ? { ...facts, refundedAtLeastCents: charge.amount_refunded } : facts,
  );
}

function readDispute(event: StripeEvent): Reading | undefined {
  const read = disputeSchema.safeParse(event.data.object);
  const paymentId = read.data?.payment_intent ?? read.data?.charge;
  if (!read.success || typeof paymentId !== 'string') return undefined;
  return aboutPayment({
    paymentId,
    heardOn: dayInParis(instantOf(event.created)),
    disputes: Object.fromEntries(
      read.data.balance_transactions.map((line) => [line.id, negateCents(line.amount)]),
    ),
  });
}

const payoutStatus: Readonly<Record<z.output<typeof payoutSchema>['status'], PayoutStatus>> = {
  pending: 'pending',
  in_transit: 'pending',
  paid: 'paid',
  failed: 'failed',
  canceled: 'failed',
};

/** The detail of a payout is not in its event: it is read from the platform's API. */
function readPayout(event: StripeEvent): Reading | undefined {
  const read = payoutSchema.safeParse(event.data.object);
  if (!read.success) return undefined;
  const payout = read.data;
  return aboutPayout({
    id: payout.id,
    status: payoutStatus[payout.status],
    arrivalOn: dayInParis(instantOf(payout.arrival_date)),
    netCents: payout.amount,
    bankReference: payout.statement_descriptor ?? undefined,
    itemised: payout.automatic,
    toldAt: instantOf(event.created),
  });
}
