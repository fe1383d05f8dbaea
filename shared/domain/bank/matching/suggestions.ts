import { addDays, daysBetween } from '../../dates.ts';
import { formatCents, sumCents } from '../../money.ts';
import type { Commonness } from './commonness.ts';
import { agreementOf, type MatchEntry } from './entry-kinds.ts';
import { evidenceOf, reasonsOf } from './evidence.ts';
import type { LineClues } from './line-clues.ts';
import { matchOf, type BankMatch, type Retained } from './match-books.ts';
import { nearMissesAmong } from './near-misses.ts';
import type { Pair } from './pairs.ts';
import { chequesOf, completedSlips, sumsTo } from './several.ts';
import { groupOf, unitOf, type Unit } from './units.ts';

interface Open {
  readonly clues: readonly LineClues[];
  readonly units: readonly Unit[];
  readonly pairs: readonly Pair[];
  readonly retained: readonly Retained[];
  readonly common: Commonness;
}

const suggestionsMax = 3;
/** Two lines, or two entries, that are one thing are no further apart than this. */
const apartDaysMax = 15;

/** For each line that met nothing surely: what it may be, the likeliest first, at most three. */
export function suggestionsFor({
  clues,
  units,
  pairs,
  retained,
  common,
}: Open): readonly BankMatch[] {
  const done = retained.filter(({ automatic }) => automatic);
  const doneLines = new Set(done.map((pair) => pair.clues));
  const doneEntries = new Set(done.flatMap(({ unit }) => unit.entries.map(({ id }) => id)));
  const open = clues.filter((one) => !doneLines.has(one));
  const isFree = (unit: Unit) => unit.entries.every(({ id }) => !doneEntries.has(id));
  const free = units.filter(isFree);
  const ofLine = Map.groupBy(
    pairs.filter(({ unit }) => isFree(unit)),
    (pair) => pair.clues,
  );
  const best = new Map(retained.map((pair) => [pair.clues, pair.unit]));
  const kept = new Map(retained.map((pair) => [pair.clues, pair]));
  const nearMisses = nearMissesAmong(free, common);
  const sets = chequeSets(open, free, best);
  const groups = groupsAmong(open, free, common);
  const suggested = open.flatMap((one) => {
    const equal = (ofLine.get(one) ?? []).map((pair) => {
      const own = kept.get(one);
      const match = matchOf(pair, false, own?.unit === pair.unit ? own.margin : 0);
      return own?.unit === pair.unit ? { ...match, score: match.score + 0.5 } : match;
    });
    const unequal = nearMisses(one).map(({ unit, score, reasons }) => ({
      lineIds: [one.line.id],
      entryIds: unit.entries.map(({ id }) => id),
      automatic: false,
      margin: 0,
      score: Math.round(score * 100) / 100,
      reasons,
    }));
    const mine = sets.filter(({ lineIds }) => lineIds[0] === one.line.id);
    return [...equal, ...mine, ...unequal, ...groups(one)]
      .toSorted(
        (left, right) =>
          right.score - left.score || (left.entryIds.join() < right.entryIds.join() ? -1 : 1),
      )
      .slice(0, suggestionsMax);
  });
  return distinct(suggested);
}

/** A set of lines is found from each of its lines: it is told once. */
const distinct = (matches: readonly BankMatch[]): readonly BankMatch[] => [
  ...new Map(
    matches.map((match) => [`${match.lineIds.join()} ${match.entryIds.join()}`, match]),
  ).values(),
];

/** Deposits of cheques that were written one by one: each takes its cheques from what is left in the drawer. */
function chequeSets(
  open: readonly LineClues[],
  free: readonly Unit[],
  best: ReadonlyMap<LineClues, Unit>,
): readonly BankMatch[] {
  let drawer: readonly MatchEntry[] = free.flatMap(({ entries: [entry], entries }) =>
    entries.length === 1 && entry && entry.kind === 'cheque' && entry.amountCents > 0
      ? [entry]
      : [],
  );
  const slips = free.filter(
    ({ kind, slipNumber, entries }) =>
      slipNumber !== undefined &&
      (kind === 'cheque' || (kind === 'chequeDeposit' && entries.length > 1)),
  );
  return open
    .filter((one) => one.line.operation === 'chequeDeposit' && !best.has(one))
    .flatMap((one) => {
      const bare = drawer.flatMap((entry) =>
        entry.depositSlipNumber === undefined ? [unitOf(entry)] : [],
      );
      const completed = completedSlips(one, slips, bare);
      const found = [
        ...completed.map((unit) => ({ unit, only: completed.length === 1, stopped: false })),
        ...(completed.length > 0 ? [] : chequesOf(one, drawer)),
      ];
      const [first] = found;
      if (!first) return [];
      const taken = new Set(first.unit.entries);
      drawer = drawer.filter((entry) => !taken.has(entry));
      return found.map(({ unit, only, stopped }, index) => {
        return {
          lineIds: [one.line.id],
          entryIds: unit.entries.map(({ id }) => id),
          automatic: false,
          score: 6 - index,
          margin: 0,
          reasons: [
            `${unit.entries.length} chèques font ${formatCents(one.line.amountCents)}`,
            ...(one.chequeCount === undefined ? [] : [`${one.chequeCount} chèques sur le relevé`]),
            ...(only ? [] : ['D’autres chèques donneraient le même total']),
            ...(stopped ? ['Trop de combinaisons pour les essayer toutes'] : []),
          ],
        };
      });
    });
}

