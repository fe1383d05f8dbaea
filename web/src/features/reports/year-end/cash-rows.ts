/** Coins and notes of the euro, in cents, the largest first. */
export const denominationsCents = [
  20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1,
] as const;

export type Denomination = (typeof denominationsCents)[number];

/** How many of each, as typed: an empty text is none. */
export type TypedCounts = Readonly<Record<string, string>>;

/** What was counted before, as the fields show it. */
export const typedCountsOf = (
  rows: readonly { readonly denominationCents: number; readonly count: number }[],
): TypedCounts =>
  Object.fromEntries(
    denominationsCents.map((denomination) => {
      const count = rows.find(({ denominationCents }) => denominationCents === denomination)?.count;
      return [String(denomination), count === undefined || count === 0 ? '' : String(count)];
    }),
  );

const countOf = (typed: string | undefined): number | undefined => {
  const text = (typed ?? '').trim();
  if (text === '') return 0;
  return /^\d{1,5}$/u.test(text) ? Number(text) : undefined;
};

/** The typed counts as rows; undefined when one of them is no whole number. */
export function countedRows(
  typed: TypedCounts,
): readonly { readonly denominationCents: Denomination; readonly count: number }[] | undefined {
  const rows = denominationsCents.map((denominationCents) => ({
    denominationCents,
    count: countOf(typed[String(denominationCents)]),
  }));
  const counted = rows.flatMap(({ denominationCents, count }) =>
    count === undefined ? [] : [{ denominationCents, count }],
  );
  return counted.length === rows.length ? counted.filter(({ count }) => count > 0) : undefined;
}
