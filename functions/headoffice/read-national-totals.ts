import type { readNationalTotalsEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import type { Day } from '#shared/domain/dates.ts';
import { followUpOf, mayBeShown, totalsOf } from '#shared/domain/headoffice/follow-up.ts';
import { crfDueOn, filingYearIdOf } from '#shared/domain/reports/calendar.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findDepartment, listDepartmentCodes } from '#functions/stores/coops.ts';
import { departmentScopeOf } from '#functions/stores/scope.ts';
import { listSummaries } from '#functions/stores/summaries.ts';
import { fewAtOnce } from './few-at-once.ts';

const atOnce = 10;

/** The totals of the network, by association; one too small to hide its cooperatives is left out. */
export const readNationalTotals: UseCase<typeof readNationalTotalsEndpoint> = async (call) => {
  const { query, today } = call;
  const yearId = query.year ?? filingYearIdOf(today);
  const codes = await listDepartmentCodes();
  const all = await fewAtOnce(codes, atOnce, (code) => totalsOfDepartment(code, yearId, today));
  return accept({ yearId, departments: all.flat() });
};

async function totalsOfDepartment(code: string, yearId: string, today: Day) {
  const scope = departmentScopeOf(code);
  const [department, summaries] = await Promise.all([findDepartment(scope), listSummaries(scope)]);
  if (!department) return [];
  const dueOn = crfDueOn(yearId, department.crfDueOn);
  const totals = totalsOf(followUpOf(summaries, { yearId, dueOn, today }));
  return mayBeShown(totals) ? [{ code, name: department.name, ...totals }] : [];
}
