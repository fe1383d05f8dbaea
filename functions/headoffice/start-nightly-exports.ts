import { encodeTime } from 'ulid';
import { dayInParis, type Day } from '#shared/domain/dates.ts';
import { filingYearIdOf } from '#shared/domain/reports/calendar.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { derivedId } from '#functions/platform/voucher.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { listDepartmentCodes } from '#functions/stores/coops.ts';
import { findExport, queueExport } from '#functions/stores/exports.ts';
import { departmentScopeOf } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';

/** The export of a night has one id: started twice, it is one export. */
export const nightlyExportId = (today: Day): string =>
  derivedId(`nightly-export ${today}`, encodeTime(Date.parse(`${today}T00:00:00Z`), 10));

/**
 * Starts the export of the year being filed for every association. One that fails does not hold
 * back the others; the fault is thrown at the end, and the night may be run again.
 */
export async function startNightlyExports(now: string): Promise<number> {
  const codes = await listDepartmentCodes();
  const outcomes = await Promise.allSettled(
    codes.map((code) => runAgainIfStale(() => startExportOf(code, now))),
  );
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return codes.length;
}

async function startExportOf(code: string, now: string): Promise<void> {
  const scope = departmentScopeOf(code);
  const today = dayInParis(now);
  const id = nightlyExportId(today);
  if (await findExport(scope, id)) return;
  await commit([
    queueExport(scope, {
      id,
      yearId: filingYearIdOf(today),
      startedBy: 'schedule',
      startedAt: now,
    }),
    recordAct(scope, {
      act: 'start-export',
      target: id,
      by: 'schedule',
      at: now,
      correlationId: id,
    }),
  ]);
}
