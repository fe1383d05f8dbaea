import { PlatformUnavailable } from '#functions/gateways/platforms/platform-api.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import {
  findEvent,
  listHeldEvents,
  settleEvent,
  type HeldEvent,
  type InboxEvent,
} from '#functions/stores/inbox.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { applyEvent } from './apply-event.ts';

type EventId = Pick<InboxEvent, 'provider' | 'eventId'>;

/** Platforms name the events of payouts `payout.…` or `payouts.…`, we `sweep.payout` and the like. */
export const isAboutPayout = ({ type }: Pick<HeldEvent, 'type'>): boolean =>
  /^(?:payouts?\.|(?:sweep|import)\.payout$)/u.test(type);

/** Applies an event as it is now, and writes what became of it. */
async function settle(scope: CoopScope, { provider, eventId }: EventId, now: string) {
  const event = await findEvent(scope, provider, eventId);
  if (!event || (event.status !== 'received' && event.status !== 'held')) return undefined;
  const applied = await runAgainIfStale(() => applyEvent(scope, event, now));
  await settleEvent(scope, event, applied.outcome);
  return applied;
}

/**
 * Works on an event that was received, then on what may have waited for it. A payout that waits is
 * tried again after every event: one that was applied and then cut short no longer says what it
 * freed. An event that is done already was cut short later still: everything is tried again.
 */
export async function workOnEvent(scope: CoopScope, event: EventId, now: string): Promise<void> {
  const applied = await settle(scope, event, now);
  if (!applied || applied.unlocked) return workOnHeldEvents(scope, now);
  if (applied.outcome.status === 'done') await workOnHeldEvents(scope, now, isAboutPayout);
}

/**
 * Works again on what waits, for as long as one thing frees another. What its platform cannot tell
 * for now is left as it was and holds back nothing else; the fault is thrown in the end, so that
 * whoever asked tries again.
 */
export async function workOnHeldEvents(
  scope: CoopScope,
  now: string,
  chosen: (event: HeldEvent) => boolean = () => true,
): Promise<void> {
  for (;;) {
    const faults: PlatformUnavailable[] = [];
    let freed = 0;
    for (const event of (await listHeldEvents(scope)).filter(chosen)) {
      const applied = await settleIfReachable(scope, event, now);
      if (applied instanceof PlatformUnavailable) faults.push(applied);
      else if (applied?.outcome.status === 'done') freed += 1;
    }
    const [fault] = faults;
    if (fault) throw fault;
    if (freed === 0) return;
  }
}

async function settleIfReachable(scope: CoopScope, event: EventId, now: string) {
  try {
    return await settle(scope, event, now);
  } catch (error) {
    if (error instanceof PlatformUnavailable) return error;
    throw error;
  }
}
