import { dayInParis } from '#shared/domain/dates.ts';
import { factsOfPayout } from '#shared/domain/payments/facts.ts';
import {
  failedBecause,
  heldBecause,
  type FailedReason,
  type HeldReason,
} from '#shared/domain/payments/held.ts';
import type { Payout } from '#shared/domain/payments/payout.ts';
import { reject } from '#shared/domain/result.ts';
import type { Outcome, InboxEvent } from '#functions/stores/inbox.ts';
import { holdPayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { closePayout, type Closed } from '../payouts/close-payout.ts';
import { notePayout } from '../payouts/note-payout.ts';
import { takesPaymentBack } from './contradiction.ts';
import { notePayments, type Noted } from './note-payments.ts';
import { readEvent } from './read-event.ts';
import { endpointOfFile, readImported } from './read-imported.ts';

/** What came of an event, and whether what others wait for may have come with it. */
export interface Applied {
  readonly outcome: Outcome;
  readonly unlocked: boolean;
}

const done = (unlocked: boolean): Applied => ({ outcome: { status: 'done' }, unlocked });

const held = (reason: HeldReason, unlocked = false): Applied => ({
  outcome: { status: 'held', reason: heldBecause[reason] },
  unlocked,
});

const failed = (reason: FailedReason): Applied => ({
  outcome: { status: 'failed', reason: failedBecause[reason] },
  unlocked: false,
});

const ignored = (reason?: string): Applied => ({
  outcome: { status: 'ignored', ...(reason !== undefined && { reason }) },
  unlocked: false,
});

/**
 * Applies an event to the payments and payouts it is about. Any order, any number of times: what
 * is known only grows, and an entry is written once.
 */
export async function applyEvent(
  scope: CoopScope,
  event: InboxEvent,
  now: string,
): Promise<Applied> {
  if (event.conflictsWith !== undefined) return held('body_conflict');
  const isFile = event.origin === 'import';
  const endpoint = isFile
    ? endpointOfFile(scope, event.provider)
    : await findEndpoint(event.endpoint);
  if (!endpoint) return failed('unreadable');
  if (endpoint.status === 'paused') return held('endpoint_paused');
  const reading = await (isFile ? readImported(scope, event) : readEvent(endpoint, event));
  if (reading.kind === 'failed') return failed(reading.reason);
  if (reading.kind === 'held') return held(reading.reason);
  if (reading.kind === 'ignored') return ignored(reading.reason);
  if (await takesPaymentBack(scope, endpoint, reading.payments)) return held('refused_after_paid');
  if (!reading.payout)
    return ofPayments(await notePayments(scope, event.provider, reading.payments));
  const payout = await notePayout(scope, endpoint, reading.payout, now);
  return payout.ok ? ofPayout(scope, payout.value, event, now) : held(payout.rejection);
}

function ofPayments({ refusal, payments, unlocked }: Noted): Applied {
  if (refusal) return held(refusal, unlocked);
  return payments.some(({ collectionId }) => collectionId === undefined)
    ? held('payment_without_collection', unlocked)
    : done(unlocked);
}

/** A payout that is paid tells us its payments, then closes when it can. */
async function ofPayout(
  scope: CoopScope,
  payout: Payout,
  { eventId }: InboxEvent,
  now: string,
): Promise<Applied> {
  const isNews = payout.status === 'paid' && payout.entryId === undefined && !payout.withoutEntry;
  const failsNow =
    payout.status === 'failed' && payout.entryId !== undefined && payout.reversalId === undefined;
  const noted = isNews
    ? await notePayments(scope, payout.provider, factsOfPayout(payout.id, payout.lines ?? []))
    : undefined;
  const closed: Closed = noted?.refusal
    ? reject(noted.refusal)
    : await closePayout(scope, payout, { now, today: dayInParis(now), eventId });
  if (!closed.ok) {
    await holdPayout(scope, payout, heldBecause[closed.rejection], closed.suspectId);
    return held(closed.rejection, noted?.unlocked);
  }
  return done((isNews || failsNow) && closed.value === 'closed');
}
