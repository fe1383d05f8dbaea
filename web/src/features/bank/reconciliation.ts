import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { findReconciliationEndpoint } from '#shared/contract/bank/matching.ts';
import { daysBetween } from '#shared/domain/dates.ts';
import { cents, sumCents, type Cents } from '#shared/domain/money.ts';
import { searchable } from '#shared/domain/text.ts';

export type Reconciliation = AnswerOf<typeof findReconciliationEndpoint>;
export type BankLine = Reconciliation['lines'][number];
export type WaitingEntry = Reconciliation['waitingEntries'][number];
type Match = Reconciliation['matches'][number];

/** How an entry is named beside the bank. */
export const entryWords = ({ number, label }: Pick<WaitingEntry, 'number' | 'label'>): string =>
  number === undefined ? `Avant l’ouverture, ${label}` : `n°\u00A0${number}, ${label}`;

/** What a line may be: lines, the entries, and why. */
export interface Suggestion {
  readonly lines: readonly BankLine[];
  readonly entries: readonly WaitingEntry[];
  readonly automatic: boolean;
  readonly balances: boolean;
  readonly reasons: readonly string[];
}

/** A cheque of a family that the bank may have sent back. */
export type ReturnedCheque = Reconciliation['returnedCheques'][number];

/** A line that met nothing, and what it may be, the likeliest first. */
export interface OpenLine {
  readonly line: BankLine;
  readonly suggestions: readonly Suggestion[];
  /** The cheques that it may be the return of. */
  readonly returned: readonly ReturnedCheque[];
}

const latestFirst = (one: BankLine, other: BankLine): number =>
  other.date.localeCompare(one.date) || one.id.localeCompare(other.id);

/** A line that met no entry, and is an operation of the cooperative. */
const isOpen = ({ matchId, apart }: BankLine): boolean => matchId === undefined && !apart;

/** How many lines are still to match. */
export const openCountOf = ({ lines }: Reconciliation): number => lines.filter(isOpen).length;

/** The lines still to match: what is sure first, what somebody has to explain last. */
export function openLinesOf(reconciliation: Reconciliation): readonly OpenLine[] {
  const { lines, returnedCheques } = reconciliation;
  const suggestions = suggestionsOf(reconciliation);
  return lines
    .filter(isOpen)
    .toSorted(latestFirst)
    .map((line) => ({
      line,
      suggestions: suggestions.filter((suggestion) => suggestion.lines.includes(line)).slice(0, 3),
      returned: returnedCheques.filter(({ lineId }) => lineId === line.id),
    }))
    .toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** The proposals whose lines and entries all still wait. */
function suggestionsOf({ lines, proposals, waitingEntries }: Reconciliation) {
  const byLine = new Map(lines.map((line) => [line.id, line]));
  const byEntry = new Map(waitingEntries.map((entry) => [entry.id, entry]));
  return proposals.flatMap(({ lineIds, entryIds, ...proposal }): readonly Suggestion[] => {
    const own = lineIds.flatMap((id) => byLine.get(id) ?? []);
    const entries = entryIds.flatMap((id) => byEntry.get(id) ?? []);
    const isWhole = own.length === lineIds.length && entries.length === entryIds.length;
    return isWhole ? [{ ...proposal, lines: own, entries }] : [];
  });
}

const rankOf = ({ line, suggestions: [first] }: OpenLine): number => {
  if (line.toExplain) return 3;
  if (!first?.balances) return 2;
  return first.automatic ? 0 : 1;
};

/** How many suggestions may be confirmed without a look. */
export const automaticCountOf = ({ proposals }: Reconciliation): number =>
  proposals.filter(({ automatic }) => automatic).length;

/** The lines that are no operation of the cooperative. */
export const apartLinesOf = ({ lines }: Reconciliation): readonly BankLine[] =>
  lines.filter(({ apart }) => apart).toSorted(latestFirst);

/** A match with its lines. */
export interface MatchedLines {
  readonly match: Match;
  readonly lines: readonly BankLine[];
}

/** The matches with their lines, the latest line first. */
export function matchedLinesOf({ lines, matches }: Reconciliation): readonly MatchedLines[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return matches
    .map((match) => ({ match, lines: match.lineIds.flatMap((id) => byId.get(id) ?? []) }))
    .filter((matched) => matched.lines.length > 0)
    .toSorted((one, other) => (other.lines[0]?.date ?? '').localeCompare(one.lines[0]?.date ?? ''));
}

/** The automatic matches that were made last, all at once; undefined when none is left. */
export function latestBatchOf(
  matched: readonly MatchedLines[],
): { readonly batchId: string; readonly count: number } | undefined {
  const made = matched.flatMap(({ match: { automatic, madeAt } }) =>
    automatic ? [{ batchId: automatic.batchId, madeAt }] : [],
  );
  const latest = made.toSorted((one, other) => one.madeAt.localeCompare(other.madeAt)).at(-1);
  if (!latest) return undefined;
  const { batchId } = latest;
  return { batchId, count: made.filter((one) => one.batchId === batchId).length };
}

/** What all of them come to. */
export const totalOf = (parts: readonly { readonly amountCents: Cents }[]): Cents =>
  sumCents(parts.map(({ amountCents }) => amountCents));

/**
 * The entries that wait, for an amount: those of it first, then the nearest day; those with all the
 * words, when words are given.
 */
export function entriesFor(
  line: Pick<BankLine, 'date' | 'amountCents'> | undefined,
  waitingEntries: readonly WaitingEntry[],
  words = '',
): readonly WaitingEntry[] {
  const wanted = searchable(words);
  const found = waitingEntries.filter(({ label, number, amountCents, chequeNumber = '' }) =>
    searchable(`${number} ${label} ${chequeNumber} ${amountCents / 100}`).includes(wanted),
  );
  if (!line) return found;
  const apart = ({ entryDate }: WaitingEntry) => Math.abs(daysBetween(entryDate, line.date));
  const fits = ({ amountCents }: WaitingEntry) => Number(amountCents !== line.amountCents);
  return found.toSorted((one, other) => fits(one) - fits(other) || apart(one) - apart(other));
}

/** What the books should hold, from what the bank says. */
export const expectedCents = ({ identity }: Reconciliation): Cents | null =>
  identity.gapCents === null ? null : cents(identity.ledgerCents + identity.gapCents);
