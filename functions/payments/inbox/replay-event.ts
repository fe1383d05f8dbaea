import type { replayEventEndpoint } from '#shared/contract/payments/inbox.ts';
import { mayReplay } from '#shared/domain/payments/inbox-state.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findEvent, replayEvent as giveAgain } from '#functions/stores/inbox.ts';
import { stateOf } from './event-view.ts';

/**
 * Plays an event again: it goes back to the worker, as if it had just come. One that is with the
 * worker already is left there; one that is booked, or has no effect, is refused.
 */
export const replayEvent: UseCase<typeof replayEventEndpoint> = async (call) => {
  const { scope, params, actor, now, requestId } = call;
  const event = await findEvent(scope, params.provider, params.eventId);
  if (!event) return reject('not_found');
  if (mayReplay(stateOf(event), now)) {
    await giveAgain(scope, event, {
      act: 'replay-event',
      target: `${event.provider}.${event.eventId}`,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    });
    return accept({ status: 'received' });
  }
  return event.status === 'received' ? accept({ status: 'received' }) : reject('event_settled');
};
