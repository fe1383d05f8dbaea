import { Heap } from './heap.ts';

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

/** How a search went: where it ended, how far, what it reached and by which edge. */
interface Search {
  readonly end: number;
  readonly length: number;
  readonly reached: ReadonlyMap<number, number>;
  readonly by: ReadonlyMap<number, Edge>;
}

/**
 * Assigns each line at most one unit and each unit at most one line so that the weights sum to the
 * most, equal amounts competing with each other (shortest augmenting paths, on reduced costs that
 * stay positive, so that a search stops as soon as it finds who gives way). A line has a unit of
 * its own, worth nothing: no match. Nothing depends on the order in which edges are given.
 */
export function assign(lineCount: number, unitCount: number, edges: readonly Edge[]): Assignment {
  const market = new Market(lineCount, unitCount, edges);
  for (let line = 0; line < lineCount; line += 1) market.settle(line);
  const isComplete = market.stepsLeft >= 0;
  market.tighten();
  market.stepsLeft = Infinity;
  return {
    taken: market.taken.map((edge) => (edge && edge.unit < unitCount ? edge : undefined)),
    marginWithout: (line, units) => (isComplete ? market.marginWithout(line, units) : 0),
  };
}

/** Lines that bid for units: a price is what a unit is worth to those who do not have it. */
class Market {
  readonly taken: (Edge | undefined)[];
  stepsLeft = stepsMax;
  readonly #edgesOf: Edge[][];
  readonly #price: Float64Array;
  readonly #owner: Int32Array;
  readonly #top: number;

  constructor(lineCount: number, unitCount: number, edges: readonly Edge[]) {
    this.#top = edges.reduce((most, { weight }) => Math.max(most, weight), 0);
    this.#edgesOf = Array.from({ length: lineCount }, (_, line) => [
      { line, unit: unitCount + line, weight: 0 },
    ]);
    for (const edge of edges) this.#edgesOf[edge.line]?.push(edge);
    this.#price = new Float64Array(unitCount + lineCount);
    this.#owner = new Int32Array(unitCount + lineCount).fill(-1);
    this.taken = Array.from({ length: lineCount });
  }

  /** Gives the line its place, others giving way where the whole gains. */
  settle(line: number): void {
    if (this.stepsLeft < 0) return this.#take(this.#edgesOf[line]?.[0]);
    const { end, length, reached, by } = this.#search(line, new Set(), (unit) =>
      this.#isFree(unit),
    );
    for (const [unit, at] of reached) this.#price[unit] = this.#priceOf(unit) + at - length;
    for (let unit: number | undefined = end; unit !== undefined;) {
      const edge = by.get(unit);
      unit = edge && edge.line !== line ? this.taken[edge.line]?.unit : undefined;
      this.#take(edge);
    }
  }

  marginWithout(line: number, units: ReadonlySet<number>): number {
    const edge = this.taken[line];
    if (!edge) return 0;
    const isEnd = (unit: number) => this.#isFree(unit) || unit === edge.unit;
    return Math.max(0, this.#search(line, units, isEnd).length - this.#costOf(edge));
  }

  /** Brings each price to what the unit is truly worth to the others: nothing, if none wants it. */
  tighten(): void {
    const heap = new Heap();
    const best = new Map<number, number>();
    const offer = (unit: number, length: number) => {
      if (length >= (best.get(unit) ?? Infinity)) return;
      best.set(unit, length);
      heap.push(length, unit);
    };
    for (const [unit, price] of this.#price.entries()) if (!this.#isFree(unit)) offer(unit, -price);
    for (let next = heap.pop(); next; next = heap.pop()) {
      const { key: length, value: unit } = next;
      if (length > (best.get(unit) ?? Infinity)) continue;
      const line = this.#owner[unit] ?? -1;
      for (const edge of this.#edgesOf[line] ?? [])
        if (!this.#isFree(edge.unit))
          offer(edge.unit, length + this.#costOf(edge) - this.#worthOf(line));
    }
    for (const [unit, length] of best) this.#price[unit] = this.#priceOf(unit) + length;
  }

  /** The shortest way from the line to a unit where `isEnd`. */
  #search(from: number, skipped: ReadonlySet<number>, isEnd: (unit: number) => boolean): Search {
    const best = new Map<number, number>();
    const by = new Map<number, Edge>();
    const reached = new Map<number, number>();
    const heap = new Heap();
    const relax = (line: number, base: number) => {
      for (const edge of this.#edgesOf[line] ?? []) {
        this.stepsLeft -= 1;
        const length = base + this.#costOf(edge);
        const isSkipped = line === from && skipped.has(edge.unit);
        if (isSkipped || reached.has(edge.unit) || length >= (best.get(edge.unit) ?? Infinity))
          continue;
        best.set(edge.unit, length);
        by.set(edge.unit, edge);
        heap.push(length, edge.unit);
      }
    };
    relax(from, 0);
    for (let next = heap.pop(); next; next = heap.pop()) {
      const { key: length, value: unit } = next;
      if (reached.has(unit)) continue;
      reached.set(unit, length);
      if (isEnd(unit)) return { end: unit, length, reached, by };
      const line = this.#owner[unit] ?? -1;
      relax(line, length - this.#worthOf(line));
    }
    throw new Error('no way to no match');
  }

  #take(edge: Edge | undefined): void {
    if (!edge) return;
    this.taken[edge.line] = edge;
    this.#owner[edge.unit] = edge.line;
  }

  #isFree(unit: number): boolean {
    return this.#owner[unit] === -1;
  }

  #priceOf(unit: number): number {
    return this.#price[unit] ?? 0;
  }

  #costOf({ weight, unit }: Edge): number {
    return this.#top - weight - this.#priceOf(unit);
  }

  #worthOf(line: number): number {
    const edge = this.taken[line];
    return edge ? this.#costOf(edge) : 0;
  }
}
