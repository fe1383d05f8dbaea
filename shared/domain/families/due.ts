import { awaitedCentsOf } from '../collections/family-payment.ts';
import { isFree, type Collection } from '../collections/collection.ts';
import { instalmentsOf, type Instalment } from '../collections/instalments.ts';
import type { Day } from '../dates.ts';
import { cents, type Cents } from '../money.ts';

/** One instalment of a family, and what of it is not paid yet. */
export interface DuePart extends Instalment {
  readonly leftCents: Cents;
  /** `late` once its day has passed and something of it is left. */
  readonly state: 'paid' | 'due' | 'late';
}

type Asking = Pick<
  Collection,
  'id' | 'kind' | 'status' | 'expectedCents' | 'dueOn' | 'instalments'
>;
type Paying = { readonly expectedCents: Cents; readonly paidCents: Cents };

/** What a family paid fills its instalments in their order; nothing is due of a free gift. */
export function duePartsOf(
  collection: Asking,
  { expectedCents, paidCents }: Paying,
  today: Day,
): readonly DuePart[] {
  if (isFree(collection) || collection.status === 'cancelled') return [];
  let rest: number = paidCents;
  return instalmentsOf(collection, expectedCents).map((part) => {
    const filled = Math.min(rest, part.amountCents);
    rest -= filled;
    const leftCents = cents(part.amountCents - filled);
    const state = leftCents === 0 ? 'paid' : part.dueOn < today ? 'late' : 'due';
    return { ...part, leftCents, state };
  });
}

/** What is still awaited of a family: never below zero. */
export const leftCentsOf = (collection: Asking, family: Paying): Cents =>
  cents(Math.max(0, awaitedCentsOf(collection, family) - family.paidCents));
