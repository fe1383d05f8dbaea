import type { decideEventEndpoint } from '#shared/contract/payments/inbox.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findEvent, replayEvent } from '#functions/stores/inbox.ts';

/**
 * Notes whether an event tells a known payment again, and gives it to the worker: the same payment
 * is set aside, another one is noted. What waits for something else is refused.
 */
export const decideEvent: UseCase<typeof decideEventEndpoint> = async (call) => {
  const { scope, params, body, actor, now, requestId } = call;
  const { decision } = body;
  const event = await findEvent(scope, params.provider, params.eventId);
  if (!event) return reject('not_found');
  if (event.decision === decision) return accept({ status: event.status });
  if (event.status !== 'held' || !event.toDecide) return reject('event_settled');
  const act = {
    act: `decide-event-${decision}`,
    target: `${event.provider}.${event.eventId}`,
    by: actor.userId,
    at: now,
    correlationId: requestId,
  };
  await replayEvent(scope, event, act, decision);
  return accept({ status: 'received' });
};
