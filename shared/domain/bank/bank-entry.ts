import { bankAccountNumber, postalAccountNumber } from '../ledger/chart.ts';
import { movementCents, type PostedEntry } from '../ledger/entry.ts';
import { zeroCents, type Cents } from '../money.ts';

/** An entry that moves the account, and by how much: money in is positive. */
export interface BankEntry {
  readonly entry: PostedEntry;
  readonly amountCents: Cents;
}

export const matchFields = ['bankMatchId', 'postalMatchId'] as const;
export type MatchField = (typeof matchFields)[number];

/** Where an entry keeps its match: a transfer between bank and postal account has two lines. */
export const matchFieldOf = ({ lines }: PostedEntry, accountNumber: string): MatchField =>
  accountNumber === postalAccountNumber && movementCents(lines, bankAccountNumber) !== zeroCents
    ? 'postalMatchId'
    : 'bankMatchId';

/** The match that holds the entry on the account. */
export const matchIdOf = (entry: PostedEntry, accountNumber: string): string | undefined =>
  entry[matchFieldOf(entry, accountNumber)];

/** The matches that hold any of the entries on the account. */
export const matchIdsOf = (
  entries: readonly PostedEntry[],
  accountNumber: string,
): ReadonlySet<string | undefined> =>
  new Set(entries.map((entry) => matchIdOf(entry, accountNumber)));

/**
 * The entries that move the account and that none of the matches holds. An opening waits for
 * nothing; an entry and its reversal, when both are among them, cancel out.
 */
export function waitingAmong(
  entries: readonly PostedEntry[],
  accountNumber: string,
  matches: ReadonlySet<string | undefined>,
): readonly BankEntry[] {
  const ids = new Set<string | undefined>(entries.map(({ id }) => id));
  return entries
    .filter(({ kind, reverses, reversedBy }) => {
      const isCancelled = ids.has(reverses) || ids.has(reversedBy);
      return kind !== 'opening' && !isCancelled;
    })
    .filter((entry) => {
      const matchId = matchIdOf(entry, accountNumber);
      return matchId === undefined || !matches.has(matchId);
    })
    .map((entry) => ({ entry, amountCents: movementCents(entry.lines, accountNumber) }))
    .filter(({ amountCents }) => amountCents !== zeroCents);
}

/** The entries that no line has met so far, whatever their dates. */
export const waitingNow = (
  entries: readonly PostedEntry[],
  accountNumber: string,
): readonly BankEntry[] => waitingAmong(entries, accountNumber, matchIdsOf(entries, accountNumber));
