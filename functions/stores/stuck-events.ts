import * as z from 'zod';
import { cutShortBecause } from '#shared/domain/payments/inbox-state.ts';
import { coopKeys, inboxPartition } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { changeItem, queryIndex } from './table.ts';

const waitingItem = z.object({
  provider: z.string(),
  eventId: z.string(),
  receivedAt: z.string(),
});

/** An event that nobody has worked on yet. */
export type WaitingEvent = z.output<typeof waitingItem>;

/** Access pattern A81 (docs/data-model.md): the events that nobody has worked on, usually none. */
export async function listWaitingEvents(scope: CoopScope): Promise<readonly WaitingEvent[]> {
  const items = await queryIndex('waiting', inboxPartition(scope));
  return items.map((item) => waitingItem.parse(item));
}

/** Beyond, something is wrong with the event itself: a person looks, and plays it again. */
const attemptsMax = 10;

/** Writes on an event, so that the stream feeds it to the worker again; false when it is no use. */
export const feedAgain = (
  scope: CoopScope,
  { provider, eventId }: WaitingEvent,
  now: string,
): Promise<boolean> =>
  changeItem(coopKeys.inbox(scope, provider, eventId), {
    UpdateExpression: 'SET fedAgainAt = :now ADD fedAgain :one',
    ConditionExpression:
      '#status = :received AND (attribute_not_exists(fedAgain) OR fedAgain < :max)',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ':now': now,
      ':one': 1,
      ':received': 'received',
      ':max': attemptsMax,
    },
  });

/**
 * Gives up an event that was fed as often as is of use: its own item says so from then on, and the
 * inbox shows it. False while it is worth feeding, or when it was settled meanwhile.
 */
export const giveUp = (scope: CoopScope, { provider, eventId }: WaitingEvent): Promise<boolean> =>
  changeItem(coopKeys.inbox(scope, provider, eventId), {
    UpdateExpression: 'SET #status = :abandoned, reason = :reason REMOVE waitingIn',
    ConditionExpression: '#status = :received AND fedAgain >= :max',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ':abandoned': 'abandoned',
      ':reason': cutShortBecause.abandoned,
      ':received': 'received',
      ':max': attemptsMax,
    },
  });
