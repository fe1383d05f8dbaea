import * as z from 'zod';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import {
  eventDecisions,
  inboxStatuses,
  type EventDecision,
} from '#shared/domain/payments/inbox-state.ts';
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

/** A payment that may be known already under another name: enough to find it by. */
const twinItem = z.object({
  grossCents: z.int().transform(cents),
  paidOn: z.string().transform(day),
});

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
  /** The payments that it may tell again: a person says whether it does. */
  toDecide: z.array(twinItem).optional(),
  /** What a person said of them. */
  decision: z.enum(eventDecisions).optional(),
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
  | { readonly status: 'failed'; readonly reason: string }
  | {
      readonly status: 'held';
      readonly reason: string;
      readonly toDecide?: InboxEvent['toDecide'];
    };

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
  const toDecide = outcome.status === 'held' ? outcome.toDecide : undefined;
  const gone = ['waitingIn', ...(reason === undefined ? ['reason'] : [])];
  try {
    await commit([
      updateWhere(coopKeys.inbox(scope, provider, eventId), {
        UpdateExpression: [
          'SET #status = :status',
          ...(reason === undefined ? [] : [', reason = :reason']),
          ...(toDecide ? [', toDecide = :toDecide'] : []),
          ` REMOVE ${[...gone, ...(toDecide ? [] : ['toDecide'])].join(', ')}`,
        ].join(''),
        ConditionExpression: '#status <> :done OR :status = :done',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':status': outcome.status,
          ':done': 'done',
          ...(reason !== undefined && { ':reason': reason }),
          ...(toDecide && { ':toDecide': toDecide }),
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
 * there it goes the way of every event, with what was said of it. Throws `StaleRead` when it was
 * settled meanwhile.
 */
export async function replayEvent(
  scope: CoopScope,
  { provider, eventId, status }: Pick<InboxEvent, 'provider' | 'eventId' | 'status'>,
  act: Act,
  decision?: EventDecision,
): Promise<void> {
  const held = coopKeys.heldEvent(scope, provider, eventId);
  await commit([
    updateWhere(coopKeys.inbox(scope, provider, eventId), {
      UpdateExpression: `SET #status = :received, waitingIn = :in, replayedAt = :now${decision ? ', decision = :decision' : ''} REMOVE reason, fedAgain, toDecide`,
      ConditionExpression: '#status = :before',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':received': 'received',
        ':before': status,
        ':in': inboxPartition(scope),
        ':now': act.at,
        ...(decision && { ':decision': decision }),
      },
    }),
    { Delete: { TableName: tableName(), Key: { ...held } } },
    recordAct(scope, act),
  ]);
}
