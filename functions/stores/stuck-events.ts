import * as z from 'zod';
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

/** Beyond, something is wrong with the event itself: a person looks, the dead letters say where. */
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
