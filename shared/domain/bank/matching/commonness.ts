import { daysBetween } from '../../dates.ts';
import type { LineClues } from './line-clues.ts';
import type { Unit } from './units.ts';

/** How common each amount and each word is, in all the lines and entries at hand. */
export interface Commonness {
  /** How many of one amount a day brings, counted over the whole period. */
  readonly perDay: (amountCents: number) => number;
  /** Which part of the lines or of the entries bears the word. */
  readonly partOf: (word: string) => number;
  /** Whether deposit slips bear the numbers of the bank; some cooperatives have their own. */
  readonly slipsAreOfBank: boolean;
}

/** A year at least: one week of lines does not make an amount common. */
const daysMin = 300;

export function commonnessOf(lines: readonly LineClues[], units: readonly Unit[]): Commonness {
  const singles = units.filter(({ entries }) => entries.length === 1);
  const amounts = counted([
    ...lines.map(({ line }): number => line.amountCents),
    ...singles.map(({ amountCents }): number => amountCents),
  ]);
  const lineWords = counted(lines.flatMap(({ names }) => names));
  const unitWords = counted(singles.flatMap(({ names }) => names));
  const days = lines.map(({ line }) => line.date).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  const span = Math.max(daysMin, first && last ? daysBetween(first, last) : 0);
  const numbers = new Set(
    lines.flatMap((clues) => (clues.line.operation === 'chequeDeposit' ? [...clues.numbers] : [])),
  );
  const slips = singles.flatMap(({ slipNumber }) => slipNumber ?? []);
  const repeated = slips.filter((slip) => slip.length >= 4 && numbers.has(slip)).length;
  return {
    perDay: (amountCents) =>
      ((amounts.get(amountCents) ?? 0) / 2 + suspicionOf(Math.abs(amountCents))) / span,
    partOf: (word) =>
      Math.max(
        ((lineWords.get(word) ?? 0) + 0.5) / (lines.length + 20),
        ((unitWords.get(word) ?? 0) + 0.5) / (singles.length + 20),
      ),
    slipsAreOfBank: repeated >= 2 && repeated * 2 >= slips.length,
  };
}

/** A round price comes again, even where it was not seen yet. */
const suspicionOf = (amount: number): number =>
  amount > 20_000
    ? 0.25
    : amount % 500 === 0
      ? 1.5
      : amount % 100 === 0
        ? 0.8
        : amount % 50 === 0
          ? 0.5
          : 0.25;

function counted<Value>(values: readonly Value[]): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
