/** Every order of a list: 120 of five. */
export const orders = <Value>(list: readonly Value[]): readonly (readonly Value[])[] =>
  list.length <= 1
    ? [list]
    : list.flatMap((first, index) =>
        orders(list.toSpliced(index, 1)).map((rest) => [first, ...rest]),
      );
