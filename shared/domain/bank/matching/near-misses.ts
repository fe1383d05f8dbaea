import { formatCents } from '../../money.ts';
import { byDays } from './by-days.ts';
import type { Commonness } from './commonness.ts';
import { evidenceOf, isMistyped, reasonsOf } from './evidence.ts';
import type { LineClues } from './line-clues.ts';
import type { Suggestion } from './suggestion.ts';
import { isLooseCheque, isPerhapsCheque, type Unit } from './units.ts';

/** The mark against what must have been mistyped, and against what nothing but its day suggests. */
const typoMark = -6;
const keyedMark = -5;
const unlikeMark = -11;

/** Finds near misses among the units, looked up by their numbers and by what their amount may have been. */
export function nearMissesAmong(
  free: readonly Unit[],
  common: Commonness,
): (clues: LineClues) => readonly Suggestion[] {
  const slips = new Set(
    free.flatMap(({ entries, slipNumber }) => (entries.length > 1 ? (slipNumber ?? []) : [])),
  );
  const units = free.filter((unit) => !isLooseCheque(unit) || !slips.has(unit.slipNumber ?? ''));
  const byNumber = indexed(units, ({ chequeNumber, slipNumber, references }) =>
    [chequeNumber, slipNumber, ...references].flatMap((number) => number ?? []),
  );
  const byShape = new Map(
    [...indexed(units, ({ amountCents }) => shapesOf(amountCents))].map(([shape, alike]) => [
      shape,
      byDays(alike),
    ]),
  );
  const grouped = byDays(units.filter(({ kind }) => groupedKinds.has(kind)));
  return (clues) => {
    const { line } = clues;
    const numbers = [
      ...clues.numbers,
      ...(clues.chequeNumber === undefined ? [] : [clues.chequeNumber]),
    ];
    const sameSign = (unit: Unit) => Math.sign(unit.amountCents) === Math.sign(line.amountCents);
    const keyed = numbers.flatMap((number) => byNumber.get(number) ?? []).filter(sameSign);
    const shaped = shapesOf(line.amountCents).flatMap(
      (shape) =>
        byShape
          .get(shape)
          ?.between(clues.on - (line.operation === 'cheque' ? 375 : 45), clues.on + 35) ?? [],
    );
    const like = groupedKinds.has(line.operation)
      ? grouped
          .between(clues.on - 45, clues.on + 35)
          .filter((unit) => sameSign(unit) && isClose(unit.amountCents, line.amountCents))
      : [];
    return [...new Set([...keyed, ...shaped, ...like])]
      .filter((unit) => !isPerhapsCheque(unit) || (clues.chequeCount ?? 1) === 1)
      .flatMap((unit) => nearMissOf(clues, unit, common));
  };
}

/** What holds many payments: its total may differ by one of them. */
const groupedKinds: ReadonlySet<string> = new Set([
  'chequeDeposit',
  'cashDeposit',
  'payout',
  'cheque',
]);

const isClose = (one: number, other: number): boolean =>
  Math.abs(one - other) <= Math.max(2_000, Math.abs(other) * 0.3);

function nearMissOf(clues: LineClues, unit: Unit, common: Commonness): readonly Suggestion[] {
  const { line } = clues;
  const evidence = evidenceOf(clues, unit, common);
  if (!evidence) return [];
  const typo = isMistyped(String(Math.abs(unit.amountCents)), String(Math.abs(line.amountCents)));
  const mark = evidence.key !== undefined ? keyedMark : typo ? typoMark : unlikeMark;
  const { amountCents } = unit;
  if (amountCents === line.amountCents) return [];
  const missing =
    unit.entries.length > 1 &&
    unit.entries.find((entry) => entry.amountCents === amountCents - line.amountCents);
  const why = missing
    ? `Le total dépasse du montant d’un chèque\u00A0: ${missing.label}`
    : typo
      ? 'Les montants ne diffèrent que par une faute de frappe'
      : 'Le montant diffère';
  return [
    {
      lines: [line],
      unit,
      score: evidence.score + (missing ? keyedMark : mark),
      reasons: () => [
        `${why}\u00A0: ${formatCents(amountCents)} dans les comptes, ${formatCents(line.amountCents)} sur le relevé`,
        ...reasonsOf(clues, unit, evidence),
      ],
    },
  ];
}

/** What an amount looks like with one digit hidden, one left out, or two neighbours swapped. */
function shapesOf(amountCents: number): readonly string[] {
  const digits = String(Math.abs(amountCents));
  const sign = amountCents < 0 ? '-' : '';
  const places = [...digits].map((_, index) => index);
  const shapes = places.flatMap((at) => [
    `${digits.slice(0, at)}?${digits.slice(at + 1)}`,
    `${digits.slice(0, at)}${digits.slice(at + 1)}`,
  ]);
  const pairs = places.slice(1).map((at) => {
    const two = [digits[at - 1] ?? '', digits[at] ?? ''].toSorted().join('');
    return `${digits.slice(0, at - 1)}(${two})${digits.slice(at + 1)}`;
  });
  return [...new Set([digits, ...shapes, ...pairs])].map((shape) => sign + shape);
}

function indexed<Value>(
  values: readonly Value[],
  keysOf: (value: Value) => readonly string[],
): ReadonlyMap<string, readonly Value[]> {
  const index = new Map<string, Value[]>();
  for (const value of values)
    for (const key of new Set(keysOf(value))) {
      const of = index.get(key);
      if (of) of.push(value);
      else index.set(key, [value]);
    }
  return index;
}
