import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { findReconciliationEndpoint } from '#shared/contract/bank/statement.ts';
import { daysBetween } from '#shared/domain/dates.ts';
import { cents, type Cents } from '#shared/domain/money.ts';

export type Reconciliation = AnswerOf<typeof findReconciliationEndpoint>;
export type BankLine = Reconciliation['lines'][number];
export type WaitingEntry = Reconciliation['waitingEntries'][number];
export type Proposal = Reconciliation['proposals'][number];

/** A line that met nothing, and the entry it may be. */
export interface OpenLine {
  readonly line: BankLine;
  readonly proposal?: Proposal | undefined;
  readonly entry?: WaitingEntry | undefined;
}

const latestFirst = (one: BankLine, other: BankLine): number =>
  other.date.localeCompare(one.date) || one.id.localeCompare(other.id);

/** The lines still to match: those with a sure answer first, then the latest first. */
export function openLinesOf({ lines, proposals, waitingEntries }: Reconciliation) {
  const byLine = new Map(proposals.map((proposal) => [proposal.lineId, proposal]));
  const byId = new Map(waitingEntries.map((entry) => [entry.id, entry]));
  return lines
    .filter(({ matchId }) => matchId === undefined)
    .toSorted(latestFirst)
    .map((line): OpenLine => {
      const proposal = byLine.get(line.id);
      const entry = proposal && byId.get(proposal.entryId);
      return entry ? { line, proposal, entry } : { line };
    })
    .toSorted((one, other) => rankOf(one) - rankOf(other));
}

const ranks = { sure: 0, likely: 1, possible: 2 } as const;

const rankOf = ({ proposal }: OpenLine): number => (proposal ? ranks[proposal.confidence] : 3);

/** What one click may confirm: a hard key names the entry and nothing else fits. */
export const sureLinesOf = (open: readonly OpenLine[]): readonly OpenLine[] =>
  open.filter(({ proposal }) => proposal?.confidence === 'sure');

/** The lines that met an entry, the latest first, with their match. */
export function matchedLinesOf({ lines, matches }: Reconciliation) {
  const byLine = new Map(matches.map((match) => [match.lineId, match]));
  return lines.toSorted(latestFirst).flatMap((line) => {
    const match = byLine.get(line.id);
    return match ? [{ line, match }] : [];
  });
}

/** The entries that wait, for a line: those of its amount, the nearest day first; the others. */
export function candidatesFor(line: BankLine, waitingEntries: readonly WaitingEntry[]) {
  const near = waitingEntries.toSorted(
    (one, other) =>
      Math.abs(daysBetween(one.entryDate, line.date)) -
      Math.abs(daysBetween(other.entryDate, line.date)),
  );
  return {
    fitting: near.filter(({ amountCents }) => amountCents === line.amountCents),
    others: near.filter(({ amountCents }) => amountCents !== line.amountCents),
  };
}

/** What the books should hold, from what the bank says. */
export const expectedCents = ({ identity }: Reconciliation): Cents | null =>
  identity.gapCents === null ? null : cents(identity.ledgerCents + identity.gapCents);
