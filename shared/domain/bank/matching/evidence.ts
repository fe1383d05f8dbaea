import { formatDay } from '../../dates.ts';
import type { Commonness } from './commonness.ts';
import { agreementOf, type Agreement } from './entry-kinds.ts';
import { lagsOf, shareOn } from './lags.ts';
import type { LineClues } from './line-clues.ts';
import type { Unit } from './units.ts';
import { spelled, isSameName } from './words.ts';

/** What speaks for a line and a unit being the same thing. */
export interface Evidence {
  /** In nats: above zero the pair is likelier than a coincidence. */
  readonly score: number;
  /** What names the unit on the line, in French. */
  readonly key: string | undefined;
  readonly names: readonly string[];
  readonly lag: number;
  /** Something contradicts it: never automatic. */
  readonly clash: string | undefined;
}

/** Odds that a line has its entry and an entry its line, against two orphans meeting by chance. */
const base = Math.log(0.9 / (0.07 * 0.045));
const keyScore = 7;
const agreementScores: Readonly<Record<Agreement, number>> = {
  same: 0,
  untold: -1,
  near: -2.5,
  other: -6,
};

/** A key may be told late, but not for ever. */
const keyDaysMin = -40;
const keyDaysMax = 400;

/** What is known for and against; undefined when the dates alone exclude it. Amounts are not compared. */
export function evidenceOf(clues: LineClues, unit: Unit, common: Commonness): Evidence | undefined {
  const { line } = clues;
  const lag = clues.on - unit.on;
  if (lag < keyDaysMin || lag > keyDaysMax) return undefined;
  const share = shareOn(lagsOf(unit.kind, unit.amountCents), lag);
  const key = keyOf(clues, unit);
  if (share === 0 && key === undefined) return undefined;
  const agreement = agreementOf(unit.kind, line);
  const names = namesInCommon(clues, unit);
  const clash = clashOf(clues, unit, agreement, common);
  const timely = Math.log(Math.max(share, 0.0004) / common.perDay(line.amountCents));
  const score =
    base +
    timely +
    agreementScores[agreement] +
    (key === undefined ? 0 : keyScore) +
    nameScore(clues, unit, names, common) +
    countScore(clues, unit) +
    toldScore(clues, unit) +
    (clash?.score ?? 0);
  return { score, key, names, lag, clash: clash?.reason };
}

/** What names the unit on the line, in French; undefined when nothing does. */
function keyOf(clues: LineClues, unit: Unit): string | undefined {
  if (unit.chequeNumber !== undefined && unit.chequeNumber.length >= 3)
    return unit.chequeNumber === clues.chequeNumber
      ? `Chèque n°\u00A0${unit.chequeNumber}`
      : undefined;
  const { slipNumber } = unit;
  if (slipNumber !== undefined && clues.line.operation === 'chequeDeposit')
    if (
      clues.numbers.has(slipNumber) &&
      (slipNumber.length >= 4 || clues.line.number !== undefined)
    )
      return `Bordereau n°\u00A0${slipNumber} sur le relevé`;
  const written = unit.references.find((part) => clues.text.includes(` ${part} `));
  if (written === undefined) return undefined;
  return `${unit.kind === 'payout' ? 'Versement' : 'Référence'} ${written.toUpperCase()} sur le relevé`;
}

const namesInCommon = (clues: LineClues, { names }: Unit): readonly string[] =>
  names.filter((name) =>
    clues.names.some((word, index) =>
      isSameName(name, word, clues.cut && index === clues.names.length - 1),
    ),
  );

/** Only these are told apart by who is named. */
const named = new Set(['transferIn', 'transferOut', 'directDebit', 'card', 'payout', 'other']);

function nameScore(
  clues: LineClues,
  unit: Unit,
  names: readonly string[],
  common: Commonness,
): number {
  if (names.length === 0) {
    const bothTell = unit.names.length > 0 && clues.names.length > 0;
    return bothTell && named.has(unit.kind) ? -0.7 : 0;
  }
  const worths = names
    .map((name) => Math.log(0.6 / common.partOf(name)))
    .toSorted((one, other) => other - one);
  return Math.max(
    0,
    Math.min(
      6,
      worths.reduce((sum, worth, index) => sum + Math.max(0, worth) / (index + 1), 0),
    ),
  );
}

