import { crfSnapshotSchema } from '#shared/contract/reports/crf.ts';
import type { Day } from '#shared/domain/dates.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import type { FiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { crfDueOn } from '#shared/domain/reports/calendar.ts';
import type { CrfControl } from '#shared/domain/reports/control.ts';
import { controlsOf } from '#shared/domain/reports/crf-controls.ts';
import { crfOf, withoutVoucherCount } from '#shared/domain/reports/crf.ts';

import { yearEndReconciliation } from '#shared/domain/reports/year-end-reconciliation.ts';
import { readHeldAtYearEnd } from '#functions/platform/held-at-year-end.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { findCoop, findDepartment, type Coop, type Department } from '#functions/stores/coops.ts';
import {
  findCrfInputs,
  findFiledCrf,
  frozenSnapshot,
  type CrfInputs,
  type FiledCrf,
} from '#functions/stores/crf.ts';
import { listEntries, postedAmong } from '#functions/stores/entries.ts';
import { listQuitus, type KeptQuitus } from '#functions/stores/quitus.ts';
import { departmentScopeOf, type CoopScope } from '#functions/stores/scope.ts';
import { StaleRead } from '#functions/stores/table.ts';
import { listMandates } from '#functions/stores/users.ts';
import { findYear, listYears } from '#functions/stores/years.ts';
import { bankBooksOf, postedOf } from './bank-books.ts';

/** The CRF of a year as it stands: computed while it can change, frozen once it is filed. */
export interface CrfState {
  readonly year: FiscalYear;
  readonly dueOn: Day;
  readonly inputs: CrfInputs;
  readonly quitus: readonly KeptQuitus[];
  /** What was filed last, a returned one too. */
  readonly filed: FiledCrf | undefined;
  readonly isFrozen: boolean;
  readonly snapshot: ReturnType<typeof frozenSnapshot>;
  readonly snapshotText: string;
  readonly snapshotSha256: string;
  readonly controls: readonly CrfControl[];
}

/** Reads the CRF of a year; undefined when there is no such year. Rules: CRF-3 (docs/rules.md). */
export async function readCrf(
  scope: CoopScope,
  yearId: string,
  today: Day,
): Promise<CrfState | undefined> {
  const [year, coop, department, filed, inputs, quitus] = await Promise.all([
    findYear(scope, yearId),
    findCoop(scope),
    findDepartment(departmentScopeOf(scope.department)),
    findFiledCrf(scope, yearId),
    findCrfInputs(scope, yearId),
    listQuitus(scope, yearId),
  ]);
  if (!year || !coop || !department) return undefined;
  const dueOn = crfDueOn(yearId, department.crfDueOn);
  const common = { year, dueOn, inputs, quitus, filed };
  if (filed && filed.status !== 'returned')
    return { ...common, ...filed, snapshot: frozenSnapshot(filed), isFrozen: true };
  const computed = await computeCrf({ scope, year, coop, department, inputs, quitus, today });
  return { ...common, ...computed, isFrozen: false };
}

interface Asked {
  readonly scope: CoopScope;
  readonly year: FiscalYear;
  readonly coop: Coop;
  readonly department: Department;
  readonly inputs: CrfInputs;
  readonly quitus: readonly KeptQuitus[];
  readonly today: Day;
}

async function computeCrf(asked: Asked) {
  const { scope, year, coop, department, inputs, quitus, today } = asked;
  const [entries, holders, before, held] = await Promise.all([
    listEntries(scope, year.id),
    mandateHoldersOn(scope, today),
    yearsBefore(scope, year.id),
    readHeldAtYearEnd(scope, year),
  ]);
  const posted = postedAmong(entries);
  const earlier = await postedOf(scope, before.yearIds);
  const accounts = await bankBooksOf(scope, [...earlier, ...posted], year.endOn);
  await requireSameYear(scope, year);
  const { coopId: id, ...profile } = coop;
  const report = crfOf({
    coop: {
      id,
      ...profile,
      department: department.code,
      departmentName: department.name,
      mandateHolder: holders[0] ?? '',
    },
    chart: chart2024,
    year,
    reconciliation: yearEndReconciliation(accounts, year.endOn, inputs.statement),
    cashCount: inputs.cashCount,
    subsidies: inputs.subsidies,
    withoutVoucherCount: withoutVoucherCount(posted),
  });
  const snapshot = crfSnapshotSchema.parse(report);
  const snapshotText = JSON.stringify(snapshot);
  const snapshotSha256 = sha256Hex(snapshotText);
  const controls = controlsOf({
    ...before,
    snapshot: report,
    snapshotSha256,
    year,
    chart: chart2024,
    entries,
    quitus,
    mandateHolders: holders,
    heldByPlatforms: [...held.waiting, ...held.bookedAfter],
    allowsUncreditedDeposits: department.allowsUncreditedDeposits,
    today,
  });
  return { snapshot, snapshotText, snapshotSha256, controls };
}

/** The year and its entries are two reads: nothing may have been posted between them. */
async function requireSameYear(scope: CoopScope, year: FiscalYear): Promise<void> {
  const again = await findYear(scope, year.id);
  if (again?.lastNumber !== year.lastNumber || again.status !== year.status)
    throw new StaleRead('the year moved while its report was made');
}

/** The names of those who hold a mandate that day, the mandate holder before the second one. */
async function mandateHoldersOn(scope: CoopScope, today: Day): Promise<readonly string[]> {
  const current = (await listMandates(scope)).filter(
    ({ from, until }) => from <= today && (until === undefined || today <= until),
  );
  return ['mandateHolder', 'coMandateHolder'].flatMap((role) =>
    current.filter((mandate) => mandate.role === role).map(({ name }) => name),
  );
}

async function yearsBefore(scope: CoopScope, yearId: string) {
  const previousId = String(Number(yearId) - 1);
  const [years, previous] = await Promise.all([listYears(scope), findFiledCrf(scope, previousId)]);
  return {
    yearIds: years.map(({ id }) => id).filter((id) => id < yearId),
    previousYearIsOpen: years.some(({ id, status }) => id === previousId && status === 'open'),
    previousAssets: previous && previous.status !== 'returned' ? leftBy(previous) : undefined,
  };
}

/** All that the year before left: banks, cash, advances, what platforms held. */
const leftBy = (filed: FiledCrf) => frozenSnapshot(filed).balanceSheet.assets;
