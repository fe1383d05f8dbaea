import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { failedBecause, heldBecause } from '#shared/domain/payments/held.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { changeItem, commit, putAbsent, putAnyway, putNew, StaleRead, type Key } from './table.ts';

/** What is to be known of an event before any effect. */
export interface ReceivedEvent {
  readonly provider: string;
  readonly eventId: string;
  readonly type: string;
  readonly receivedAt: string;
  /** The digest of the endpoint's token: which account and which key it came by. */
  readonly endpoint: string;
  readonly payload: string;
  /** What another delivery must repeat; the payload while absent. */
  readonly content?: string | undefined;
  /** Which of two live secrets signed it. */
  readonly kid?: 'current' | 'previous' | undefined;
  /** What we asked the platform ourselves; a message never says so. */
  readonly origin?: 'sweep' | undefined;
  /** Authentic, but no message: kept and shown, never worked on. */
  readonly unreadable?: true | undefined;
}

/** How many events of one request are written side by side. */
const sideBySide = 25;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Keeps every event of a request, each once for ever under its id. Any order, any number of times. */
export async function receiveEvents(
  scope: CoopScope,
  events: readonly ReceivedEvent[],
): Promise<void> {
  for (let start = 0; start < events.length; start += sideBySide)
    await Promise.all(
      events.slice(start, start + sideBySide).map((event) => receivePatiently(scope, event)),
    );
}

const attemptsMax = 6;
const lostRaces = new Set(['TransactionCanceledException', 'TransactionConflictException']);

/** Many deliveries of one event at once get in each other's way: those that lose come again. */
async function receivePatiently(scope: CoopScope, event: ReceivedEvent): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await receiveEvent(scope, event);
    } catch (error) {
      const isRace = error instanceof Error && lostRaces.has(error.name);
      if (!isRace || attempt === attemptsMax) throw error;
      await sleep(Math.random() * 100 * attempt);
    }
  }
}

const stateOf = ({ unreadable }: ReceivedEvent) =>
  unreadable ? { status: 'failed', reason: failedBecause.unreadable } : { status: 'received' };

/**
 * Keeps an event; a delivery of a known event is only counted. The key has no end of life: a body
 * replayed in two years changes nothing. Another content under a known id never replaces the
 * first: it is kept beside it, and waits for somebody to look.
 */
export async function receiveEvent(
  scope: CoopScope,
  { content, unreadable, ...event }: ReceivedEvent,
): Promise<void> {
  const digest = digestOf(content ?? event.payload);
  const item = { kind: 'inbox', ...event, contentSha256: digest, deliveries: 1 };
  const state = stateOf({ ...event, unreadable });
  const key = coopKeys.inbox(scope, event.provider, event.eventId);
  if (await putWithMark(scope, { ...key, ...item, ...state })) return;
  if (await countDelivery(key, digest)) return;
  const eventId = `${event.eventId}.body-${digest.slice(0, 16)}`;
  const other = coopKeys.inbox(scope, event.provider, eventId);
  const conflict = { eventId, conflictsWith: event.eventId, status: 'held' };
  const reason = heldBecause.body_conflict;
  if (await putNew({ ...other, ...item, ...conflict, reason })) return;
  await countDelivery(other, digest);
}

/**
 * Puts an event unless its id is taken, and beside it the mark that nobody has worked on it yet;
 * one that cannot be worked on has no mark.
 */
async function putWithMark(
  scope: CoopScope,
  item: Key & Pick<ReceivedEvent, 'provider' | 'eventId' | 'receivedAt'> & { status: string },
): Promise<boolean> {
  if (item.status !== 'received') return putNew({ ...item });
  const { provider, eventId, receivedAt } = item;
  const mark = coopKeys.waitingEvent(scope, provider, eventId);
  try {
    await commit([
      putAbsent({ ...item }),
      putAnyway({ ...mark, kind: 'waitingEvent', provider, eventId, receivedAt }),
    ]);
    return true;
  } catch (error) {
    if (error instanceof StaleRead) return false;
    throw error;
  }
}

/** Counts a delivery of the same content; false when the content is another one. */
const countDelivery = (key: Parameters<typeof changeItem>[0], digest: string): Promise<boolean> =>
  changeItem(key, {
    UpdateExpression: 'ADD deliveries :one',
    ConditionExpression:
      'contentSha256 = :digest OR (attribute_exists(pk) AND attribute_not_exists(contentSha256))',
    ExpressionAttributeValues: { ':one': 1, ':digest': digest },
  });
