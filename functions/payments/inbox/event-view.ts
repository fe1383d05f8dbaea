import {
  cutShortBecause,
  groupsOf,
  isStuck,
  mayReplay,
} from '#shared/domain/payments/inbox-state.ts';
import type { InboxEvent } from '#functions/stores/inbox.ts';

/** What the decisions about an event need of it. */
export const stateOf = ({ status, deliveries, receivedAt, replayedAt }: InboxEvent) => ({
  status,
  deliveries,
  givenAt: replayedAt ?? receivedAt,
});

/** An event as the inbox shows it: what became of it and why, never what it says. */
export function eventView(event: InboxEvent, now: string) {
  const state = stateOf(event);
  const { provider, eventId, type, status, receivedAt, replayedAt, deliveries } = event;
  return {
    provider,
    eventId,
    type,
    status,
    receivedAt,
    replayedAt,
    deliveries,
    groups: groupsOf(state),
    reason: isStuck(state, now) ? cutShortBecause.stuck : event.reason,
    origin: event.origin ?? ('webhook' as const),
    signedWith: event.kid,
    mayReplay: mayReplay(state, now),
    toDecide: event.toDecide,
  };
}
