import { day } from '#shared/domain/dates.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import type { Entry, PostedEntry } from '#shared/domain/ledger/entry.ts';
import { newFiscalYear, type FiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { cents } from '#shared/domain/money.ts';
import type { CrfEvidence } from '#shared/domain/reports/control.ts';
import { controlsOf } from '#shared/domain/reports/crf-controls.ts';
import { crfOf, withoutVoucherCount, type CrfFacts } from '#shared/domain/reports/crf.ts';
import { refoldBalances } from '#shared/domain/reports/operating-statement.ts';
import { busTrip } from '#test/support/ledger.ts';

const coop = {
  id: 'tilleuls',
  name: 'Coopérative des Tilleuls',
  schoolName: 'École des Tilleuls',
  city: 'Nice',
  number: '06-0001',
  department: '06',
  departmentName: 'OCCE des Alpes-Maritimes',
  mandateHolder: 'Camille Roux',
  pupilCount: 120,
  adultCount: 6,
};

/** A reconciliation in which everything agrees. */
export const agreed: CrfFacts['reconciliation'] = {
  statementOn: day('2026-08-31'),
  statementCents: cents(0),
  notYetDebited: [],
  notYetCredited: [],
  ledgerCents: cents(0),
  gapCents: cents(0),
};

/** The report that balances give, with what the test changes in its facts. */
export const crfWith = (balanceCents: FiscalYear['balanceCents'], change: Partial<CrfFacts> = {}) =>
  crfOf({
    coop,
    chart: chart2024,
    year: { ...newFiscalYear('2025'), balanceCents },
    reconciliation: agreed,
    cashCount: [],
    subsidies: [],
    withoutVoucherCount: 0,
    ...change,
  });

/** A posted entry of 2025-2026. */
export const posted = (number: number, change: Partial<PostedEntry> = {}): PostedEntry => ({
  ...busTrip,
  id: `entry-${number}`,
  status: 'posted',
  fiscalYearId: '2025',
  number,
  postedAt: '2026-03-16T09:00:00.000Z',
  postedBy: 'camille',
  salt: '',
  seal: '',
  ...change,
});

const signature = (verifierName: string, quality: 'parent' | 'teacher') => ({
  id: verifierName,
  verifierName,
  quality,
  signedAt: '2026-09-10T18:00:00.000Z',
  signedSha256: 'sha',
});

/** Two verifiers who signed this very report. */
export const signatures = [signature('Inès Martin', 'parent'), signature('Paul Blanc', 'teacher')];

/** What the controls see of these entries, everything else being in order. */
export function evidenceOf(
  entries: readonly Entry[],
  change: Partial<Omit<CrfEvidence, 'posted' | 'snapshot'>> = {},
  facts: Partial<CrfFacts> = {},
): Omit<CrfEvidence, 'posted'> {
  const own = entries.filter((entry) => entry.status === 'posted');
  const year = change.year ?? {
    ...newFiscalYear('2025'),
    balanceCents: refoldBalances(own),
    lastNumber: own.length,
  };
  return {
    snapshot: crfWith(year.balanceCents, {
      year,
      withoutVoucherCount: withoutVoucherCount(own),
      ...facts,
    }),
    snapshotSha256: 'sha',
    year,
    chart: chart2024,
    entries,
    previousYearIsOpen: false,
    quitus: signatures,
    mandateHolders: ['Camille Roux'],
    allowsUncreditedDeposits: false,
    today: day('2026-09-15'),
    ...change,
  };
}

/** The levels other than `ok`, by code: empty when every control is green. */
export const flagsOf = (evidence: Omit<CrfEvidence, 'posted'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    controlsOf(evidence)
      .filter(({ level }) => level !== 'ok')
      .map(({ code, level }) => [code, level]),
  );
