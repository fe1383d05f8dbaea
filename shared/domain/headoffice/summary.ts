import type { Cents } from '../money.ts';

/** What the books of a year hold, as of its last number. */
export interface LedgerSummary {
  readonly lastNumber: number;
  readonly bankCents: Cents;
  readonly cashCents: Cents;
  /** The day in Paris when somebody last posted; absent before the first entry. */
  readonly lastEntryOn?: string | undefined;
}

/** Where the CRF of a year stands, once it was filed. */
export interface CrfSummary {
  readonly version: number;
  readonly status: 'submitted' | 'returned' | 'accepted';
  readonly submittedAt: string;
}

/** A cooperative as its association follows it: one item, kept by the stream. */
export interface CoopSummary {
  readonly coopId: string;
  readonly name: string;
  readonly city: string;
  readonly number: string;
  readonly ledgers: Readonly<Record<string, LedgerSummary>>;
  readonly crfs: Readonly<Record<string, CrfSummary>>;
}

/** The years that a cooperative has books for, oldest first. */
export const yearIdsOf = ({ ledgers }: CoopSummary): readonly string[] =>
  Object.keys(ledgers).toSorted();
