import * as z from 'zod';
import type { PayoutFacts, PayoutStatus } from '#shared/domain/payments/payout.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import { amount, dayOf, euros, instant, noonOf, readable, text } from './answers.ts';
import { chargedBackId, itemSchema, movementsOf } from './gocardless-items.ts';
import { ask, askFor, bearer, inPath } from './http.ts';
import {
  PlatformRefused,
  type PaymentNews,
  type PlatformAccess,
  type PlatformApi,
  type PlatformNews,
} from './platform-api.ts';

const pageSize = 500;
const pagesMax = 20;

const payment = z.object({
  id: z.string(),
  amount,
  amount_refunded: amount.nullish(),
  currency: euros,
  status: z.string().max(60),
  created_at: instant,
  charge_date: dayOf.nullish(),
  description: text.nullish(),
  reference: text.nullish(),
  metadata: z.object({ family_ref: text.nullish(), campaign: text.nullish() }).nullish(),
  links: z.object({ payout: z.string().nullish() }).nullish(),
});

const payout = z.object({
  id: z.string(),
  amount,
  currency: euros,
  arrival_date: dayOf.nullish(),
  created_at: instant,
  reference: text.nullish(),
  status: z.enum(['pending', 'paid', 'bounced']),
});

const cursors = z.object({ cursors: z.object({ after: z.string().max(200).nullish() }) });
const items = z.array(z.unknown()).max(pageSize);

const eventSchema = z.object({
  id: z.string(),
  created_at: instant,
  links: z.object({ payment: z.string().nullish(), payout: z.string().nullish() }),
});

const paidStates = new Set(['confirmed', 'paid_out', 'charged_back']);
const failedStates = new Set(['failed', 'cancelled', 'customer_approval_denied']);
const payoutStatus: Readonly<Record<'pending' | 'paid' | 'bounced', PayoutStatus>> = {
  pending: 'pending',
  paid: 'paid',
  bounced: 'failed',
};

const question = (access: PlatformAccess, path: string, query?: URLSearchParams) => ({
  platform: 'gocardless' as const,
  access,
  path,
  query,
  headers: { ...bearer(access.apiKey), 'gocardless-version': '2015-07-06' },
});

async function readPayment(access: PlatformAccess, id: string): Promise<PaymentFacts | undefined> {
  const answer = await ask(
    question(access, `/payments/${inPath(id)}`),
    z.object({ payments: payment }),
  );
  return answer && factsOfPayment(answer.payments);
}

function factsOfPayment(known: z.output<typeof payment>): PaymentFacts {
  const { id, status, metadata, amount: grossCents } = known;
  const paidOn = known.charge_date ?? dayOf.parse(known.created_at);
  return {
    paymentId: id,
    heardOn: dayOf.parse(known.created_at),
    familyReference: metadata?.family_ref ?? known.reference ?? undefined,
    campaign: metadata?.campaign ?? known.description ?? undefined,
    failed: failedStates.has(status),
    charge: paidStates.has(status) ? { grossCents, paidOn } : undefined,
    refundedAtLeastCents: paidStates.has(status) ? (known.amount_refunded ?? undefined) : undefined,
    disputes: status === 'charged_back' ? { [chargedBackId(id)]: grossCents } : undefined,
    payoutId: known.links?.payout ?? undefined,
  };
}

async function findPayout(access: PlatformAccess, id: string) {
  const answer = await ask(
    question(access, `/payouts/${inPath(id)}`),
    z.object({ payouts: payout }),
  );
  return answer?.payouts;
}

async function readPayout(access: PlatformAccess, id: string): Promise<PayoutFacts | undefined> {
  const known = await findPayout(access, id);
  if (!known) return undefined;
  const arrivalOn = known.arrival_date ?? dayOf.parse(known.created_at);
  return {
    id,
    status: payoutStatus[known.status],
    arrivalOn,
    netCents: known.amount,
    bankReference: known.reference ?? undefined,
    itemised: true,
    toldAt: known.status === 'pending' ? known.created_at : noonOf(arrivalOn),
  };
}

/** Every item of a list, a page after the other. */
async function listAll(access: PlatformAccess, name: string, query: URLSearchParams) {
  const found: unknown[] = [];
  const page = z.object({ [name]: items, meta: cursors });
  query.set('limit', String(pageSize));
  for (let count = 0; count < pagesMax; count += 1) {
    const answer = await askFor(question(access, `/${name}`, query), page);
    found.push(...items.parse(answer[name]));
    const { after } = cursors.parse(answer['meta']).cursors;
    if (typeof after !== 'string' || after === query.get('after')) return found;
    query.set('after', after);
  }
  throw new PlatformRefused('a list too long');
}

async function readPayoutLines(access: PlatformAccess, id: string) {
  const known = await findPayout(access, id);
  if (!known) return undefined;
  const listed = await listAll(access, 'payout_items', new URLSearchParams({ payout: id }));
  const read = z.array(itemSchema).safeParse(listed);
  const movements = read.success ? movementsOf(id, read.data, known.created_at) : undefined;
  if (!movements) throw new PlatformRefused('an item of another shape');
  return movements;
}

/** The events say what changed; what it is now is read again, once for each payment and payout. */
async function listNews(access: PlatformAccess, since: string): Promise<PlatformNews> {
  const query = new URLSearchParams({ 'created_at[gte]': since });
  const events = readable(await listAll(access, 'events', query), eventSchema);
  const changed = new Map<string, string>();
  const payoutIds = new Set<string>();
  for (const { created_at: at, links } of events.good) {
    if (typeof links.payment === 'string' && (changed.get(links.payment) ?? '') < at)
      changed.set(links.payment, at);
    if (typeof links.payout === 'string') payoutIds.add(links.payout);
  }
  const payments: PaymentNews[] = [];
  for (const [id, changedAt] of changed) {
    const facts = await readPayment(access, id);
    if (facts) payments.push({ facts, changedAt });
  }
  const payouts: PayoutFacts[] = [];
  for (const id of payoutIds) {
    const facts = await readPayout(access, id);
    if (facts) payouts.push(facts);
  }
  return { payments, payouts, leftOut: events.leftOut };
}

/** GoCardless: direct debits, whose payouts are itemised in tenths of a cent. */
export const goCardlessApi: PlatformApi = { readPayment, readPayout, readPayoutLines, listNews };
