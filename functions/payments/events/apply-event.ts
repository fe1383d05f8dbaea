import { dayInParis } from '#shared/domain/dates.ts';
import { factsOfPayout } from '#shared/domain/payments/facts.ts';
import {
  failedBecause,
  heldBecause,
  ignoredBecause,
  type FailedReason,
  type HeldReason,
} from '#shared/domain/payments/held.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import type { Payout } from '#shared/domain/payments/payout.ts';
import type { Outcome, InboxEvent } from '#functions/stores/inbox.ts';
import { holdPayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { closePayout } from '../payouts/close-payout.ts';
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

/** As many as a person looks at; a file may tell a hundred again. */
const twinsShownMax = 20;

const done = (unlocked: boolean): Applied => ({ outcome: { status: 'done' }, unlocked });

/** An outcome that says why nothing more is done. */
type Stopped = Applied & { readonly outcome: { readonly reason: string } };

const held = (reason: HeldReason, unlocked = false): Stopped => ({
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
    return ofPayments(
      reading.payments,
      await notePayments(scope, event.provider, reading.payments, event.decision),
    );
  const payout = await notePayout(scope, endpoint, reading.payout, now);
  return payout.ok ? ofPayout(scope, payout.value, event, now) : held(payout.rejection);
}

/** The payments that may be known already, as far as a person needs them to say. */
const toDecide = ({ twins }: Noted) =>
  twins
    .slice(0, twinsShownMax)
    .flatMap(({ charge }) =>
      charge ? [{ grossCents: charge.grossCents, paidOn: charge.paidOn }] : [],
    );

const perhapsKnown = (noted: Noted): Stopped => ({
  outcome: { status: 'held', reason: heldBecause.perhaps_known, toDecide: toDecide(noted) },
  unlocked: noted.unlocked,
});

const setAside: Stopped = {
  outcome: { status: 'ignored', reason: ignoredBecause.same_payment },
  unlocked: false,
};

/** Whether somebody said of all the payments that are told that they are known already. */
const areAllSetAside = (facts: readonly PaymentFacts[], { twins }: Noted): boolean =>
  twins.length > 0 && facts.every((one) => one.charge === undefined || twins.includes(one));

function ofPayments(facts: readonly PaymentFacts[], noted: Noted): Applied {
  const { refusal, payments, unlocked } = noted;
  if (refusal === 'perhaps_known') return perhapsKnown(noted);
  if (refusal) return held(refusal, unlocked);
  if (areAllSetAside(facts, noted)) return setAside;
  return payments.some(({ collectionId }) => collectionId === undefined)
    ? held('payment_without_collection', unlocked)
    : done(unlocked);
}

/** A payout that is paid tells us its payments, then closes when it can. */
async function ofPayout(
  scope: CoopScope,
  payout: Payout,
  { eventId, decision }: InboxEvent,
  now: string,
): Promise<Applied> {
  const isNews = payout.status === 'paid' && payout.entryId === undefined && !payout.withoutEntry;
  const failsNow =
    payout.status === 'failed' && payout.entryId !== undefined && payout.reversalId === undefined;
  const noted = isNews ? await noteLines(scope, payout, decision) : undefined;
  if (noted?.stop) {
    await holdPayout(scope, payout, noted.stop.outcome.reason);
    return noted.stop;
  }
  const closed = await closePayout(scope, payout, { now, today: dayInParis(now), eventId });
  if (!closed.ok) {
    await holdPayout(scope, payout, heldBecause[closed.rejection], closed.suspectId);
    return held(closed.rejection, noted?.unlocked);
  }
  return done((isNews || failsNow) && closed.value === 'closed');
}

/** Notes the payments of a payout; `stop` when it cannot be closed with them. */
async function noteLines(
  scope: CoopScope,
  { id, provider, lines = [] }: Payout,
  decision: InboxEvent['decision'],
) {
  const facts = factsOfPayout(id, lines);
  const noted = await notePayments(scope, provider, facts, decision);
  const stop = stopOf(facts, noted);
  return { unlocked: noted.unlocked, stop };
}

function stopOf(facts: readonly PaymentFacts[], noted: Noted): Stopped | undefined {
  const { refusal, twins, unlocked } = noted;
  if (refusal === 'perhaps_known') return perhapsKnown(noted);
  if (refusal) return held(refusal, unlocked);
  if (areAllSetAside(facts, noted)) return setAside;
  return twins.length > 0 ? held('partly_known', unlocked) : undefined;
}
