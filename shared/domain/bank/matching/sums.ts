import type { Cents } from '../../money.ts';

/** Among so many, the nearest: more would make any amount. */
const amongMax = 40;

/** The pairs and triples that sum to an amount, the first `max` found. */
export function sumsTo<Value extends { readonly amountCents: Cents }>(
  values: readonly Value[],
  amountCents: number,
  max: number,
): readonly (readonly Value[])[] {
  const parts = smallerThan(values, amountCents);
  if (threeLargest(parts) < Math.abs(amountCents)) return [];
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

/** The first ones of the same sign that are less than the amount. */
function smallerThan<Value extends { readonly amountCents: Cents }>(
  values: readonly Value[],
  amountCents: number,
): readonly Value[] {
  const parts: Value[] = [];
  for (const value of values) {
    if (parts.length === amongMax) break;
    const isPart =
      amountCents > 0
        ? value.amountCents > 0 && value.amountCents < amountCents
        : value.amountCents < 0 && value.amountCents > amountCents;
    if (isPart) parts.push(value);
  }
  return parts;
}

/** What the three largest make, without its sign: most of the time too little. */
function threeLargest(parts: readonly { readonly amountCents: Cents }[]): number {
  let [first, second, third] = [0, 0, 0];
  for (const { amountCents } of parts) {
    const size = Math.abs(amountCents);
    if (size > first) [first, second, third] = [size, first, second];
    else if (size > second) [second, third] = [size, second];
    else if (size > third) third = size;
  }
  return first + second + third;
}
