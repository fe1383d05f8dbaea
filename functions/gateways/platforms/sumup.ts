import * as z from 'zod';
import { addDays, dayInParis, isDay, type Day } from '#shared/domain/dates.ts';
import { cents, sumCents, zeroCents } from '#shared/domain/money.ts';
import type { Movement, MovementKind } from '#shared/domain/payments/movement.ts';
import type { PayoutFacts } from '#shared/domain/payments/payout.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import { dayOf, euros, instant, noonOf, numberEuros, readable, text } from './answers.ts';
import { ask, askFor, bearer, inPath } from './http.ts';
import { namedMovements } from './movement-names.ts';
import {
  PlatformRefused,
  type PlatformAccess,
  type PlatformApi,
  type PlatformNews,
} from './platform-api.ts';

const listMax = 1_000;
const comparedMax = 5;
/** A payout is made some days after the payments, and named by its day. */
const payoutDays = 7;

const checkout = z.object({
  id: z.string(),
  amount: numberEuros,
  currency: euros,
  merchant_code: z.string(),
  status: z.string().max(60),
  date: instant,
  description: text.nullish(),
  checkout_reference: text.nullish(),
  transaction_code: z.string().nullish(),
});

const transaction = z.object({
  transaction_code: z.string(),
  amount: numberEuros,
  currency: euros,
  timestamp: instant,
  status: z.string().max(60),
  type: z.string().max(60).nullish(),
  product_summary: text.nullish(),
  refunded_amount: numberEuros.nullish(),
});

const history = z.object({ items: z.array(z.unknown()).max(listMax) });

const row = z.object({
  type: z.string().max(60),
  amount: numberEuros,
  fee: numberEuros,
  currency: euros,
  date: dayOf,
  status: z.string().max(60),
  reference: z.string().regex(/^[\w:-]{1,60}$/u),
  transaction_code: z.string().nullish(),
});

type Row = z.output<typeof row>;

const onDay = row.pick({ date: true });

const kinds: Readonly<Record<string, MovementKind>> = {
  PAYOUT: 'charge',
  CHARGE_BACK_DEDUCTION: 'dispute',
  DD_RETURN_DEDUCTION: 'dispute',
  REFUND_DEDUCTION: 'refund',
};

const merchantOf = ({ accountId }: PlatformAccess): string => {
  if (accountId === undefined) throw new PlatformRefused('no merchant bound');
  return inPath(accountId);
};

const question = (access: PlatformAccess, path: string, query?: URLSearchParams) => ({
  platform: 'sumup' as const,
  access,
  path,
  query,
  headers: bearer(access.apiKey),
});

/** A checkout is known by the code of its transaction, which payouts quote: none before it is paid. */
async function readPayment(access: PlatformAccess, id: string): Promise<PaymentFacts | undefined> {
  const found = await ask(question(access, `/v0.1/checkouts/${inPath(id)}`), checkout);
  const paymentId = found?.transaction_code;
  if (!found || typeof paymentId !== 'string') return undefined;
  if (found.merchant_code !== merchantOf(access)) throw new PlatformRefused('another merchant');
  const paidOn = dayInParis(found.date);
  return {
    paymentId,
    heardOn: paidOn,
    familyReference: found.checkout_reference ?? undefined,
    campaign: found.description ?? undefined,
    failed: found.status === 'FAILED' || found.status === 'EXPIRED',
    charge: found.status === 'PAID' ? { grossCents: found.amount, paidOn } : undefined,
  };
}

const paidStates = new Set(['SUCCESSFUL', 'REFUNDED', 'CHARGE_BACK']);

function factsOf(found: z.output<typeof transaction>): PaymentFacts {
  const paidOn = dayInParis(found.timestamp);
  return {
    paymentId: found.transaction_code,
    heardOn: paidOn,
    campaign: found.product_summary ?? undefined,
    failed: found.status === 'FAILED' || found.status === 'CANCELLED',
    charge: paidStates.has(found.status) ? { grossCents: found.amount, paidOn } : undefined,
    refundedAtLeastCents: found.refunded_amount ?? undefined,
  };
}

/** A payout has no id: its day and its reference are. */
const payoutIdOf = ({ date, reference }: Row): string => `${date}_${reference}`;

async function rowsBetween(access: PlatformAccess, from: Day, to: Day) {
  const query = new URLSearchParams({ start_date: from, end_date: to, format: 'json' });
  const path = `/v1.0/merchants/${merchantOf(access)}/payouts`;
  return (await ask(question(access, path, query), z.array(z.unknown()).max(listMax))) ?? [];
}

