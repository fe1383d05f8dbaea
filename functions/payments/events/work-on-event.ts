import { runAgainIfStale } from '#functions/platform/stale.ts';
import {
  findEvent,
  listHeldEvents,
  settleEvent,
  type InboxEvent,
} from '#functions/stores/inbox.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { applyEvent } from './apply-event.ts';

type EventId = Pick<InboxEvent, 'provider' | 'eventId'>;

/** Applies an event as it is now, and writes what became of it. */
async function settle(scope: CoopScope, { provider, eventId }: EventId, now: string) {
  const event = await findEvent(scope, provider, eventId);
  if (!event || (event.status !== 'received' && event.status !== 'held')) return undefined;
  const applied = await runAgainIfStale(() => applyEvent(scope, event, now));
  await settleEvent(scope, event, applied.outcome);
  return applied;
}

/** Works on an event that was received; then on what may have waited for it. */
export async function workOnEvent(scope: CoopScope, event: EventId, now: string): Promise<void> {
  const applied = await settle(scope, event, now);
  if (applied?.unlocked) await workOnHeldEvents(scope, now);
}

/** Works again on everything that waits, for as long as one thing frees another. */
export async function workOnHeldEvents(scope: CoopScope, now: string): Promise<void> {
  for (;;) {
    let freed = 0;
    for (const event of await listHeldEvents(scope)) {
      const applied = await settle(scope, event, now);
      if (applied?.outcome.status === 'done') freed += 1;
    }
    if (freed === 0) return;
  }
}
