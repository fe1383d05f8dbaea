import { dayInParis } from '#shared/domain/dates.ts';
import { factsOfPayout } from '#shared/domain/payments/facts.ts';
import { failedBecause, heldBecause, type HeldReason } from '#shared/domain/payments/held.ts';
import type { Payout } from '#shared/domain/payments/payout.ts';
import type { Outcome, InboxEvent } from '#functions/stores/inbox.ts';
import { holdPayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findEndpoint, type WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { closePayout } from '../payouts/close-payout.ts';
import { notePayout } from '../payouts/note-payout.ts';
import { notePayments, type Noted } from './note-payments.ts';
import { readStandard } from './read-standard.ts';
import { readStripe } from './read-stripe.ts';
import { failed, type Reading } from './reading.ts';

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

/**
 * Applies an event to the payments and payouts it is about. Any order, any number of times: what
 * is known only grows, and an entry is written once.
 */
export async function applyEvent(
  scope: CoopScope,
  event: InboxEvent,
  now: string,
): Promise<Applied> {
  const endpoint = await findEndpoint(event.endpoint);
  const reading = endpoint ? read(endpoint, event) : failed('unreadable');
  if (!endpoint || reading.kind === 'failed')
    return {
      outcome: {
        status: 'failed',
        reason: failedBecause[reading.kind === 'failed' ? reading.reason : 'unreadable'],
      },
      unlocked: false,
    };
  if (reading.kind === 'ignored') return { outcome: { status: 'ignored' }, unlocked: false };
  if (!reading.payout)
    return ofPayments(await notePayments(scope, event.provider, reading.payments));
  const payout = await notePayout(scope, endpoint, reading.payout, now);
  return payout.ok ? ofPayout(scope, payout.value, event, now) : held(payout.rejection);
}

function read(endpoint: WebhookEndpoint, { type, payload }: InboxEvent): Reading {
  const message: unknown = JSON.parse(payload);
  return endpoint.scheme === 'stripe'
    ? readStripe(message, endpoint.accountId)
    : readStandard(type, message);
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
  const isNews = payout.status === 'paid' && payout.entryId === undefined;
  const noted = isNews
    ? await notePayments(scope, payout.provider, factsOfPayout(payout.id, payout.lines ?? []))
    : undefined;
  const closed = noted?.refusal
    ? ({ ok: false, rejection: noted.refusal } as const)
    : await closePayout(scope, payout, { now, today: dayInParis(now), eventId });
  if (!closed.ok) {
    await holdPayout(scope, payout, heldBecause[closed.rejection]);
    return held(closed.rejection, noted?.unlocked);
  }
  return done(isNews && closed.value === 'closed');
}
