import type { Day } from '../dates.ts';
import { cents, sumCents, type Cents } from '../money.ts';

/** A part of what is asked, and the day it is expected for. */
export interface Instalment {
  readonly dueOn: Day;
  readonly amountCents: Cents;
}

/** Each day once, in their order. */
export const inOrder = (instalments: readonly Instalment[]): boolean =>
  instalments.every(({ dueOn }, index) => dueOn > (instalments[index - 1]?.dueOn ?? ''));

/** Whether they make the amount, to the cent. None at all: it is asked at once. */
export const addsUpTo = (instalments: readonly Instalment[], expectedCents: Cents): boolean =>
  instalments.length === 0 ||
  sumCents(instalments.map(({ amountCents }) => amountCents)) === expectedCents;

/**
 * The amount in so many parts as equal as cents allow, the larger ones first: 100,00 € in three is
 * 33,34 €, 33,33 €, 33,33 €.
 */
export function equalParts(amountCents: Cents, count: number): readonly Cents[] {
  const part = Math.floor(amountCents / count);
  const over = amountCents - part * count;
  return Array.from({ length: count }, (_, index) => cents(part + (index < over ? 1 : 0)));
}

/**
 * The instalments of one family: those of the collecte, in proportion when its own amount is
 * another. They add up to it to the cent, and one of zero is left out.
 */
export function instalmentsOf(
  collection: {
    readonly expectedCents: Cents;
    readonly dueOn: Day;
    readonly instalments: readonly Instalment[];
  },
  expectedCents: Cents,
): readonly Instalment[] {
  if (expectedCents === 0) return [];
  const { instalments, dueOn } = collection;
  if (instalments.length === 0) return [{ dueOn, amountCents: expectedCents }];
  const upTo = (index: number): number => {
    const asked = sumCents(instalments.slice(0, index).map(({ amountCents }) => amountCents));
    const share = BigInt(asked) * BigInt(expectedCents);
    return Number(share / BigInt(collection.expectedCents));
  };
  return instalments
    .map((instalment, index) => ({
      dueOn: instalment.dueOn,
      amountCents: cents(upTo(index + 1) - upTo(index)),
    }))
    .filter(({ amountCents }) => amountCents > 0);
}