async function rowsOf(access: PlatformAccess, payoutId: string) {
  const date = payoutId.slice(0, 10);
  if (!isDay(date)) throw new PlatformRefused('not an id');
  const { good, leftOut } = readable(await rowsBetween(access, date, date), row);
  if (leftOut > 0) throw new PlatformRefused('a payout of another shape');
  return good.filter((one) => payoutIdOf(one) === payoutId);
}

/**
 * Whether the amounts of a payout are before or after its fee: nobody says it, so that the
 * transactions themselves decide, and it is refused when they agree with neither.
 */
async function areGross(access: PlatformAccess, rows: readonly Row[]): Promise<boolean> {
  const compared = rows.filter(({ type, fee }) => type === 'PAYOUT' && fee !== 0);
  let isGross = true;
  let isNet = true;
  for (const { transaction_code: code, amount, fee } of compared.slice(0, comparedMax)) {
    const query = new URLSearchParams({ transaction_code: code ?? '' });
    const path = `/v2.1/merchants/${merchantOf(access)}/transactions`;
    const known = await askFor(question(access, path, query), transaction);
    isGross &&= known.amount === amount;
    isNet &&= known.amount === cents(amount + fee);
  }
  if (!isGross && !isNet) throw new PlatformRefused('a payout that its payments do not explain');
  return isGross;
}

async function linesOf(
  access: PlatformAccess,
  id: string,
  rows: readonly Row[],
): Promise<readonly Movement[]> {
  const isGross = rows.length > 0 && (await areGross(access, rows));
  const name = namedMovements(id);
  return rows.map((one): Movement => {
    const kind = kinds[one.type] ?? 'adjustment';
    const code = one.transaction_code ?? undefined;
    const isIn = one.type === 'PAYOUT';
    const grossCents = isIn ? cents(one.amount + (isGross ? 0 : one.fee)) : cents(-one.amount);
    const feeCents = isIn ? one.fee : zeroCents;
    return {
      movementId: name(one.type, code ?? ''),
      kind,
      paymentId: code,
      grossCents,
      feeCents,
      netCents: cents(grossCents - feeCents),
      paidAt: noonOf(one.date),
    };
  });
}

async function factsOfPayout(
  access: PlatformAccess,
  id: string,
  rows: readonly Row[],
): Promise<PayoutFacts | undefined> {
  const lines = await linesOf(access, id, rows);
  const arrivalOn = id.slice(0, 10);
  if (lines.length === 0 || !isDay(arrivalOn)) return undefined;
  return {
    id,
    status: 'paid',
    arrivalOn,
    netCents: sumCents(lines.map(({ netCents }) => netCents)),
    bankReference: id.slice(11),
    itemised: true,
    toldAt: noonOf(arrivalOn),
  };
}

/** A row that cannot be read hides the payouts of its day, and no other. */
async function payoutsBetween(access: PlatformAccess, from: Day, to: Day) {
  const rows = await rowsBetween(access, from, to);
  const payouts: PayoutFacts[] = [];
  let leftOut = 0;
  for (const ofDay of Map.groupBy(rows, (one) => onDay.safeParse(one).data?.date).values()) {
    const read = readable(ofDay, row);
    leftOut += read.leftOut;
    if (read.leftOut > 0) continue;
    for (const [id, ofPayout] of Map.groupBy(read.good, payoutIdOf)) {
      const facts = await factsOfPayout(access, id, ofPayout);
      if (facts) payouts.push(facts);
    }
  }
  return { payouts, leftOut };
}

async function listNews(access: PlatformAccess, since: string, now: string): Promise<PlatformNews> {
  const query = new URLSearchParams({ changes_since: since, limit: String(listMax) });
  const path = `/v2.1/merchants/${merchantOf(access)}/transactions/history`;
  const listed = await askFor(question(access, path, query), history);
  if (listed.items.length === listMax) throw new PlatformRefused('a list too long');
  const changed = readable(listed.items, transaction);
  const from = addDays(dayInParis(since), -payoutDays);
  const { payouts, leftOut } = await payoutsBetween(access, from, dayInParis(now));
  return {
    payments: changed.good
      .filter(({ type }) => (type ?? 'PAYMENT') === 'PAYMENT')
      .map((one) => ({ facts: factsOf(one), changedAt: one.timestamp })),
    payouts,
    leftOut: changed.leftOut + leftOut,
  };
}

/** SumUp: amounts are numbers of euros, and a payout is the rows of a day under one reference. */
export const sumUpApi: PlatformApi = {
  readPayment,
  readPayout: async (access, id) => factsOfPayout(access, id, await rowsOf(access, id)),
  readPayoutLines: async (access, id) => {
    const lines = await linesOf(access, id, await rowsOf(access, id));
    return lines.length === 0 ? undefined : lines;
  },
  listNews,
};
