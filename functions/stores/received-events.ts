import { setTimeout as sleep } from 'node:timers/promises';
import { failedBecause, heldBecause } from '#shared/domain/payments/held.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { coopKeys, inboxPartition } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { changeItem, putNew } from './table.ts';

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
  /** What we asked the platform ourselves, or read in its file; a message never says so. */
  readonly origin?: 'sweep' | 'import' | undefined;
  /** Authentic, but no message: kept and shown, never worked on. */
  readonly unreadable?: true | undefined;
}

/** How many events of one request are written side by side. */
const sideBySide = 25;

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

/** A delivery that comes while the worker settles its event waits for its turn. */
async function receivePatiently(scope: CoopScope, event: ReceivedEvent): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await receiveEvent(scope, event);
    } catch (error) {
      const isRace = error instanceof Error && error.name === 'TransactionConflictException';
      if (!isRace || attempt === attemptsMax) throw error;
      await sleep(Math.random() * 100 * attempt);
    }
  }
}

/** What can be worked on waits in an index until somebody has: one write says both. */
const stateOf = (scope: CoopScope, { unreadable }: Pick<ReceivedEvent, 'unreadable'>) =>
  unreadable
    ? { status: 'failed', reason: failedBecause.unreadable }
    : { status: 'received', waitingIn: inboxPartition(scope) };

/**
 * Keeps an event; a delivery of a known event is only counted. The key has no end of life: a body
 * replayed in two years changes nothing. Another content under a known id never replaces the
 * first: it is kept beside it, and waits for somebody to look.
 */
export async function receiveEvent(
  scope: CoopScope,
  { content, unreadable, ...event }: ReceivedEvent,
): Promise<void> {
  const digest = sha256Hex(content ?? event.payload);
  const item = { kind: 'inbox', ...event, contentSha256: digest, deliveries: 1 };
  const key = coopKeys.inbox(scope, event.provider, event.eventId);
  if (await putNew({ ...key, ...item, ...stateOf(scope, { unreadable }) })) return;
  if (await countDelivery(key, digest)) return;
  const eventId = `${event.eventId}.body-${digest.slice(0, 16)}`;
  const other = coopKeys.inbox(scope, event.provider, eventId);
  const conflict = { eventId, conflictsWith: event.eventId, status: 'held' };
  const reason = heldBecause.body_conflict;
  if (await putNew({ ...other, ...item, ...conflict, reason })) return;
  await countDelivery(other, digest);
}

/** Counts a delivery of the same content; false when the content is another one. */
const countDelivery = (key: Parameters<typeof changeItem>[0], digest: string): Promise<boolean> =>
  changeItem(key, {
    UpdateExpression: 'ADD deliveries :one',
    ConditionExpression:
      'contentSha256 = :digest OR (attribute_exists(pk) AND attribute_not_exists(contentSha256))',
    ExpressionAttributeValues: { ':one': 1, ':digest': digest },
  });
