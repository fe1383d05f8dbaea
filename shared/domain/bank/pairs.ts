import { formatDay } from '../dates.ts';
import { searchable } from '../text.ts';
import { hardKeyOf, wordsOfLine } from './hard-key.ts';
import { fits, lagOf } from './movement.ts';
import type { BankEntry } from './bank-entry.ts';
import type { KeptLine } from './statement.ts';

/** A line and an entry of the same amount that could be the same operation. */
export interface Pair {
  readonly line: KeptLine;
  readonly candidate: BankEntry;
  /** What names the entry on the line, in French. */
  readonly key: string | undefined;
  /** The words of the entry that the bank repeats. */
  readonly names: readonly string[];
  /** The days from the entry to the line. */
  readonly lag: number;
}

/** Beyond this many pairs of one amount nothing is proposed for it: too many solutions to tell. */
const pairsMax = 20_000;

/** All the pairs of equal amounts that a hard key names, or whose kind and dates agree. */
export function pairsOf(
  lines: readonly KeptLine[],
  waiting: readonly BankEntry[],
): readonly Pair[] {
  const open = lines.filter(({ matchId }) => matchId === undefined);
  const byAmount = Map.groupBy(waiting, ({ amountCents }) => amountCents);
  return [...Map.groupBy(open, ({ amountCents }) => amountCents)].flatMap(([amount, equal]) => {
    const candidates = byAmount.get(amount) ?? [];
    if (equal.length * candidates.length > pairsMax) return [];
    return equal.flatMap((line) => candidates.flatMap((candidate) => pairOf(line, candidate)));
  });
}

function pairOf(line: KeptLine, candidate: BankEntry): readonly Pair[] {
  const key = hardKeyOf(candidate, line);
  if (key === undefined && (!fits(candidate, line) || namesAnother(candidate, line))) return [];
  return [
    { line, candidate, key, names: commonNames(line, candidate), lag: lagOf(candidate, line) },
  ];
}

/** A cheque whose number the bank gives is no other cheque, whatever its amount. */
const namesAnother = ({ entry }: BankEntry, line: KeptLine): boolean =>
  line.operation === 'cheque' && entry.chequeNumber !== undefined && numberIsGiven(line);

const numberIsGiven = ({ number, label }: KeptLine): boolean =>
  number !== undefined || /\d{4,}/u.test(label);

/** Words that the labels of every bank are made of. */
const commonWords = new Set(
  'avec banque carte cheque cheques classe commission compte cooperative depot ecole facture familles frais paiement pour prelevement reference remise sepa versement virement'.split(
    ' ',
  ),
);

const namesOf = (text: string): readonly string[] =>
  searchable(text)
    .split(' ')
    .filter((word) => word.length >= 4 && /^\p{L}+$/u.test(word) && !commonWords.has(word));

/** The words of an entry that the line repeats, and the day of a payout when the label tells it. */
function commonNames(line: KeptLine, { entry }: BankEntry): readonly string[] {
  const words = wordsOfLine(line);
  const names = namesOf(`${entry.counterparty ?? ''} ${entry.label}`);
  const written = formatDay(entry.entryDate);
  const told = entry.kind === 'payout' && words.includes(` ${searchable(written)} `);
  return [
    ...new Set(names.filter((name) => words.includes(` ${name} `))),
    ...(told ? [written] : []),
  ];
}
