import type {
  findRemindersEndpoint,
  planRemindersEndpoint,
  sendRemindersEndpoint,
} from '#shared/contract/families/reminders.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findCollection } from '#functions/stores/collections.ts';
import { planReminders as writePlan } from '#functions/stores/family-mails.ts';
import { commit } from '#functions/stores/table.ts';
import { remindersView } from './due-reminders.ts';
import { queueReminders } from './queue-reminders.ts';

/** How many families can be reminded, and were. */
export const findReminders: UseCase<typeof findRemindersEndpoint> = async (call) => {
  const { scope, params, today } = call;
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  return accept(await remindersView(scope, collection, today));
};

/** Reminds who may be reminded today. Asked again at once, nobody is left to remind. */
export const sendReminders: UseCase<typeof sendRemindersEndpoint> = async (call) => {
  const { scope, params, actor, now, today, requestId } = call;
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  if (collection.status !== 'open') return reject('collection_closed');
  const by = actor.userId;
  await queueReminders(scope, collection, { by, now, today, correlationId: requestId });
  return accept(await remindersView(scope, collection, today));
};

/** Lets the schedule remind, or no longer. */
export const planReminders: UseCase<typeof planRemindersEndpoint> = async (call) => {
  const { scope, params, body, actor, now, today, requestId } = call;
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  const automatic = body.mode === 'automatic';
  if (automatic && collection.status !== 'open') return reject('collection_closed');
  await commit([
    writePlan(scope, collection.id, automatic),
    recordAct(scope, {
      act: automatic ? 'plan-reminders' : 'unplan-reminders',
      target: collection.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept(await remindersView(scope, collection, today));
};
