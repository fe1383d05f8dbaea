import * as z from 'zod';
import { dayInParis } from '#shared/domain/dates.ts';
import { cents, negateCents, type Cents, zeroCents } from '#shared/domain/money.ts';
import type { Movement } from '#shared/domain/payments/movement.ts';
import type { PayoutFacts, PayoutStatus } from '#shared/domain/payments/payout.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import { decimalEuros, euros, instant, maybeText, partsOf, readable } from './answers.ts';
import { feeOf } from './gocardless-items.ts';
import { ask, bearer, inPath } from './http.ts';
import {
  PlatformRefused,
  type PaymentNews,
  type PlatformAccess,
  type PlatformApi,
  type PlatformNews,
} from './platform-api.ts';

const pageSize = 250;
const pagesMax = 20;
/** A direct debit is made some days before it is paid. */
const openMs = 10 * 86_400_000;

const money = z.object({ currency: euros, value: decimalEuros }).transform(({ value }) => value);
const said = z
  .object({ family_ref: maybeText, campaign: maybeText })
  .nullish()
  .catch(null)
  .transform((value) => value ?? undefined);

const payment = z.object({
  id: z.string(),
  mode: z.enum(['live', 'test']),
  amount: money,
  status: z.string().max(60),
  createdAt: instant,
  paidAt: instant.nullish(),
  description: maybeText,
  amountRefunded: money.nullish(),
  amountChargedBack: money.nullish(),
  settlementId: z.string().nullish(),
  details: z
    .object({ consumerName: maybeText, cardHolder: maybeText })
    .transform(({ consumerName, cardHolder }) => consumerName ?? cardHolder)
    .nullish(),
  metadata: said,
});

const settlement = z.object({
  id: z.string(),
  reference: maybeText,
  status: z.enum(['open', 'pending', 'paidout', 'failed']),
  amount: money,
  createdAt: instant.nullish(),
  settledAt: instant.nullish(),
  periods: z
    .record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          costs: z.array(
            z.object({ amountGross: z.object({ currency: euros, value: z.string() }) }),
          ),
        }),
      ),
    )
    .catch({}),
});

const part = z.object({
  id: z.string(),
  amount: money,
  createdAt: instant,
  paymentId: z.string().nullish(),
});

const pageOf = (name: string) =>
  z.object({
    _embedded: z.object({ [name]: z.array(z.unknown()).max(pageSize) }),
    _links: z.object({ next: z.object({ href: z.string().max(2_000) }).nullish() }),
  });

const payoutStatus: Readonly<Record<z.output<typeof settlement>['status'], PayoutStatus>> = {
  open: 'pending',
  pending: 'pending',
  paidout: 'paid',
  failed: 'failed',
};

const failedStates = new Set(['failed', 'expired', 'canceled']);

const question = (access: PlatformAccess, path: string, query?: URLSearchParams) => ({
  platform: 'mollie' as const,
  access,
  path: `/v2${path}`,
  query,
  headers: bearer(access.apiKey),
});

async function readPayment(access: PlatformAccess, id: string): Promise<PaymentFacts | undefined> {
  const found = await ask(question(access, `/payments/${inPath(id)}`), payment);
  return found && factsOf(access, found);
}

/** What went back, whether the family asked it of the school or of its bank. */
const backOf = ({ amountRefunded, amountChargedBack }: z.output<typeof payment>): Cents =>
  cents((amountRefunded ?? zeroCents) + (amountChargedBack ?? zeroCents));

function factsOf({ mode }: PlatformAccess, found: z.output<typeof payment>): PaymentFacts {
  if (found.mode !== mode) throw new PlatformRefused('the other mode');
  const { id, status, metadata, description } = found;
  const isPaid = status === 'paid';
  const paidOn = dayInParis(found.paidAt ?? found.createdAt);
  return {
    paymentId: id,
    heardOn: dayInParis(found.createdAt),
    familyReference: metadata?.family_ref ?? description,
    campaign: metadata?.campaign ?? description,
    payerName: found.details ?? undefined,
    failed: failedStates.has(status),
    charge: isPaid ? { grossCents: found.amount, paidOn } : undefined,
    refundedAtLeastCents: backOf(found),
    payoutId: found.settlementId ?? undefined,
  };
}

async function findSettlement(access: PlatformAccess, id: string) {
  return ask(question(access, `/settlements/${inPath(id)}`), settlement);
}

function factsOfSettlement(found: z.output<typeof settlement>): PayoutFacts | undefined {
  const at = found.settledAt ?? found.createdAt;
  if (typeof at !== 'string') return undefined;
  return {
    id: found.id,
    status: payoutStatus[found.status],
    arrivalOn: dayInParis(at),
    netCents: found.amount,
    bankReference: found.reference,
    itemised: true,
    toldAt: at,
  };
}

