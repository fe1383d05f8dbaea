import * as z from 'zod';
import { inboxStatuses } from '#shared/domain/payments/inbox-state.ts';
import { recordAct, type Act } from './audit.ts';
import { coopKeys, inboxPartition } from './keys.ts';
import type { CoopScope } from './scope.ts';
import {
  commit,
  getItem,
  putAnyway,
  queryAll,
  StaleRead,
  tableName,
  updateWhere,
  type Item,
} from './table.ts';

const inboxItem = z.object({
  provider: z.string(),
  eventId: z.string(),
  type: z.string(),
  status: z.enum(inboxStatuses),
  /** Why it waits or failed, in French. */
  reason: z.string().optional(),
  receivedAt: z.string(),
  deliveries: z.int(),
  /** The digest of the endpoint's token: which account and which key it came by. */
  endpoint: z.string(),
  /** The payload as it was signed. Personal data: read by the worker only. */
  payload: z.string(),
  /** What we asked the platform ourselves, or read in its file: facts in our own words. */
  origin: z.enum(['sweep', 'import']).optional(),
  /** Which of two live secrets signed it. */
  kid: z.enum(['current', 'previous']).optional(),
  /** The event whose id it came under, with another content: that one stays, this is never used. */
  conflictsWith: z.string().optional(),
  /** When somebody last had it played again. */
  replayedAt: z.string().optional(),
});

/** An event of a platform, as received, with what became of it. */
export type InboxEvent = z.output<typeof inboxItem>;

const eventOf = (item: Item): InboxEvent => inboxItem.parse(item);

/** Access pattern A24: an event by its id. */
export async function findEvent(
  scope: CoopScope,
  provider: string,
  eventId: string,
): Promise<InboxEvent | undefined> {
  const item = await getItem(coopKeys.inbox(scope, provider, eventId));
  return item && eventOf(item);
}

const eventsShownMax = 200;

/** Access pattern A25: the events of a cooperative, newest first. */
export async function listEvents(scope: CoopScope): Promise<readonly InboxEvent[]> {
  return (await queryAll(inboxPartition(scope), 'INBOX#'))
    .map(eventOf)
    .toSorted((one, other) => other.receivedAt.localeCompare(one.receivedAt))
    .slice(0, eventsShownMax);
}

const heldItem = z.object({ provider: z.string(), eventId: z.string(), type: z.string() });

/** An event that waits for something. */
export type HeldEvent = z.output<typeof heldItem>;

/** Access pattern A26: the events that wait for something, usually none. */
export async function listHeldEvents(scope: CoopScope): Promise<readonly HeldEvent[]> {
  return (await queryAll(scope.pk, 'HELDEVENT#')).map((item) => heldItem.parse(item));
}

/** What became of an event. */
export type Outcome =
  | { readonly status: 'done' }
  | { readonly status: 'ignored'; readonly reason?: string }
  | { readonly status: 'held' | 'failed'; readonly reason: string };

/**
 * Writes what became of an event, and whether it still waits. What is done stays done: another
 * worker that saw it waiting a moment before does not put it back.
 */
export async function settleEvent(
  scope: CoopScope,
  { provider, eventId, type }: Pick<InboxEvent, 'provider' | 'eventId' | 'type'>,
  outcome: Outcome,
): Promise<void> {
  const held = coopKeys.heldEvent(scope, provider, eventId);
  const reason = 'reason' in outcome ? outcome.reason : undefined;
  try {
    await commit([
      updateWhere(coopKeys.inbox(scope, provider, eventId), {
        UpdateExpression:
          reason === undefined
            ? 'SET #status = :status REMOVE reason, waitingIn'
            : 'SET #status = :status, reason = :reason REMOVE waitingIn',
        ConditionExpression: '#status <> :done OR :status = :done',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':status': outcome.status,
          ':done': 'done',
          ...(reason !== undefined && { ':reason': reason }),
        },
      }),
      outcome.status === 'held'
        ? putAnyway({ ...held, kind: 'heldEvent', provider, eventId, type })
        : { Delete: { TableName: tableName(), Key: { ...held } } },
    ]);
  } catch (error) {
    if (!(error instanceof StaleRead)) throw error;
  }
}

/**
 * Gives an event to the worker again, in the transaction of the act that says who wanted it; from
 * there it goes the way of every event. Throws `StaleRead` when it was settled meanwhile.
 */
export async function replayEvent(
  scope: CoopScope,
  { provider, eventId, status }: Pick<InboxEvent, 'provider' | 'eventId' | 'status'>,
  act: Act,
): Promise<void> {
  const held = coopKeys.heldEvent(scope, provider, eventId);
  await commit([
    updateWhere(coopKeys.inbox(scope, provider, eventId), {
      UpdateExpression:
        'SET #status = :received, waitingIn = :in, replayedAt = :now REMOVE reason, fedAgain',
      ConditionExpression: '#status = :before',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':received': 'received',
        ':before': status,
        ':in': inboxPartition(scope),
        ':now': act.at,
      },
    }),
    { Delete: { TableName: tableName(), Key: { ...held } } },
    recordAct(scope, act),
  ]);
}
