import type { Movement } from './movement.ts';

/** Finds what was booked at year end for a movement; undefined when it was not. */
export type FindHeld = (movement: Movement) => Movement | undefined;

/** Nothing was held. */
export const notHeld: FindHeld = () => undefined;

/** A charge is told by its payment, which is paid once; what goes back by its own id. */
export const tellOf = ({ kind, paymentId = '', movementId }: Movement): string =>
  kind === 'charge' ? `charge ${paymentId}` : movementId;

/** Finds the movements of a payout among those that a year end booked. */
export function findHeldAmong(booked: readonly Movement[]): FindHeld {
  const byTell = new Map(booked.map((movement) => [tellOf(movement), movement]));
  return (movement) => {
    const held = byTell.get(tellOf(movement));
    return held?.grossCents === movement.grossCents ? held : undefined;
  };
}
