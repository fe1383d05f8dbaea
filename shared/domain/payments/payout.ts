import type { Day } from '../dates.ts';
import type { Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import type { Movement } from './movement.ts';

export type PayoutStatus = 'pending' | 'paid' | 'failed';

/** What a platform sends to the bank, net of its fee; settled by one entry. */
export interface Payout {
  readonly provider: string;
  readonly id: string;
  readonly status: PayoutStatus;
  readonly arrivalOn: Day;
  /** Net, as it arrives in the bank; negative when more goes back than comes in. */
  readonly netCents: Cents;
  readonly feeCents?: Cents | undefined;
  readonly bankReference?: string | undefined;
  /** False when the platform cannot say which payments it is made of. */
  readonly itemised: boolean;
  readonly lines?: readonly Movement[] | undefined;
  /** When the platform said what is kept here: an older message does not put it back. */
  readonly toldAt: string;
  readonly linesToldAt?: string | undefined;
  /** When we first heard of it: the time part of the ids of its entry and its voucher. */
  readonly createdAt: string;
  readonly entryId?: string | undefined;
  readonly voucherId?: string | undefined;
  readonly heldBecause?: string | undefined;
  /** When the platform said that it is paid, or that it failed. */
  readonly statusToldAt?: string | undefined;
  /** The entry that took `entryId` back, once the platform said that the payout failed. */
  readonly reversalId?: string | undefined;
  /** What earlier attempts left in the books, when the platform paid the same payout again. */
  readonly past?: readonly PastAttempt[] | undefined;
  /** It brought nothing to the bank: settled without an entry. */
  readonly withoutEntry?: boolean | undefined;
  /** The payout whose entry took the movements of this one along. */
  readonly carriedBy?: string | undefined;
  /** An entry typed by hand that may be this very payout. */
  readonly suspectId?: string | undefined;
  /** What the mandate holder answered to the suspicion. */
  readonly decision?: PayoutDecision | undefined;
  readonly decidedAt?: string | undefined;
  readonly version: number;
}

/** What one attempt of a payout left in the books: an entry, and the one that took it back. */
interface PastAttempt {
  readonly entryId: string;
  readonly voucherId?: string | undefined;
  readonly reversalId: string;
}

/** A payout typed by hand already: that entry is its entry, or it is another receipt. */
export type PayoutDecision =
  { readonly kind: 'book' } | { readonly kind: 'link'; readonly entryId: string };

/** Which attempt of the platform this is, from 1. */
export const attemptOf = ({ past = [] }: Pick<Payout, 'past'>): number => past.length + 1;

/** What one message says of a payout. */
export type PayoutFacts = Pick<
  Payout,
  | 'id'
  | 'status'
  | 'arrivalOn'
  | 'netCents'
  | 'feeCents'
  | 'bankReference'
  | 'itemised'
  | 'lines'
  | 'toldAt'
>;

const rank: Readonly<Record<PayoutStatus, number>> = { pending: 0, paid: 1, failed: 2 };

/** A later message wins; at the same instant, the one that is further on. */
const isNewer = (facts: PayoutFacts, known: Payout): boolean =>
  facts.toldAt === known.toldAt
    ? rank[facts.status] >= rank[known.status]
    : facts.toldAt > known.toldAt;

/** Paid or failed, the latest word counts; what was only announced never puts either back. */
function statusOf(facts: PayoutFacts, known: Payout): Pick<Payout, 'status' | 'statusToldAt'> {
  const own = { status: known.status, statusToldAt: known.statusToldAt };
  const told = { status: facts.status, statusToldAt: facts.toldAt };
  if (facts.status === 'pending') return own;
  if (known.status === 'pending') return told;
  const knownAt = known.statusToldAt ?? known.toldAt;
  const isLater = facts.toldAt > knownAt;
  return isLater || (facts.toldAt === knownAt && rank[facts.status] > rank[known.status])
    ? told
    : own;
}

/**
 * The payout with what was just said of it. Once it has its entry, its amounts never change:
 * another amount is refused. Paid again after a failure that was written in the books, it starts
 * another attempt, which will have an entry of its own.
 */
export function mergePayout(
  known: Payout | undefined,
  provider: string,
  facts: PayoutFacts,
  now: string,
): Result<Payout, 'payout_changed_after_entry'> {
  if (!known) {
    const linesToldAt = facts.lines ? facts.toldAt : undefined;
    const statusToldAt = facts.status === 'pending' ? undefined : facts.toldAt;
    return accept({ provider, ...facts, linesToldAt, statusToldAt, createdAt: now, version: 0 });
  }
  const status = statusOf(facts, known);
  if (known.entryId !== undefined || known.withoutEntry === true) {
    if (facts.netCents !== known.netCents) return reject('payout_changed_after_entry');
    const again = paidAgain(known, status);
    return accept(again ? { ...again, arrivalOn: facts.arrivalOn } : { ...known, ...status });
  }
  const latest = isNewer(facts, known) ? facts : known;
  const takesLines = facts.lines !== undefined && facts.toldAt >= (known.linesToldAt ?? '');
  return accept({
    ...known,
    ...status,
    arrivalOn: latest.arrivalOn,
    netCents: latest.netCents,
    feeCents: latest.feeCents,
    bankReference: latest.bankReference ?? facts.bankReference ?? known.bankReference,
    itemised: latest.itemised,
    toldAt: latest.toldAt,
    lines: takesLines ? facts.lines : known.lines,
    linesToldAt: takesLines ? facts.toldAt : known.linesToldAt,
  });
}

function paidAgain(
  { entryId, voucherId, reversalId, ...known }: Payout,
  status: Pick<Payout, 'status' | 'statusToldAt'>,
): Payout | undefined {
  if (status.status !== 'paid' || entryId === undefined || reversalId === undefined)
    return undefined;
  const past = [...(known.past ?? []), { entryId, voucherId, reversalId }];
  return { ...known, ...status, past };
}

/** Whether nothing was learnt: what did not change is not written. */
export const samePayout = (one: Payout, other: Payout): boolean =>
  JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other));

const factsOf = (payout: Payout) => [
  payout.status,
  payout.arrivalOn,
  payout.netCents,
  payout.feeCents,
  payout.bankReference,
  payout.itemised,
  payout.toldAt,
  payout.linesToldAt,
  payout.statusToldAt,
  attemptOf(payout),
  payout.lines,
];
