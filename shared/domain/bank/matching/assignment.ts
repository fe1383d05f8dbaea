/** A line and a unit that may be the same, by their places, and how much speaks for it. */
export interface Edge {
  readonly line: number;
  readonly unit: number;
  /** A positive whole number: thousandths of a nat. */
  readonly weight: number;
}

/** The best use of the edges as a whole. */
export interface Assignment {
  /** The edge that each line takes; undefined where no match is better. */
  readonly taken: readonly (Edge | undefined)[];
  /** What the whole loses when the line may take none of the units; never more than `atMost`. */
  readonly marginWithout: (line: number, units: ReadonlySet<number>) => number;
}

/** Beyond so many steps the rest is left without a match: too many solutions to tell. */
const stepsMax = 4_000_000;

/**
 * Assigns each line at most one unit and each unit at most one line so that the weights sum to the
 * most, equal amounts competing with each other (shortest augmenting paths, on reduced costs that
 * stay positive, so that a search stops as soon as it finds who gives way). A line has a unit of
 * its own, worth nothing: no match. Nothing depends on the order in which edges are given.
 */
export function assign(lineCount: number, unitCount: number, edges: readonly Edge[]): Assignment {
  const top = edges.reduce((most, { weight }) => Math.max(most, weight), 0);
  const of: Edge[][] = Array.from({ length: lineCount }, (_, line) => [
    { line, unit: unitCount + line, weight: 0 },
  ]);
  for (const edge of edges) of[edge.line]?.push(edge);
  const unitTotal = unitCount + lineCount;
  const price = new Float64Array(unitTotal);
  const owner = new Int32Array(unitTotal).fill(-1);
  const taken: (Edge | undefined)[] = Array.from({ length: lineCount });
  let stepsLeft = stepsMax;

  const costOf = ({ weight, unit }: Edge): number => top - weight - (price[unit] ?? 0);
  const worthOf = (line: number): number => {
    const edge = taken[line];
    return edge ? costOf(edge) : 0;
  };
  interface Search {
    readonly end: number;
    readonly length: number;
    readonly reached: ReadonlyMap<number, number>;
    readonly by: ReadonlyMap<number, Edge>;
  }
  /** The shortest way from the line to a unit where `isEnd`. */
  const search = (
    from: number,
    skipped: ReadonlySet<number>,
    isEnd: (unit: number) => boolean,
  ): Search => {
    const best = new Map<number, number>();
    const by = new Map<number, Edge>();
    const reached = new Map<number, number>();
    const heap = new Heap();
    const relax = (line: number, base: number) => {
      for (const edge of of[line] ?? []) {
        stepsLeft -= 1;
        if (reached.has(edge.unit) || (line === from && skipped.has(edge.unit))) continue;
        const length = base + costOf(edge);
        if (length < (best.get(edge.unit) ?? Infinity)) {
          best.set(edge.unit, length);
          by.set(edge.unit, edge);
          heap.push(length, edge.unit);
        }
      }
    };
    relax(from, 0);
    for (;;) {
      const next = heap.pop();
      if (!next) throw new Error('no way to no match');
      const { key: length, value: unit } = next;
      if (reached.has(unit)) continue;
      reached.set(unit, length);
      if (isEnd(unit)) return { end: unit, length, reached, by };
      const line = owner[unit] ?? -1;
      relax(line, length - worthOf(line));
    }
  };
  const isFree = (unit: number): boolean => owner[unit] === -1;
  const none: ReadonlySet<number> = new Set();
  for (let line = 0; line < lineCount; line += 1) {
    if (stepsLeft < 0) {
      const own = of[line]?.[0];
      taken[line] = own;
      if (own) owner[own.unit] = line;
      continue;
    }
    const { end, length, reached, by } = search(line, none, isFree);
    for (const [unit, at] of reached) price[unit] = (price[unit] ?? 0) + at - length;
    for (let unit = end; ;) {
      const edge = by.get(unit);
      if (!edge) break;
      const left = edge.line === line ? undefined : taken[edge.line]?.unit;
      owner[unit] = edge.line;
      taken[edge.line] = edge;
      if (left === undefined) break;
      unit = left;
    }
  }
  tighten();
  const settled = stepsLeft >= 0;
  stepsLeft = Infinity;

  /** Brings each price to what the unit is truly worth to the others: nothing, if none wants it. */
  function tighten(): void {
    const heap = new Heap();
    const best = new Map<number, number>();
    for (let unit = 0; unit < unitTotal; unit += 1)
      if (!isFree(unit)) {
        best.set(unit, -(price[unit] ?? 0));
        heap.push(-(price[unit] ?? 0), unit);
      }
    const done = new Set<number>();
    for (let next = heap.pop(); next; next = heap.pop()) {
      const { key: length, value: unit } = next;
      if (done.has(unit)) continue;
      done.add(unit);
      const line = owner[unit] ?? -1;
      const worth = worthOf(line);
      for (const edge of of[line] ?? []) {
        const further = length + costOf(edge) - worth;
        if (isFree(edge.unit) || further >= (best.get(edge.unit) ?? Infinity)) continue;
        best.set(edge.unit, further);
        heap.push(further, edge.unit);
      }
    }
    for (const [unit, length] of best) price[unit] = (price[unit] ?? 0) + length;
  }

  return {
    taken: taken.map((edge) => (edge && edge.unit < unitCount ? edge : undefined)),
    marginWithout: (line, units) => {
      const edge = taken[line];
      if (!edge || !settled) return 0;
      const { length } = search(line, units, (unit) => isFree(unit) || unit === edge.unit);
      return Math.max(0, length - costOf(edge));
    },
  };
}

/** The smallest key first. */
class Heap {
  readonly #keys: number[] = [];
  readonly #values: number[] = [];

  push(key: number, value: number): void {
    let at = this.#keys.length;
    this.#keys.push(key);
    this.#values.push(value);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(at, above)) break;
      this.#swap(at, above);
      at = above;
    }
  }

  pop(): { readonly key: number; readonly value: number } | undefined {
    const last = this.#keys.length - 1;
    if (last < 0) return undefined;
    this.#swap(0, last);
    const key = this.#keys.pop() ?? 0;
    const value = this.#values.pop() ?? 0;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const least = left + 1 < last && this.#isBefore(left + 1, left) ? left + 1 : left;
      if (least >= last || !this.#isBefore(least, at)) break;
      this.#swap(at, least);
      at = least;
    }
    return { key, value };
  }

  #isBefore(one: number, other: number): boolean {
    const [a = 0, b = 0] = [this.#keys[one], this.#keys[other]];
    return a < b || (a === b && (this.#values[one] ?? 0) < (this.#values[other] ?? 0));
  }

  #swap(one: number, other: number): void {
    const [key = 0, value = 0] = [this.#keys[one], this.#values[one]];
    this.#keys[one] = this.#keys[other] ?? 0;
    this.#values[one] = this.#values[other] ?? 0;
    this.#keys[other] = key;
    this.#values[other] = value;
  }
}
