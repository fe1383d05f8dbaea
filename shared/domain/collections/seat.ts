import { accept, reject, type Result } from '../result.ts';
import type { Collection, Family, SeatAnswer } from './collection.ts';

/** How many seats an answer takes: one, none, or one given back. */
export interface SeatMove {
  readonly family: Family;
  readonly seats: -1 | 0 | 1;
}

/** Whether families are asked about a seat: for a trip, and for whatever counts its seats. */
export const asksSeat = ({ kind, capacity }: Pick<Collection, 'kind' | 'capacity'>): boolean =>
  kind === 'trip' || capacity !== undefined;

const taking = (answer: SeatAnswer | undefined): number => (answer === 'confirmed' ? 1 : 0);

/**
 * The answer of a family about its seat. The same answer again is no move; a seat is taken only
 * while one is left, and only while the collecte is open. A seat may always be given back.
 */
export function seatMove(
  collection: Pick<Collection, 'status' | 'capacity' | 'seatsTaken'>,
  family: Family,
  answer: SeatAnswer,
): Result<SeatMove, 'collection_closed' | 'seats_full'> {
  const count = taking(answer) - taking(family.seat);
  const seats = count > 0 ? 1 : count < 0 ? -1 : 0;
  if (answer !== family.seat && seats !== -1 && collection.status !== 'open')
    return reject('collection_closed');
  const { capacity = Infinity, seatsTaken } = collection;
  if (seats === 1 && seatsTaken >= capacity) return reject('seats_full');
  return accept({ family: { ...family, seat: answer }, seats });
}
