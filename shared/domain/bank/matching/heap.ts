/** Gives back the smallest key first; of equal keys, the smallest value. */
export class Heap {
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
