import type { Cents } from '../../money.ts';

/** Among so many, the nearest: more would make any amount. */
const amongMax = 40;

/** The pairs and triples that sum to an amount, the first `max` found. */
export function sumsTo<Value extends { readonly amountCents: Cents }>(
  values: readonly Value[],
  amountCents: number,
  max: number,
): readonly (readonly Value[])[] {
  const parts = values
    .filter(
      (value) =>
        value.amountCents * amountCents > 0 && Math.abs(value.amountCents) < Math.abs(amountCents),
    )
    .slice(0, amongMax);
  const placesOf = Map.groupBy(parts.keys(), (place) => Number(parts[place]?.amountCents));
  const found: Value[][] = [];
  const close = (from: number, left: number, chosen: readonly Value[]): void => {
    for (const place of placesOf.get(left) ?? []) {
      const value = parts[place];
      if (place >= from && value && found.length < max) found.push([...chosen, value]);
    }
  };
  for (const [first, one] of parts.entries()) {
    close(first + 1, amountCents - one.amountCents, [one]);
    for (let second = first + 1; second < parts.length && found.length < max; second += 1) {
      const other = parts[second];
      if (other) close(second + 1, amountCents - one.amountCents - other.amountCents, [one, other]);
    }
    if (found.length >= max) break;
  }
  return found;
}
