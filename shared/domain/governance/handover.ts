import { isCurrent, type Grant } from '../access/roles.ts';
import { addDays, type Day } from '../dates.ts';
import { accept, reject, type Result } from '../result.ts';

export type HandoverRejection = 'handover_date_past' | 'successor_is_self';

/** A grant with the person who holds it. */
export interface HeldGrant {
  readonly userId: string;
  readonly name: string;
  readonly grant: Grant;
}

/** Who leaves, who follows, when; and the mandates of the cooperative as they are. */
export interface Handover {
  readonly leaverId: string;
  readonly successorId: string;
  /** The last day of the leaver, included. */
  readonly lastDay: Day;
  readonly today: Day;
  /** Every grant of mandate holder in the cooperative, of both of them and of who was to follow. */
  readonly held: readonly HeldGrant[];
}

/** What must change: nothing when the handover was made so already. */
export interface HandoverPlan {
  /** Each grant with the last day it now has. */
  readonly ends: readonly (HeldGrant & { readonly lastDay: Day })[];
  /** The first day of the successor, when the grant is still to be given. */
  readonly beginsOn: Day | undefined;
}

/**
 * The leaver keeps her rights to the evening of the last day, the successor has them from the day
 * after. A handover planned before and not yet come is put right by a new one: who was to follow
 * no longer does. Refusals in the order of the type. Rules: MANDATE-1 (docs/rules.md).
 */
export function planHandover(handover: Handover): Result<HandoverPlan, HandoverRejection> {
  const { leaverId, successorId, lastDay, today, held } = handover;
  if (lastDay < today) return reject('handover_date_past', 'lastDay');
  if (successorId === leaverId) return reject('successor_is_self', 'successorMail');
  const beginsOn = addDays(lastDay, 1);
  const leaving = held
    .filter(({ userId, grant }) => userId === leaverId && isCurrent(grant, today))
    .filter(({ grant }) => grant.until !== lastDay)
    .map((one) => ({ ...one, lastDay }));
  const planned = held.filter(({ grant }) => grant.from > today && isStanding(grant));
  const isWanted = ({ userId, grant }: HeldGrant): boolean =>
    userId === successorId && grant.from === beginsOn;
  const given = planned.some(isWanted);
  const dropped = planned
    .filter((one) => !isWanted(one))
    .map((one) => ({ ...one, lastDay: addDays(one.grant.from, -1) }));
  return accept({ ends: [...leaving, ...dropped], beginsOn: given ? undefined : beginsOn });
}

/** Whether a grant has a day to hold on: a planned one that was dropped has none. */
const isStanding = ({ from, until }: Pick<Grant, 'from' | 'until'>): boolean =>
  until === undefined || from <= until;
