import * as z from 'zod';
import { addDays, dayInParis } from '#shared/domain/dates.ts';
import { factsOfMovement } from '#shared/domain/payments/facts.ts';
import type { Movement } from '#shared/domain/payments/movement.ts';
import type { PayoutFacts, PayoutStatus } from '#shared/domain/payments/payout.ts';
import { isStripePayout, stripeMovement } from '#shared/domain/payments/stripe-movement.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import { amount, readable, seconds, text } from './answers.ts';
import { ask, askFor, bearer, inPath } from './http.ts';
import {
  PlatformRefused,
  type PlatformAccess,
  type PlatformApi,
  type PlatformNews,
} from './platform-api.ts';

const pageSize = 100;
const pagesMax = 15;
/** A payout is announced some days before it arrives, and may still fail some days after. */
const payoutDays = 10;

const eur = z.literal('eur');
const metadata = z.object({ family_ref: text.optional(), campaign: text.optional() }).nullish();
const billing = z.object({ name: text.nullish() }).nullish();

const sourceSchema = z.union([
  z.string(),
  z.object({
    id: z.string(),
    charge: z.string().nullish(),
    payment_intent: z.string().nullish(),
    billing_details: billing,
    metadata,
  }),
]);

const lineSchema = z.object({
  id: z.string(),
  reporting_category: z.string(),
  currency: eur,
  amount,
  fee: amount,
  net: amount,
  created: seconds,
  source: sourceSchema.nullable(),
});

type Line = z.output<typeof lineSchema>;

const pageSchema = z.object({ has_more: z.boolean(), data: z.array(z.unknown()).max(pageSize) });
const idSchema = z.object({ id: z.string() });

const chargeSchema = z.object({
  id: z.string(),
  currency: eur,
  status: z.enum(['succeeded', 'pending', 'failed']),
  amount,
  amount_refunded: amount,
  created: seconds,
  billing_details: billing,
  metadata,
});

const intentSchema = z.object({
  id: z.string(),
  currency: eur,
  status: z.string(),
  created: seconds,
  latest_charge: chargeSchema.nullish(),
  metadata,
});

const payoutSchema = z.object({
  id: z.string(),
  currency: eur,
  amount,
  created: seconds,
  arrival_date: seconds,
  automatic: z.boolean(),
  statement_descriptor: text.nullish(),
  status: z.enum(['pending', 'in_transit', 'paid', 'failed', 'canceled']),
});

const payoutStatus: Readonly<Record<z.output<typeof payoutSchema>['status'], PayoutStatus>> = {
  pending: 'pending',
  in_transit: 'pending',
  paid: 'paid',
  failed: 'failed',
  canceled: 'failed',
};

function movementOf({ source, ...line }: Line): Movement {
  const said = typeof source === 'string' ? undefined : source;
  return {
    ...stripeMovement({
      movementId: line.id,
      category: line.reporting_category,
      intentId: said?.payment_intent,
      chargeId: said?.charge,
      sourceId: said?.id ?? (typeof source === 'string' ? source : undefined),
      grossCents: line.amount,
      feeCents: line.fee,
      netCents: line.net,
    }),
    familyReference: said?.metadata?.family_ref,
    campaign: said?.metadata?.campaign,
    payerName: said?.billing_details?.name ?? undefined,
    paidAt: line.created,
  };
}

const question = (access: PlatformAccess, path: string, query?: URLSearchParams) => ({
  platform: 'stripe' as const,
  access,
  path: `/v1${path}`,
  query,
  headers: {
    ...bearer(access.apiKey),
    ...(access.accountId !== undefined && { 'stripe-account': access.accountId }),
  },
});

/** Every item of a list, a page after the other. */
async function listAll(
  access: PlatformAccess,
  path: string,
  asked: Readonly<Record<string, string>>,
): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  const query = new URLSearchParams({ ...asked, limit: String(pageSize) });
  for (let page = 0; page < pagesMax; page += 1) {
    const answer = await askFor(question(access, path, query), pageSchema);
    items.push(...answer.data);
    if (!answer.has_more) return items;
    query.set('starting_after', idSchema.parse(answer.data.at(-1)).id);
  }
  throw new PlatformRefused('a list too long');
}

