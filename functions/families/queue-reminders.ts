import type { Collection } from '#shared/domain/collections/collection.ts';
import type { Day } from '#shared/domain/dates.ts';
import { duePartsOf } from '#shared/domain/families/due.ts';
import { isReminderTime } from '#shared/domain/families/reminders.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { queueMail, reminderSlot } from '#functions/stores/family-mails.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { answersOf } from './due-reminders.ts';

const mailsPerCommit = 90;

/**
 * Queues the reminder of every family that may get one. Its number is in its key: two clicks at once,
 * or a click and the night, never make two of the same. Rules: REMIND-1 (docs/rules.md).
 */
export async function queueReminders(
  scope: CoopScope,
  collection: Collection,
  {
    by,
    now,
    today,
    correlationId,
    onlyIfTime = false,
  }: {
    readonly by: string;
    readonly now: string;
    readonly today: Day;
    readonly correlationId: string;
    /** The night waits until something is due soon, or is late. */
    readonly onlyIfTime?: boolean;
  },
): Promise<number> {
  const { answers } = await answersOf(scope, collection, today);
  const mails = answers.flatMap(({ family, next }) =>
    next.ok && (!onlyIfTime || isReminderTime(duePartsOf(collection, family, today), today))
      ? [{ familyId: family.id, slot: reminderSlot(next.value) }]
      : [],
  );
  for (let start = 0; start < mails.length; start += mailsPerCommit)
    await commit([
      ...mails
        .slice(start, start + mailsPerCommit)
        .map((mail) =>
          queueMail(scope, { ...mail, collectionId: collection.id, queuedAt: now, by }),
        ),
      recordAct(scope, {
        act: 'send-reminders',
        target: collection.id,
        by,
        at: now,
        correlationId,
      }),
    ]);
  return mails.length;
}
