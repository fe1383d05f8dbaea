import { dayInParis } from '#shared/domain/dates.ts';
import { log } from '#functions/platform/log.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { findCollection } from '#functions/stores/collections.ts';
import { listDepartmentCodes } from '#functions/stores/coops.ts';
import { listPlanned, planReminders } from '#functions/stores/family-mails.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { queueReminders } from './queue-reminders.ts';

/** Started every evening: the reminders of the collectes that ask for it, and of no other. */
export const handler = (): Promise<void> => remindAll(new Date().toISOString());

/** One collecte that fails does not hold back the others; the fault is thrown at the end. */
export async function remindAll(now: string): Promise<void> {
  const codes = await listDepartmentCodes();
  const planned = (await Promise.all(codes.map(listPlanned))).flat();
  let reminders = 0;
  const faults: unknown[] = [];
  for (const { scope, collectionId } of planned)
    try {
      reminders += await runAgainIfStale(() => remind(scope, collectionId, now));
    } catch (error) {
      faults.push(error);
    }
  log.info('reminders queued', { collectes: planned.length, reminders, faults: faults.length });
  if (faults.length > 0) throw new AggregateError(faults, 'some collectes were not reminded');
}

/** A collecte that has ended leaves the list. */
async function remind(scope: CoopScope, collectionId: string, now: string): Promise<number> {
  const collection = await findCollection(scope, collectionId);
  if (collection?.status !== 'open') {
    await commit([planReminders(scope, collectionId, false)]);
    return 0;
  }
  return queueReminders(scope, collection, {
    by: 'schedule',
    now,
    today: dayInParis(now),
    correlationId: `reminders-${dayInParis(now)}`,
    onlyIfTime: true,
  });
}
