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
  const [first = 0, second = 0, third = 0] = parts
    .map((part) => Math.abs(part.amountCents))
    .toSorted((one, other) => other - one);
  if (first + second + third < Math.abs(amountCents)) return [];
  const placesOf = Map.groupBy(parts.keys(), (place) => Number(parts[place]?.amountCents));
  const found: Value[][] = [];
  const close = (from: number, left: number, chosen: readonly Value[]): void => {
    for (const place of placesOf.get(left) ?? []) {
      const value = parts[place];
      if (place >= from && value && found.length < max) found.push([...chosen, value]);
    }
  };
  for (const [at, one] of parts.entries()) {
    close(at + 1, amountCents - one.amountCents, [one]);
    for (let next = at + 1; next < parts.length && found.length < max; next += 1) {
      const other = parts[next];
      if (other) close(next + 1, amountCents - one.amountCents - other.amountCents, [one, other]);
    }
    if (found.length >= max) break;
  }
  return found;
}
