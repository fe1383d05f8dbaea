import type { Movement } from '#shared/domain/payments/movement.ts';
import type { Payout } from '#shared/domain/payments/payout.ts';
import { listPayouts, withMovements, type KeptPayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';

/** A payout of zero whose movements come with the next one. */
export interface Carried {
  readonly payout: KeptPayout;
  readonly movements: readonly Movement[];
}

/** Each is an action of the transaction; what is left comes with the payout after. */
const carriedMax = 20;

/** The payouts of the same platform that brought nothing to the bank and wait for one that does. */
export async function findCarried(
  scope: CoopScope,
  { provider, netCents }: Payout,
): Promise<readonly Carried[]> {
  if (netCents === 0) return [];
  const waiting = (await listPayouts(scope))
    .filter(
      (one) =>
        one.provider === provider &&
        one.withoutEntry === true &&
        one.status === 'paid' &&
        one.carriedBy === undefined,
    )
    .slice(0, carriedMax);
  return Promise.all(
    waiting.map(async (payout) => ({
      payout,
      movements: (await withMovements(scope, payout)).lines ?? [],
    })),
  );
}

/** The movements of the payouts of zero that came with this one, once it is booked. */
export async function carriedWith(
  scope: CoopScope,
  { provider, id }: Payout,
): Promise<readonly Movement[]> {
  const carried = (await listPayouts(scope)).filter(
    (one) => one.provider === provider && one.carriedBy === id,
  );
  const payouts = await Promise.all(carried.map((payout) => withMovements(scope, payout)));
  return payouts.flatMap(({ lines = [] }) => lines);
}
