import * as z from 'zod';
import { dayInParis, type Day } from '#shared/domain/dates.ts';
import { cents, sumCents, zeroCents, type Cents } from '#shared/domain/money.ts';
import type { PayoutFacts } from '#shared/domain/payments/payout.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import { oneLine } from '#shared/domain/text.ts';
import { amount, dayOf, instant, noonOf, readable, text } from './answers.ts';
import { contestedId, readCashOut } from './helloasso-cash-out.ts';
import { helloAssoToken } from './helloasso-token.ts';
import { ask, askFor, bearer, inPath } from './http.ts';
import {
  PlatformRefused,
  type PaymentNews,
  type PlatformAccess,
  type PlatformApi,
  type PlatformNews,
} from './platform-api.ts';

const pageSize = 100;
const pagesMax = 50;
const referenceMax = 200;

const fieldSchema = z.object({ name: text.nullish(), answer: text.nullish() });

const paymentSchema = z.object({
  id: z.int().positive(),
  amount,
  amountTip: amount.nullish(),
  date: instant,
  state: z.string().max(60),
  paymentMeans: z.string().max(60).nullish(),
  idCashOut: z.int().positive().nullish(),
  cashOutDate: dayOf.nullish(),
  cashOutState: z.string().max(60).nullish(),
  order: z.object({ organizationSlug: text, formName: text.nullish(), formSlug: text.nullish() }),
  payer: z.object({ firstName: text.nullish(), lastName: text.nullish() }).nullish(),
  items: z
    .array(
      z.object({ shareAmount: amount.nullish(), customFields: z.array(fieldSchema).nullish() }),
    )
    .max(200)
    .nullish(),
  refundOperations: z
    .array(z.object({ amount, status: text.nullish() }))
    .max(200)
    .nullish(),
  metadata: z.object({ reference: text.nullish(), family_ref: text.nullish() }).nullish(),
  meta: z.object({ updatedAt: instant }),
});

type HelloAssoPayment = z.output<typeof paymentSchema>;

const pageSchema = z.object({
  data: z.array(z.unknown()).max(pageSize),
  pagination: z.object({ continuationToken: z.string().max(2_000).nullish() }).nullish(),
});

/** What is noted on the platform by hand was never its money: it is in no payout. */
const handMade = new Set(['Check', 'Cash', 'BankTransfer', 'Other']);
const paidStates = new Set(['Authorized', 'Refunded', 'Refunding', 'Contested']);
const failedStates = new Set(['Refused', 'Error', 'Canceled', 'Abandoned']);
const arrivedStates = new Set(['CashedOut', 'WaitingForCashOutConfirmation']);

const isOnline = ({ paymentMeans }: HelloAssoPayment) => !handMade.has(paymentMeans ?? '');

/** What the cooperative is paid: the shares of its items, without the tip to the platform. */
function grossOf({ amount: paid, amountTip, items }: HelloAssoPayment): Cents {
  const shares = sumCents((items ?? []).map(({ shareAmount }) => shareAmount ?? zeroCents));
  return shares > 0 && shares + (amountTip ?? 0) === paid ? shares : paid;
}

/** The reference may be in what our own link carried, or in any answer of the form. */
const referenceOf = ({ metadata, items }: HelloAssoPayment): string | undefined =>
  metadata?.family_ref ??
  metadata?.reference ??
  (oneLine(
    (items ?? [])
      .flatMap(({ customFields }) => customFields ?? [])
      .map(({ answer }) => answer ?? '')
      .join(' '),
  ).slice(0, referenceMax) ||
    undefined);

function refundedOf({ refundOperations, state }: HelloAssoPayment, gross: Cents): Cents {
  const refunded = sumCents((refundOperations ?? []).map((refund) => refund.amount));
  if (state === 'Refunded' && refunded === 0) return gross;
  return cents(Math.min(refunded, gross));
}

function factsOf(payment: HelloAssoPayment): PaymentFacts {
  const { state, idCashOut, payer } = payment;
  const paidOn = dayInParis(payment.date);
  const grossCents = grossOf(payment);
  const isPaid = paidStates.has(state);
  return {
    paymentId: String(payment.id),
    heardOn: paidOn,
    familyReference: referenceOf(payment),
    campaign: payment.order.formName ?? payment.order.formSlug ?? undefined,
    payerName: oneLine(`${payer?.firstName ?? ''} ${payer?.lastName ?? ''}`) || undefined,
    failed: failedStates.has(state),
    charge: isPaid ? { grossCents, paidOn } : undefined,
    refundedAtLeastCents: isPaid ? refundedOf(payment, grossCents) : zeroCents,
    disputes: state === 'Contested' ? { [contestedId(String(payment.id))]: grossCents } : undefined,
    payoutId: typeof idCashOut === 'number' ? String(idCashOut) : undefined,
  };
}