function countScore({ chequeCount }: LineClues, unit: Unit): number {
  if (chequeCount === undefined || unit.chequeCount === undefined) return 0;
  return chequeCount === unit.chequeCount ? 2 : -3;
}

function toldScore({ toldOn }: LineClues, { on, kind }: Unit): number {
  if (toldOn === undefined || kind === 'cheque') return 0;
  const days = Math.abs(on - toldOn);
  return days === 0 ? 2.3 : days <= 1 ? 1 : days <= 4 ? 0 : -0.6;
}

interface Clash {
  readonly score: number;
  readonly reason: string;
}

/** What the bank says that contradicts the books. */
function clashOf(
  clues: LineClues,
  unit: Unit,
  agreement: Agreement,
  common: Commonness,
): Clash | undefined {
  const { chequeNumber, slipNumber } = unit;
  if (
    chequeNumber !== undefined &&
    clues.chequeNumber !== undefined &&
    chequeNumber !== clues.chequeNumber
  ) {
    const near = isMistyped(chequeNumber, clues.chequeNumber);
    return {
      score: near ? -3 : -9,
      reason: `Le numéro de chèque diffère\u00A0: ${clues.chequeNumber} sur le relevé`,
    };
  }
  if (agreement === 'other')
    return { score: 0, reason: 'Le relevé dit un autre moyen de paiement' };
  if (
    clues.chequeCount !== undefined &&
    unit.chequeCount !== undefined &&
    clues.chequeCount !== unit.chequeCount
  )
    return {
      score: 0,
      reason: `Le nombre de chèques diffère\u00A0: ${clues.chequeCount} sur le relevé`,
    };
  const other =
    slipNumber !== undefined &&
    common.slipsAreOfBank &&
    [...clues.numbers].some((number) => number.length >= 5);
  if (other && clues.line.operation === 'chequeDeposit' && !clues.numbers.has(slipNumber))
    return { score: -3, reason: `Le relevé porte un autre bordereau que le n°\u00A0${slipNumber}` };
  return otherPayout(clues, unit);
}

/** The number of another payout on the line. */
function otherPayout(clues: LineClues, { references, kind }: Unit): Clash | undefined {
  const paid = references.length > 0 && kind === 'payout' && /\b\d{6,8}\b/u.test(clues.text);
  if (
    paid &&
    references.every((part) => /^\d{6,8}$/u.test(part) && !clues.text.includes(` ${part} `))
  )
    return { score: -4, reason: 'Le relevé porte un autre numéro de versement' };
  return undefined;
}

/** One digit for another, two neighbours swapped, one digit lost or added. */
export function isMistyped(one: string, other: string): boolean {
  if (one === other) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  const at = [...long].findIndex((digit, index) => digit !== short[index]);
  if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
  if (long.slice(at + 1) === short.slice(at + 1)) return true;
  return (
    long[at] === short[at + 1] &&
    long[at + 1] === short[at] &&
    long.slice(at + 2) === short.slice(at + 2)
  );
}

/** Why, in French, the strongest first. */
export function reasonsOf(
  { line, text }: LineClues,
  unit: Unit,
  { key, names, lag, clash }: Evidence,
): readonly string[] {
  const told = unit.kind === 'payout' && text.includes(` ${spelled(formatDay(unit.date))} `);
  return [
    ...(key === undefined ? [] : [key]),
    ...(unit.entries.length > 1 ? [`${unit.entries.length} écritures en une seule ligne`] : []),
    ...(names.length > 0 ? [`Même libellé\u00A0: ${names.join(', ')}`] : []),
    ...(told ? [`Versement du ${formatDay(unit.date)} sur le relevé`] : []),
    apart(lag),
    ...(unit.chequeCount !== undefined &&
    line.operation === 'chequeDeposit' &&
    clash === undefined &&
    unit.chequeCount > 1
      ? [`${unit.chequeCount} chèques`]
      : []),
    ...(clash === undefined ? [] : [clash]),
  ];
}

function apart(lag: number): string {
  const days = Math.abs(lag);
  if (days === 0) return 'Même jour';
  return `${days === 1 ? 'Un jour' : `${days} jours`} ${lag > 0 ? 'après' : 'avant'} l’écriture`;
}