/** Two or three entries in one line, or lines for one entry, that sum to the cent: suggestions only. */
function groupsAmong(
  open: readonly LineClues[],
  free: readonly Unit[],
  common: Commonness,
): (clues: LineClues) => readonly BankMatch[] {
  const singles = free.filter(({ entries, kind }) => entries.length === 1 && kind !== 'cheque');
  const unitsOfMonth = byMonth(singles, ({ date }) => date);
  const linesOfMonth = byMonth(open, ({ line }) => line.date);
  return (clues) => {
    const { line } = clues;
    const near = unitsOfMonth(line.date).filter(
      (unit) =>
        Math.abs(daysBetween(unit.date, line.date)) <= apartDaysMax &&
        agreementOf(unit.kind, line) === 'same',
    );
    const together = sumsTo(near, line.amountCents, 20).flatMap((some) => {
      const [first] = some;
      if (!first) return [];
      const unit = groupOf(
        some.flatMap(({ entries }) => entries),
        first.kind,
      );
      const evidence = evidenceOf(clues, unit, common);
      if (!evidence) return [];
      const named = some.filter(({ names }) =>
        names.some((name) => evidence.names.includes(name)),
      ).length;
      return [
        {
          lineIds: [line.id],
          entryIds: unit.entries.map(({ id }) => id),
          automatic: false,
          margin: 0,
          score: Math.round((evidence.score - 7 + (named === some.length ? 3 : 0)) * 100) / 100,
          reasons: [
            `${some.length} écritures font ${formatCents(line.amountCents)}`,
            ...reasonsOf(clues, unit, evidence),
          ],
        },
      ];
    });
    return [
      ...together,
      ...splitsOf(clues, linesOfMonth(line.date), unitsOfMonth(line.date), common),
    ];
  };
}

function splitsOf(
  clues: LineClues,
  near: readonly LineClues[],
  units: readonly Unit[],
  common: Commonness,
): readonly BankMatch[] {
  const { line } = clues;
  const alike = near.filter(
    (other) =>
      other !== clues &&
      other.line.operation === line.operation &&
      Math.abs(daysBetween(other.line.date, line.date)) <= apartDaysMax,
  );
  return units
    .filter(
      (unit) =>
        Math.abs(unit.amountCents) > Math.abs(line.amountCents) &&
        Math.sign(unit.amountCents) === Math.sign(line.amountCents) &&
        agreementOf(unit.kind, line) === 'same' &&
        Math.abs(daysBetween(unit.date, line.date)) <= apartDaysMax,
    )
    .flatMap((unit) => {
      const evidence = evidenceOf(clues, unit, common);
      const left = unit.amountCents - line.amountCents;
      const others = alike
        .filter((other) => other.line.amountCents === left)
        .slice(0, 2)
        .map((other) => [other]);
      if (!evidence) return [];
      return others.map((rest) => {
        const lines = [line, ...rest.map((other) => other.line)].toSorted((one, other) =>
          one.id < other.id ? -1 : 1,
        );
        return {
          lineIds: lines.map(({ id }) => id),
          entryIds: unit.entries.map(({ id }) => id),
          automatic: false,
          margin: 0,
          score: Math.round((evidence.score - 5) * 100) / 100,
          reasons: [
            `${lines.length} lignes font ${formatCents(sumCents(lines.map(({ amountCents }) => amountCents)))}`,
            ...reasonsOf(clues, unit, evidence),
          ],
        };
      });
    });
}

/** Those of a month and of the months around it. */
function byMonth<Value>(
  values: readonly Value[],
  dateOf: (value: Value) => string,
): (on: Parameters<typeof addDays>[0]) => readonly Value[] {
  const months = Map.groupBy(values, (value) => dateOf(value).slice(0, 7));
  return (on) =>
    [
      ...new Set(
        [addDays(on, -apartDaysMax), on, addDays(on, apartDaysMax)].map((one) => one.slice(0, 7)),
      ),
    ].flatMap((month) => months.get(month) ?? []);
}
