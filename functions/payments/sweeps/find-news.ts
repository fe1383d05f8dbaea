import { addDays, dayInParis } from '#shared/domain/dates.ts';
import { bringsMoney, paymentIsNews, payoutIsNews } from '#shared/domain/payments/news.ts';
import type { PayoutFacts } from '#shared/domain/payments/payout.ts';
import type { PlatformPayment } from '#shared/domain/payments/platform-payment.ts';
import { isMadeHere } from '#shared/domain/payments/reports/made-id.ts';
import { accessOf } from '#functions/gateways/platforms/access.ts';
import { apiOf } from '#functions/gateways/platforms/apis.ts';
import { isPlatformId } from '#functions/gateways/platforms/http.ts';
import {
  noNews,
  type PaymentNews,
  type PlatformAccess,
  type PlatformApi,
} from '#functions/gateways/platforms/platform-api.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import { findPlatformPayments, listPlatformPayments } from '#functions/stores/platform-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';

/** How far back a platform may still give back a payment that its lists do not show again. */
const readAgainDays = 120;
const readAgainMax = 500;

export interface News {
  readonly payments: readonly (PaymentNews & { readonly bringsMoney: boolean })[];
  readonly payouts: readonly PayoutFacts[];
  readonly leftOut: number;
}

/** Since when to ask, and whether to read again what no list shows. */
export interface Asking {
  readonly since: string;
  readonly now: string;
  readonly isNight: boolean;
}

/** What the platform of an endpoint knows and we do not; nothing where it has no API, or no key. */
export async function findNews(
  scope: CoopScope,
  endpoint: WebhookEndpoint,
  asking: Asking,
): Promise<News> {
  const { provider, scheme, apiKeyName } = endpoint;
  const api = apiOf(scheme);
  if (!api || apiKeyName === undefined) return noNewsHere;
  const access = await accessOf(endpoint);
  const listed = (await api.listNews?.(access, asking.since, asking.now)) ?? noNews;
  const again =
    api.knownAreReadAgain && asking.isNight
      ? await readAgain(api, access, await stillOpen(scope, provider, asking.now), asking.now)
      : [];
  return {
    payments: await newPayments(scope, provider, [...listed.payments, ...again]),
    payouts: await newPayouts(scope, provider, listed.payouts),
    leftOut: listed.leftOut,
  };
}

const noNewsHere: News = { payments: [], payouts: [], leftOut: 0 };

async function newPayments(scope: CoopScope, provider: string, told: readonly PaymentNews[]) {
  const ids = told.map(({ facts }) => facts.paymentId);
  const known = new Map(
    (await findPlatformPayments(scope, provider, ids)).map((payment) => [payment.id, payment]),
  );
  return told
    .filter(({ facts }) => paymentIsNews(known.get(facts.paymentId), provider, facts))
    .map((one) => ({
      ...one,
      bringsMoney: bringsMoney(known.get(one.facts.paymentId), one.facts),
    }));
}

async function newPayouts(scope: CoopScope, provider: string, told: readonly PayoutFacts[]) {
  const found: PayoutFacts[] = [];
  for (const facts of told)
    if (payoutIsNews(await findPayout(scope, provider, facts.id), facts)) found.push(facts);
  return found;
}

/** The payments of the season that the platform can know, the newest first. */
async function stillOpen(
  scope: CoopScope,
  provider: string,
  now: string,
): Promise<readonly PlatformPayment[]> {
  const from = addDays(dayInParis(now), -readAgainDays);
  return (await listPlatformPayments(scope))
    .filter((one) => one.provider === provider && (one.charge?.paidOn ?? one.heardOn) >= from)
    .filter(({ id }) => isPlatformId(id) && !isMadeHere(id))
    .toSorted((one, other) => other.heardOn.localeCompare(one.heardOn))
    .slice(0, readAgainMax);
}

/** A refund made on the platform itself is told by nobody: each payment is read. */
async function readAgain(
  api: PlatformApi,
  access: PlatformAccess,
  payments: readonly PlatformPayment[],
  now: string,
): Promise<readonly PaymentNews[]> {
  const found: PaymentNews[] = [];
  for (const { id } of payments) {
    const facts = await api.readPayment(access, id);
    if (facts) found.push({ facts, changedAt: now });
  }
  return found;
}