const withSource = { 'expand[]': 'data.source' };

const isOfPayout = (line: Line): boolean => isStripePayout(line.reporting_category);

/** A payout asked for by hand has no list of its own: Stripe answers an empty one. */
async function readPayoutLines(access: PlatformAccess, payoutId: string) {
  const items = await listAll(access, '/balance_transactions', {
    payout: inPath(payoutId),
    ...withSource,
  });
  const lines = z.array(lineSchema).safeParse(items);
  if (!lines.success) throw new PlatformRefused('a movement of another shape');
  const movements = lines.data.filter((line) => !isOfPayout(line)).map(movementOf);
  return movements.length === 0 ? undefined : movements;
}

async function readPayment(access: PlatformAccess, id: string): Promise<PaymentFacts | undefined> {
  if (id.startsWith('ch_') || id.startsWith('py_')) {
    const charge = await ask(question(access, `/charges/${inPath(id)}`), chargeSchema);
    return charge && factsOfCharge(id, charge);
  }
  const query = new URLSearchParams({ 'expand[]': 'latest_charge' });
  const intent = await ask(question(access, `/payment_intents/${inPath(id)}`, query), intentSchema);
  if (!intent) return undefined;
  const { latest_charge: charge, metadata: said } = intent;
  const facts = charge
    ? factsOfCharge(id, charge)
    : { paymentId: id, heardOn: dayInParis(intent.created), failed: intent.status === 'canceled' };
  return {
    ...facts,
    familyReference: said?.family_ref ?? facts.familyReference,
    campaign: said?.campaign ?? facts.campaign,
  };
}

function factsOfCharge(paymentId: string, charge: z.output<typeof chargeSchema>): PaymentFacts {
  const heardOn = dayInParis(charge.created);
  return {
    paymentId,
    heardOn,
    familyReference: charge.metadata?.family_ref,
    campaign: charge.metadata?.campaign,
    payerName: charge.billing_details?.name ?? undefined,
    failed: charge.status === 'failed',
    charge:
      charge.status === 'succeeded' ? { grossCents: charge.amount, paidOn: heardOn } : undefined,
    refundedAtLeastCents: charge.amount_refunded,
  };
}

async function readPayout(access: PlatformAccess, id: string): Promise<PayoutFacts | undefined> {
  const payout = await ask(question(access, `/payouts/${inPath(id)}`), payoutSchema);
  return payout && factsOfPayout(payout);
}

/** Told when it was made, and told again when it arrives. */
const factsOfPayout = (payout: z.output<typeof payoutSchema>): PayoutFacts => ({
  id: payout.id,
  status: payoutStatus[payout.status],
  arrivalOn: dayInParis(payout.arrival_date),
  netCents: payout.amount,
  bankReference: payout.statement_descriptor ?? undefined,
  itemised: payout.automatic,
  toldAt:
    payout.status === 'paid' && payout.arrival_date > payout.created
      ? payout.arrival_date
      : payout.created,
});

/** The movements of the account are its news: a payment, what went back, what was contested. */
async function listNews(access: PlatformAccess, since: string): Promise<PlatformNews> {
  const from = Math.floor(Date.parse(since) / 1000);
  const arrivedFrom = Date.parse(`${addDays(dayInParis(since), -payoutDays)}T00:00:00Z`) / 1000;
  const movements = readable(
    await listAll(access, '/balance_transactions', {
      'created[gte]': String(from),
      ...withSource,
    }),
    lineSchema,
  );
  const payouts = readable(
    await listAll(access, '/payouts', { 'arrival_date[gte]': String(arrivedFrom) }),
    payoutSchema,
  );
  return {
    payments: movements.good
      .filter((line) => !isOfPayout(line))
      .flatMap((line) => {
        const facts = factsOfMovement(movementOf(line));
        return facts ? [{ facts, changedAt: line.created }] : [];
      }),
    payouts: payouts.good.map(factsOfPayout),
    leftOut: movements.leftOut + payouts.leftOut,
  };
}

/** Stripe: a restricted key that reads, and the connected account of the cooperative. */
export const stripeApi: PlatformApi = { readPayment, readPayout, readPayoutLines, listNews };
