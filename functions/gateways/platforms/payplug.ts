import * as z from 'zod';
import { dayInParis } from '#shared/domain/dates.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import { amount, euros, fullName, maybeText, readable, seconds } from './answers.ts';
import { ask, askFor, bearer, inPath } from './http.ts';
import {
  PlatformRefused,
  type PlatformAccess,
  type PlatformApi,
  type PlatformNews,
} from './platform-api.ts';

const pageSize = 100;
const pagesMax = 20;
/** A payment may be paid some days after it was made. */
const openMs = 3 * 86_400_000;

const paidAt = z.object({ paid_at: seconds.nullish() }).nullish();

const payment = z.object({
  id: z.string(),
  is_live: z.boolean(),
  amount,
  amount_refunded: amount.nullish(),
  currency: euros,
  is_paid: z.boolean(),
  failure: z.looseObject({}).nullish(),
  created_at: seconds.nullish(),
  paid_at: seconds.nullish(),
  hosted_payment: paidAt,
  billing: z
    .object({ first_name: maybeText, last_name: maybeText })
    .transform((person) => fullName({ first: person.first_name, last: person.last_name }))
    .nullish(),
  description: maybeText,
  metadata: z
    .object({ family: maybeText, family_ref: maybeText, campaign: maybeText })
    .transform(({ family, family_ref: reference, campaign }) => ({
      reference: reference ?? family,
      campaign,
    }))
    .nullish(),
});

type Payment = z.output<typeof payment>;

const page = z.object({ has_more: z.boolean(), data: z.array(z.unknown()).max(pageSize) });

const question = (access: PlatformAccess, path: string, query?: URLSearchParams) => ({
  platform: 'payplug' as const,
  access,
  path: `/v1${path}`,
  query,
  headers: { ...bearer(access.apiKey), 'payplug-version': '2019-08-06' },
});

async function readPayment(access: PlatformAccess, id: string): Promise<PaymentFacts | undefined> {
  const found = await ask(question(access, `/payments/${inPath(id)}`), payment);
  return found && factsOf(access, found);
}

const changedAtOf = (found: Payment): string | undefined =>
  found.paid_at ?? found.hosted_payment?.paid_at ?? found.created_at ?? undefined;

function factsOf(access: PlatformAccess, found: Payment): PaymentFacts {
  if (found.is_live !== (access.mode === 'live')) throw new PlatformRefused('the other mode');
  const { id, amount: grossCents, is_paid: isPaid, metadata } = found;
  const at = changedAtOf(found);
  if (at === undefined) throw new PlatformRefused('a payment without a date');
  const paidOn = dayInParis(at);
  return {
    paymentId: id,
    heardOn: dayInParis(found.created_at ?? at),
    familyReference: metadata?.reference,
    campaign: metadata?.campaign ?? found.description,
    payerName: found.billing ?? undefined,
    failed: !isPaid && Boolean(found.failure),
    charge: isPaid ? { grossCents, paidOn } : undefined,
    refundedAtLeastCents: found.amount_refunded ?? undefined,
  };
}

async function listNews(access: PlatformAccess, since: string): Promise<PlatformNews> {
  const openSince = new Date(Date.parse(since) - openMs).toISOString();
  const found: unknown[] = [];
  for (let number = 0; number < pagesMax; number += 1) {
    const query = new URLSearchParams({ per_page: String(pageSize), page: String(number) });
    const answer = await askFor(question(access, '/payments', query), page);
    found.push(...answer.data);
    const isPast = readable(answer.data, payment).good.some(
      ({ created_at: at }) => typeof at === 'string' && at < openSince,
    );
    if (!answer.has_more || isPast) {
      const read = readable(found, payment);
      return {
        payments: read.good.flatMap((one) => {
          const changedAt = changedAtOf(one);
          return changedAt !== undefined && changedAt >= openSince
            ? [{ facts: factsOf(access, one), changedAt }]
            : [];
        }),
        payouts: [],
        leftOut: read.leftOut,
      };
    }
  }
  throw new PlatformRefused('a list too long');
}

/** PayPlug: payments by their id; what is paid out is only in a report that a person asks for. */
export const payPlugApi: PlatformApi = {
  readPayment,
  readPayout: () => Promise.resolve(undefined),
  readPayoutLines: () => Promise.resolve(undefined),
  listNews,
  knownAreReadAgain: true,
};
