import type { listCoopsEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import {
  firstShownYearId,
  followedYearIds,
  followUpOf,
  totalsOf,
} from '#shared/domain/headoffice/follow-up.ts';
import { crfDueOn } from '#shared/domain/reports/calendar.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findDepartment } from '#functions/stores/coops.ts';
import { listSummaries } from '#functions/stores/summaries.ts';

/** The cooperatives of the association: one query, whatever they hold. */
export const listCoops: UseCase<typeof listCoopsEndpoint> = async ({ scope, query, today }) => {
  const [department, summaries] = await Promise.all([findDepartment(scope), listSummaries(scope)]);
  if (!department) return reject('not_found');
  const { code, name, crfDueOn: monthDay } = department;
  const yearId = query.year ?? firstShownYearId(summaries, today);
  const dueOn = crfDueOn(yearId, monthDay);
  const coops = followUpOf(summaries, { yearId, dueOn, today });
  return accept({
    department: { code, name, crfDueOn: dueOn },
    yearId,
    yearIds: followedYearIds(summaries, today),
    coops,
    totals: totalsOf(coops),
  });
};
