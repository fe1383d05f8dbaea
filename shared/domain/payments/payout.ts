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
  readonly version: number;
}

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

/**
 * The payout with what was just said of it. Its status only moves forward. Once it has its entry,
 * its amounts never change: another amount is refused, a late failure only marks it.
 */
export function mergePayout(
  known: Payout | undefined,
  provider: string,
  facts: PayoutFacts,
  now: string,
): Result<Payout, 'payout_changed_after_entry'> {
  if (!known) {
    const linesToldAt = facts.lines ? facts.toldAt : undefined;
    return accept({ provider, ...facts, linesToldAt, createdAt: now, version: 0 });
  }
  const status = rank[facts.status] > rank[known.status] ? facts.status : known.status;
  if (known.entryId !== undefined)
    return facts.netCents === known.netCents
      ? accept({ ...known, status })
      : reject('payout_changed_after_entry');
  const latest = isNewer(facts, known) ? facts : known;
  const takesLines = facts.lines !== undefined && facts.toldAt >= (known.linesToldAt ?? '');
  return accept({
    ...known,
    status,
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
  payout.lines,
];
