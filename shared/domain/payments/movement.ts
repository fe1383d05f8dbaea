import { dayInParis, type Day } from '../dates.ts';
import { cents, sumCents, type Cents } from '../money.ts';

export const movementKinds = ['charge', 'refund', 'dispute', 'fee', 'adjustment'] as const;
export type MovementKind = (typeof movementKinds)[number];

/** One movement on the platform's side of the money: what a payout is made of. */
export interface Movement {
  readonly movementId: string;
  readonly kind: MovementKind;
  readonly paymentId?: string | undefined;
  /** What the family quoted when it paid. */
  readonly familyReference?: string | undefined;
  /** The name of the collecte on the platform. */
  readonly campaign?: string | undefined;
  readonly payerName?: string | undefined;
  /** Signed: what goes back to a family is negative. */
  readonly grossCents: Cents;
  readonly feeCents: Cents;
  readonly netCents: Cents;
  readonly paidAt: string;
}

/** The day of the movement in Paris. */
export const movementDay = ({ paidAt }: Pick<Movement, 'paidAt'>): Day => dayInParis(paidAt);

/** Net is gross less fee, to the cent. */
export const addsUp = ({ grossCents, feeCents, netCents }: Movement): boolean =>
  grossCents - feeCents === netCents;

/** The sums of a payout: what families paid, what went back to them, the fee, what arrives. */
export function movementTotals(movements: readonly Movement[]) {
  const sum = (chosen: readonly Movement[], field: 'grossCents' | 'feeCents' | 'netCents'): Cents =>
    sumCents(chosen.map((movement) => movement[field]));
  const grossCents = sum(
    movements.filter(({ grossCents: gross }) => gross > 0),
    'grossCents',
  );
  const backCents = sum(
    movements.filter(({ grossCents: gross }) => gross < 0),
    'grossCents',
  );
  return {
    grossCents,
    refundedCents: cents(-backCents),
    feeCents: sum(movements, 'feeCents'),
    netCents: sum(movements, 'netCents'),
  };
}

/** The movements in one fixed form and order: what the digest on a voucher is made from. */
export const canonicalMovements = (movements: readonly Movement[]): string =>
  JSON.stringify(
    movements
      .map((movement) => [
        movement.movementId,
        movement.kind,
        movement.paymentId ?? '',
        movement.paidAt,
        movement.grossCents,
        movement.feeCents,
        movement.netCents,
      ])
      .toSorted((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1)),
  );
