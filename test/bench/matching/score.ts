import type { Case, Truth } from './case.ts';

/** What a matcher says: the shape that `npm run match` prints. */
export interface Said {
  readonly lineIds: readonly string[];
  readonly entryIds: readonly string[];
  readonly automatic: boolean;
  readonly score: number;
}

/** What came of one cooperative, in lines. */
export interface Tally {
  readonly truths: number;
  readonly automatic: number;
  readonly right: number;
  readonly rightInClass: number;
  /** Lines having a truth that were matched automatically, and rightly up to the class. */
  readonly recalled: number;
  /** Automatic and right, or among the three suggestions of the line. */
  readonly shown: number;
  readonly groups: number;
  readonly groupsShown: number;
}

export interface Wrong {
  readonly said: Said;
  readonly truth: Truth | undefined;
}

const key = (ids: readonly string[]): string => ids.toSorted().join(' ');

/** Compares what was said with what happened. `kind` keeps the truths of one kind only. */
export function tallyOf(
  { truths, classes }: Case,
  said: readonly Said[],
  kind?: string,
): Tally & { readonly wrong: readonly Wrong[]; readonly missed: readonly Truth[] } {
  const truthOf = new Map(
    truths.flatMap((truth) => truth.lineIds.map((id) => [id, truth] as const)),
  );
  const classKey = (ids: readonly string[]) => key(ids.map((id) => classes.get(id) ?? id));
  const isSame = ({ lineIds, entryIds }: Said, truth: Truth | undefined) =>
    truth !== undefined &&
    key(lineIds) === key(truth.lineIds) &&
    key(entryIds) === key(truth.entryIds);
  const isAlike = ({ lineIds, entryIds }: Said, truth: Truth | undefined) =>
    truth !== undefined &&
    key(lineIds) === key(truth.lineIds) &&
    classKey(entryIds) === classKey(truth.entryIds);
  const truthFor = ({ lineIds: [first = ''] }: Said) => truthOf.get(first);
  const automatic = said.filter(
    (one) => one.automatic && (kind === undefined || truthFor(one)?.kind === kind),
  );
  const wanted = truths.filter((truth) => kind === undefined || truth.kind === kind);
  const ofLine = new Map<string, Said[]>();
  for (const one of said)
    for (const id of one.lineIds) ofLine.set(id, [...(ofLine.get(id) ?? []), one]);
  const recalledTruth = (truth: Truth) =>
    automatic.some(
      (one) =>
        one.lineIds[0] !== undefined &&
        truth.lineIds.includes(one.lineIds[0]) &&
        isAlike(one, truth),
    );
  const isShown = (truth: Truth) =>
    recalledTruth(truth) ||
    truth.lineIds.some((id) =>
      (ofLine.get(id) ?? [])
        .toSorted((one, other) => other.score - one.score)
        .slice(0, 3)
        .some((one) => isAlike(one, truth)),
    );
  const lines = (some: readonly Truth[]) =>
    some.reduce((sum, { lineIds }) => sum + lineIds.length, 0);
  const isGroup = ({ kind: of, entryIds, lineIds }: Truth) =>
    of === 'chequeDeposit' || of === 'payout' || entryIds.length > 1 || lineIds.length > 1;
  return {
    truths: lines(wanted),
    automatic: automatic.length,
    right: automatic.filter((one) => isSame(one, truthFor(one))).length,
    rightInClass: automatic.filter((one) => isAlike(one, truthFor(one))).length,
    recalled: lines(wanted.filter(recalledTruth)),
    shown: lines(wanted.filter(isShown)),
    groups: wanted.filter(isGroup).length,
    groupsShown: wanted.filter((truth) => isGroup(truth) && isShown(truth)).length,
    wrong: automatic
      .filter((one) => !isAlike(one, truthFor(one)))
      .map((one) => ({ said: one, truth: truthFor(one) })),
    missed: wanted.filter((truth) => !isShown(truth)),
  };
}

/** A part of a whole over cooperatives, with its 95 % interval by bootstrap over them. */
export function partOf(
  tallies: readonly Tally[],
  of: keyof Tally,
  over: keyof Tally,
  next: () => number,
): string {
  const ratio = (some: readonly Tally[]) => {
    const whole = some.reduce((sum, one) => sum + one[over], 0);
    return whole === 0 ? 1 : some.reduce((sum, one) => sum + one[of], 0) / whole;
  };
  const drawn = Array.from({ length: 400 }, () =>
    ratio(tallies.map((one) => tallies[Math.floor(next() * tallies.length)] ?? one)),
  ).toSorted((one, other) => one - other);
  const percent = (value: number) => (value * 100).toFixed(2);
  return `${percent(ratio(tallies))} % [${percent(drawn[10] ?? 0)}; ${percent(drawn[389] ?? 1)}]`;
}
