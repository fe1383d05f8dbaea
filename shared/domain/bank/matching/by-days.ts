import type { Day } from '../../dates.ts';

/** A day as a number, counted once: days are compared by the million here. */
export const dayCountOf = (on: Day): number =>
  Math.round(Date.parse(`${on}T00:00:00Z`) / 86_400_000);

interface Placed {
  readonly on: number;
}

/** Looks up what lies between two days, in order of time. */
export function byDays<Value extends Placed>(values: readonly Value[]) {
  const inOrder = values.toSorted((one, other) => one.on - other.on);
  const placeOf = (on: number): number => {
    let [low, high] = [0, inOrder.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((inOrder[middle]?.on ?? 0) < on) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    between: (from: number, to: number): readonly Value[] =>
      inOrder.slice(placeOf(from), placeOf(to + 1)),
    /** At most so many, half of them before the day. */
    around: (on: number, count: number): readonly Value[] => {
      const from = Math.max(0, placeOf(on) - (count >> 1));
      return inOrder.slice(from, from + count);
    },
  };
}
