import type { Day } from '../dates.ts';
import type { Chart } from '../ledger/chart.ts';
import type { Entry, PostedEntry } from '../ledger/entry.ts';
import type { FiscalYear } from '../ledger/fiscal-year.ts';
import type { Movement } from '../payments/movement.ts';
import type { CrfSnapshot } from './crf.ts';
import type { CrfRow } from './operating-statement.ts';
import type { Quitus } from './quitus.ts';

/** What a control found: `blocking` forbids filing, `warning` is filed with the report. */
export interface CrfControl {
  readonly code: string;
  readonly level: 'ok' | 'warning' | 'blocking';
  readonly message: string;
}

/** What the controls look at. */
export interface CrfEvidence {
  readonly snapshot: CrfSnapshot;
  /** The digest of the snapshot, to tell whether a verifier signed this very report. */
  readonly snapshotSha256: string;
  readonly year: FiscalYear;
  readonly chart: Chart;
  /** The entries of the year, drafts included. */
  readonly entries: readonly Entry[];
  readonly posted: readonly PostedEntry[];
  /** Where the CRF of the year before left the money; undefined when it is not known. */
  readonly previousAssets?: readonly CrfRow[] | undefined;
  /** The year before is in the portal and was never closed. */
  readonly previousYearIsOpen: boolean;
  /** What payment platforms held on the last day and no entry says. */
  readonly heldByPlatforms?: readonly Pick<Movement, 'kind' | 'netCents'>[] | undefined;
  readonly quitus: readonly Quitus[];
  readonly mandateHolders: readonly string[];
  readonly allowsUncreditedDeposits: boolean;
  readonly today: Day;
}

/** One control: a pure question to the evidence. */
export type Control = (evidence: CrfEvidence) => CrfControl;

/** What was looked at and found in order. */
export const passed = (code: string, message: string): CrfControl => ({
  code,
  level: 'ok',
  message,
});

/** What must be put right before filing. */
export const blocks = (code: string, message: string): CrfControl => ({
  code,
  level: 'blocking',
  message,
});

/** What is filed as it is, and told to the head office. */
export const warns = (code: string, message: string): CrfControl => ({
  code,
  level: 'warning',
  message,
});

/** `1 brouillon`, `2 brouillons`: French counts zero and one alike. */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count} ${count < 2 ? singular : plural}`;

/** `n° 3, n° 7`. */
export const numbersOf = (entries: readonly Pick<PostedEntry, 'number'>[]): string =>
  entries.map(({ number }) => `n° ${number}`).join(', ');
