import { sumCents, type Cents } from '../../money.ts';
import type { Day } from '../../dates.ts';
import type { MatchEntry, MatchedKind } from './entry-kinds.ts';
import { dayCountOf } from './by-days.ts';
import { withoutZeros } from './line-clues.ts';
import { namesIn, spelled } from './words.ts';

/** What should appear as ONE line of the bank: an entry, a deposit slip, a payout. */
export interface Unit {
  readonly entries: readonly MatchEntry[];
  readonly kind: MatchedKind;
  /** The last day of its entries, and the same as a number. */
  readonly date: Day;
  readonly on: number;
  readonly amountCents: Cents;
  readonly names: readonly string[];
  readonly chequeNumber: string | undefined;
  readonly slipNumber: string | undefined;
  readonly chequeCount: number | undefined;
  /** The parts of references that could name nothing else. */
  readonly references: readonly string[];
  /** Units of one class are the same to whoever looks at them, but for their day. */
  readonly sameAs: string;
}

/** Never a reference: a year, or a date. */
const ordinary = /^(?:(?:19|20)\d{2}|20\d{6}|\d{1,2} \d{1,2} \d{2,4})$/u;

const tellingParts = (...references: readonly (string | undefined)[]): readonly string[] =>
  references.flatMap((reference = '') =>
    reference.split(/\s+/u).flatMap((part) => {
      const words = spelled(part);
      const long = words.replaceAll(' ', '').length >= 5;
      return long && /\d/u.test(words) && !ordinary.test(words) ? [words] : [];
    }),
  );

const digitsOf = (number: string | undefined): string | undefined => {
  const digits = number?.replace(/[\s.]/gu, '') ?? '';
  return digits === '' ? undefined : withoutZeros(digits);
};

/** An entry alone. */
function unitOf(entry: MatchEntry): Unit {
  const {
    kind,
    date,
    amountCents,
    label,
    chequeNumber,
    depositSlipNumber,
    payoutReference,
    reference,
  } = entry;
  return {
    entries: [entry],
    kind,
    date,
    on: dayCountOf(date),
    amountCents,
    names: namesIn(label),
    chequeNumber: amountCents < 0 ? digitsOf(chequeNumber) : undefined,
    slipNumber: amountCents > 0 ? digitsOf(depositSlipNumber) : undefined,
    chequeCount: kind === 'cheque' && amountCents > 0 ? 1 : entry.chequeCount,
    references: tellingParts(payoutReference, reference),
    sameAs: JSON.stringify([
      kind,
      amountCents,
      label,
      chequeNumber,
      depositSlipNumber,
      entry.chequeCount,
      payoutReference,
      reference,
    ]),
  };
}

/** A cheque that we received, written alone: the bank shows it with others, or not. */
export const isLooseCheque = ({ entries, kind, amountCents }: Unit): boolean =>
  entries.length === 1 && kind === 'cheque' && amountCents > 0;

/** Money received alone, by cheque or by what its writer did not tell. */
export const isPerhapsCheque = ({ entries, kind, amountCents }: Unit): boolean =>
  entries.length === 1 && (kind === 'cheque' || kind === 'other') && amountCents > 0;

const byDate = (one: Unit, other: Unit): number =>
  one.on - other.on || ((one.entries[0]?.id ?? '') < (other.entries[0]?.id ?? '') ? -1 : 1);

/** Several entries that the bank shows at once. */
export function groupOf(alone: readonly Unit[], kind: MatchedKind): Unit {
  const units = alone.toSorted(byDate);
  const last = units.at(-1);
  if (!last) throw new RangeError('a group of nothing');
  const isOfCheques = kind === 'chequeDeposit' && units.every((unit) => unit.kind === 'cheque');
  return {
    ...last,
    entries: units.flatMap(({ entries }) => entries),
    kind,
    amountCents: sumCents(units.map(({ amountCents }) => amountCents)),
    names: [...new Set(units.flatMap(({ names }) => names))],
    chequeCount: isOfCheques ? units.length : undefined,
    sameAs: units.flatMap(({ entries }) => entries.map(({ id }) => id)).join(' '),
  };
}

/** Every entry, then the slips and the payouts that were written in several entries. */
export function unitsOf(entries: readonly MatchEntry[]): readonly Unit[] {
  const units = entries.map(unitOf);
  return [
    ...units,
    ...grouped(units, 'chequeDeposit', ({ kind, slipNumber }) =>
      kind === 'cheque' || kind === 'chequeDeposit' ? slipNumber : undefined,
    ),
    ...grouped(units, 'payout', ({ entries: [entry] }) => entry?.payoutReference?.trim()),
  ];
}

const grouped = (
  units: readonly Unit[],
  kind: MatchedKind,
  keyOf: (unit: Unit) => string | undefined,
): readonly Unit[] =>
  [...Map.groupBy(units, (unit) => keyOf(unit) ?? '')]
    .filter(([key, of]) => key !== '' && of.length > 1)
    .map(([, of]) => groupOf(of, kind));
