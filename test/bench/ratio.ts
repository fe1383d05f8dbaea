/** The middle one: a single slow moment does not move it. */
export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Ratios as they are said: the median, and the range. */
export const textOf = (ratios: readonly number[]): string =>
  `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;

const timeOf = (run: () => unknown, times: number): number => {
  const startedAt = performance.now();
  for (let count = 0; count < times; count += 1) run();
  return performance.now() - startedAt;
};

/** A measured ratio: its median, and how it is said with its range. */
export interface Ratio {
  readonly value: number;
  readonly text: string;
}

/** How many times longer `one` takes than `other`: interleaved pairs, median and range. */
export function ratioOf(one: () => unknown, other: () => unknown, times = 1): Ratio {
  const pairs = 9;
  timeOf(one, times);
  timeOf(other, times);
  const ratios = Array.from({ length: pairs }, () => timeOf(one, times) / timeOf(other, times));
  return { value: median(ratios), text: textOf(ratios) };
}