const slugOf = ({ accountId }: PlatformAccess): string => {
  if (accountId === undefined) throw new PlatformRefused('no association bound');
  return inPath(accountId);
};

const question = async (access: PlatformAccess, path: string, query?: URLSearchParams) => ({
  platform: 'helloasso' as const,
  access,
  path: `/v5${path}`,
  query,
  headers: bearer(await helloAssoToken(access)),
});

/** A payment of another association is a payment that is not known here. */
async function findPayment(access: PlatformAccess, id: string) {
  const payment = await ask(await question(access, `/payments/${inPath(id)}`), paymentSchema);
  return payment?.order.organizationSlug === slugOf(access) ? payment : undefined;
}

async function readPayment(access: PlatformAccess, id: string) {
  const payment = await findPayment(access, id);
  return payment && isOnline(payment) ? factsOf(payment) : undefined;
}

const cashOut = async (access: PlatformAccess, id: string) =>
  readCashOut(
    id,
    await question(access, `/organizations/${slugOf(access)}/cash-out/${inPath(id)}/export`),
    async (paymentId) => {
      const payment = await findPayment(access, paymentId);
      return payment && grossOf(payment);
    },
  );

const payoutOf = (
  id: string,
  arrivalOn: Day,
  netCents: Cents,
  status: PayoutFacts['status'],
): PayoutFacts => ({
  id,
  status,
  arrivalOn,
  netCents,
  feeCents: zeroCents,
  itemised: true,
  toldAt: noonOf(arrivalOn),
});

async function readPayout(access: PlatformAccess, id: string): Promise<PayoutFacts | undefined> {
  const read = await cashOut(access, id);
  return read && payoutOf(id, read.arrivalOn, read.netCents, 'paid');
}

/**
 * The payments in the order of their last change: a filter on their date would never show what
 * becomes of an old one. Walked until one is older than what was seen already.
 */
async function paymentsSince(access: PlatformAccess, since: string) {
  const query = new URLSearchParams({
    sortField: 'UpdateDate',
    sortOrder: 'Desc',
    pageSize: String(pageSize),
  });
  const payments: HelloAssoPayment[] = [];
  let leftOut = 0;
  for (let page = 0; page < pagesMax; page += 1) {
    const path = `/organizations/${slugOf(access)}/payments`;
    const answer = await askFor(await question(access, path, query), pageSchema);
    const read = readable(answer.data, paymentSchema);
    payments.push(...read.good.filter(({ meta }) => meta.updatedAt >= since));
    leftOut += read.leftOut;
    const token = answer.pagination?.continuationToken ?? '';
    const isLast = read.good.some(({ meta }) => meta.updatedAt < since);
    if (isLast || token === '' || answer.data.length === 0) return { payments, leftOut };
    query.set('continuationToken', token);
  }
  throw new PlatformRefused('a list too long');
}

async function listNews(access: PlatformAccess, since: string): Promise<PlatformNews> {
  const { payments, leftOut } = await paymentsSince(access, since);
  const changed = payments.filter(isOnline);
  return {
    payments: changed.map((payment): PaymentNews => ({
      facts: factsOf(payment),
      changedAt: payment.meta.updatedAt,
    })),
    payouts: await payoutsOf(access, changed),
    leftOut,
  };
}

/** Payouts have no list of their own: they are known by the payments that they carry. */
async function payoutsOf(access: PlatformAccess, payments: readonly HelloAssoPayment[]) {
  const arrived = payments.filter(({ cashOutState }) => arrivedStates.has(cashOutState ?? ''));
  const ids = [...new Set(arrived.map(({ idCashOut }) => idCashOut))];
  const payouts: PayoutFacts[] = [];
  for (const id of ids) {
    const facts = typeof id === 'number' ? await readPayout(access, String(id)) : undefined;
    if (facts) payouts.push(facts);
  }
  return payouts;
}

/** HelloAsso: the key of the association, which is bound by its slug. */
export const helloAssoApi: PlatformApi = {
  readPayment,
  readPayout,
  readPayoutLines: async (access, id) => (await cashOut(access, id))?.movements,
  listNews,
};
