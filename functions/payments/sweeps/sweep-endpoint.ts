import { stuckAfterMs } from '#shared/domain/payments/inbox-state.ts';
import type { PayoutFacts } from '#shared/domain/payments/payout.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { receiveEvents, type ReceivedEvent } from '#functions/stores/received-events.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { feedAgain, giveUp, listWaitingEvents } from '#functions/stores/stuck-events.ts';
import type { Sweep } from '#functions/stores/sweeps.ts';
import { scopeOfEndpoint, type WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { sweptTypes } from '../events/read-swept.ts';
import { findNews, type News } from './find-news.ts';

const minuteMs = 60_000;
/** A platform writes its own lists a little late, and clocks differ. */
const hotOverlapMs = 15 * minuteMs;
const nightOverlapMs = 72 * 60 * minuteMs;
/** A message comes in seconds too: what is older than this was told by nobody. */
const toldWithinMs = 5 * minuteMs;

export type SweepKind = 'hot' | 'night';

/** What a sweep found. */
export interface Swept {
  /** News of payments and payouts, written in the inbox like any other. */
  readonly found: number;
  /** Payments made some time ago that no message told. */
  readonly missed: number;
  /** What could not be read: another currency for one. */
  readonly leftOut: number;
  /** Events that were fed to the worker again. */
  readonly stuck: number;
}

const before = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

/** From when to ask: always a little before what was seen, three days before at night. */
export const sinceOf = (kind: SweepKind, watermark: string, now: string): string =>
  before(watermark < now ? watermark : now, kind === 'hot' ? hotOverlapMs : nightOverlapMs);

/**
 * Asks the platform of an endpoint what its messages may have left out, and writes it in the inbox:
 * from there it goes the way of every message, and ends in the same entry.
 */
export async function sweepEndpoint(
  endpoint: WebhookEndpoint,
  { endpoint: digest, watermark }: Pick<Sweep, 'endpoint' | 'watermark'>,
  kind: SweepKind,
  now: string,
): Promise<Swept> {
  const scope = scopeOfEndpoint(endpoint);
  const stuck = await feedStuckEvents(scope, endpoint.provider, now);
  const since = sinceOf(kind, watermark, now);
  const news = await findNews(scope, endpoint, { since, now, isNight: kind === 'night' });
  const common = { provider: endpoint.provider, receivedAt: now, endpoint: digest };
  await receiveEvents(
    scope,
    eventsOf(news, now).map((one) => ({ ...common, ...one })),
  );
  const toldBefore = before(now, toldWithinMs);
  return {
    found: news.payments.length + news.payouts.length,
    missed: news.payments.filter((one) => one.bringsMoney && one.changedAt < toldBefore).length,
    leftOut: news.leftOut,
    stuck,
  };
}

type SweptEvent = Omit<ReceivedEvent, 'provider' | 'receivedAt' | 'endpoint'>;

/** The same news has the same id, whenever it was heard: found by two sweeps, it is one event. */
function eventOf(type: string, id: string, facts: object, heard: object = {}): SweptEvent {
  const content = JSON.stringify(facts);
  const version = sha256Hex(content).slice(0, 24);
  const payload = JSON.stringify({ ...facts, ...heard });
  return { eventId: `sweep-${id}-${version}`, type, payload, content, origin: 'sweep' };
}

const eventsOf = ({ payments, payouts }: News, now: string): readonly SweptEvent[] => [
  ...payments.map(({ facts }) => eventOf(sweptTypes.payment, facts.paymentId, facts)),
  ...payouts.map(({ lines: _read, ...facts }) =>
    eventOf(sweptTypes.payout, facts.id, facts, heardOf(facts, now)),
  ),
];

/** No list says when a payout failed: it is later than all that was told of it before. */
const heardOf = ({ status }: Pick<PayoutFacts, 'status'>, now: string) =>
  status === 'failed' ? { toldAt: now } : {};

/** Feeds what was cut short once more; what never goes through is given up, in sight of all. */
async function feedStuckEvents(scope: CoopScope, provider: string, now: string): Promise<number> {
  const limit = before(now, stuckAfterMs);
  const stuck = (await listWaitingEvents(scope)).filter(
    (event) => event.provider === provider && event.receivedAt < limit,
  );
  let fed = 0;
  for (const event of stuck)
    if (await feedAgain(scope, event, now)) fed += 1;
    else await giveUp(scope, event);
  return fed;
}