async function readPayout(access: PlatformAccess, id: string): Promise<PayoutFacts | undefined> {
  const found = await findSettlement(access, id);
  return found && factsOfSettlement(found);
}

/**
 * A list, newest first, until an item is too old. Of the link to the next page only the id where it
 * begins is taken: its address is never asked.
 */
async function listUntil(
  access: PlatformAccess,
  path: string,
  name: string,
  isTooOld: (item: unknown) => boolean = () => false,
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  const query = new URLSearchParams({ limit: String(pageSize) });
  for (let count = 0; count < pagesMax; count += 1) {
    const page = await ask(question(access, path, query), pageOf(name));
    const items = page?._embedded[name] ?? [];
    found.push(...items);
    const next = page?._links.next?.href;
    const from = next === undefined ? null : new URL(next, 'https://x').searchParams.get('from');
    if (from === null || items.some(isTooOld)) return found;
    query.set('from', inPath(from));
  }
  throw new PlatformRefused('a list too long');
}

async function readPayoutLines(access: PlatformAccess, id: string) {
  const found = await findSettlement(access, id);
  if (!found) return undefined;
  const path = `/settlements/${inPath(id)}`;
  const [payments, refunds, chargebacks] = [
    z.array(part).safeParse(await listUntil(access, `${path}/payments`, 'payments')),
    z.array(part).safeParse(await listUntil(access, `${path}/refunds`, 'refunds')),
    z.array(part).safeParse(await listUntil(access, `${path}/chargebacks`, 'chargebacks')),
  ];
  const fee = feeCentsOf(found);
  if (!payments.success || !refunds.success || !chargebacks.success || fee === undefined)
    throw new PlatformRefused('a settlement of another shape');
  const movements = [
    ...payments.data.map((one) => movementOf('charge', { ...one, paymentId: one.id })),
    ...refunds.data.map((one) => movementOf('refund', one)),
    // Told as one running total with refunds on the payment, and so counted as one here.
    ...chargebacks.data.map((one) => movementOf('refund', one)),
  ];
  return fee === 0 ? movements : [...movements, feeOf(id, fee, found.settledAt ?? noTime)];
}

const noTime = '1970-01-01T00:00:00.000Z';

function movementOf(kind: 'charge' | 'refund', one: z.output<typeof part>): Movement {
  const grossCents = kind === 'charge' ? one.amount : negateCents(one.amount);
  return {
    movementId: one.id,
    kind,
    paymentId: one.paymentId ?? undefined,
    grossCents,
    feeCents: zeroCents,
    netCents: grossCents,
    paidAt: one.createdAt,
  };
}

/** Costs have four decimals, tax included: summed as they are, rounded once. */
function feeCentsOf({ periods }: z.output<typeof settlement>): Cents | undefined {
  const costs = Object.values(periods)
    .flatMap((months) => Object.values(months))
    .flatMap((month) => month.costs)
    .map(({ amountGross }) => partsOf(amountGross.value, 4));
  let total = 0;
  for (const cost of costs) {
    if (cost === undefined) return undefined;
    total += cost;
  }
  return cents(Math.sign(total) * Math.round(Math.abs(total) / 100));
}

const createdSchema = z.object({ createdAt: instant });

/** New payments, and the old ones that a refund or a chargeback is about. */
async function listNews(access: PlatformAccess, since: string): Promise<PlatformNews> {
  const isBefore = (limit: string) => (item: unknown) => {
    const read = createdSchema.safeParse(item);
    return read.success && read.data.createdAt < limit;
  };
  const openSince = new Date(Date.parse(since) - openMs).toISOString();
  const made = readable(
    await listUntil(access, '/payments', 'payments', isBefore(openSince)),
    payment,
  );
  const back = readable(
    [
      ...(await listUntil(access, '/refunds', 'refunds', isBefore(since))),
      ...(await listUntil(access, '/chargebacks', 'chargebacks', isBefore(since))),
    ],
    part,
  );
  const settled = readable(
    await listUntil(access, '/settlements', 'settlements', isBefore(openSince)),
    settlement,
  );
  const payments: PaymentNews[] = made.good
    .filter(({ createdAt }) => createdAt >= openSince)
    .map((found) => ({
      facts: factsOf(access, found),
      changedAt: found.paidAt ?? found.createdAt,
    }));
  for (const { paymentId, createdAt } of back.good) {
    if (typeof paymentId !== 'string' || createdAt < since) continue;
    const facts = await readPayment(access, paymentId);
    if (facts) payments.push({ facts, changedAt: createdAt });
  }
  return {
    payments,
    payouts: settled.good.map(factsOfSettlement).filter((facts) => facts !== undefined),
    leftOut: made.leftOut + back.leftOut + settled.leftOut,
  };
}

/** Mollie: decimal amounts as text, payouts called settlements. */
export const mollieApi: PlatformApi = { readPayment, readPayout, readPayoutLines, listNews };
