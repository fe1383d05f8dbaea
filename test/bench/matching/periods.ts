import { addDays, day, type Day } from '#shared/domain/dates.ts';
import type { CaseLine, CasePeriod } from './case.ts';
import type { Dice } from './dice.ts';

interface Imported {
  readonly from: Day;
  readonly to: Day;
}

/** The months whose statement was imported: the last ones may be missing, and now and then one inside. */
export function importedOf(dice: Dice, rate: number): readonly Imported[] {
  const months = Array.from({ length: 13 }, (_, index) => {
    const from = day(`${addDays(day('2025-09-10'), index * 30).slice(0, 7)}-01`);
    return { from, to: addDays(day(`${addDays(from, 32).slice(0, 7)}-01`), -1) };
  });
  const all = months.filter(
    ({ from }, index) => months.findIndex((other) => other.from === from) === index,
  );
  const until = dice.chance(0.1 * rate) ? all.slice(0, dice.whole(6, 10)) : all;
  const missing = dice.chance(0.12 * rate) ? dice.whole(2, until.length - 2) : -1;
  return until.filter((_, index) => index !== missing);
}

/** The balances that the bank prints: true ones, chained over the months that were imported. */
export function balanced(
  imported: readonly Imported[],
  lines: readonly CaseLine[],
): readonly CasePeriod[] {
  let balance = 150_000;
  return imported.map(({ from, to }, index) => {
    const last = imported[index - 1];
    if (last && addDays(last.to, 1) !== from) balance += 7_700;
    const openingBalanceCents = balance;
    for (const line of lines) if (line.date >= from && line.date <= to) balance += line.amountCents;
    return { from, to, openingBalanceCents, closingBalanceCents: balance };
  });
}
