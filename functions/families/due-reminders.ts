import type { Collection, Family } from '#shared/domain/collections/collection.ts';
import { familyStanding, type Standing } from '#shared/domain/collections/family-payment.ts';
import { dayInParis, type Day } from '#shared/domain/dates.ts';
import { nextReminder } from '#shared/domain/families/reminders.ts';
import { listFamilies } from '#functions/stores/collections.ts';
import {
  isAmong,
  isPlanned,
  isReminder,
  listFamilyMails,
  listMailStops,
  type FamilyMail,
} from '#functions/stores/family-mails.ts';
import { listCarries, listPayments } from '#functions/stores/family-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';

/** A family with the answer of the rules: which reminder it may get today, or why none. */
interface Answered {
  readonly family: Family & Standing;
  readonly next: ReturnType<typeof nextReminder>;
}

/** Every family of a collecte with its answer, and the mails written so far. */
export async function answersOf(
  scope: CoopScope,
  collection: Collection,
  today: Day,
): Promise<{ readonly answers: readonly Answered[]; readonly mails: readonly FamilyMail[] }> {
  const [families, payments, carries, mails, stops] = await Promise.all([
    listFamilies(scope, collection.id),
    listPayments(scope, collection.id),
    listCarries(scope),
    listFamilyMails(scope, collection.id),
    listMailStops(scope),
  ]);
  const reminders = Map.groupBy(mails.filter(isReminder), ({ familyId }) => familyId);
  const answers = families.map((one) => {
    const family = familyStanding(collection, one, { payments, carries });
    const remindedOn = (reminders.get(one.id) ?? []).map(({ queuedAt }) => dayInParis(queuedAt));
    const isStopped = isAmong(stops, one.contactMail);
    return { family, next: nextReminder(collection, family, { remindedOn, isStopped }, today) };
  });
  return { answers, mails };
}

/** The figures that the mandataire sees beside the button. */
export async function remindersView(scope: CoopScope, collection: Collection, today: Day) {
  const [{ answers, mails }, automatic] = await Promise.all([
    answersOf(scope, collection, today),
    isPlanned(scope, collection.id),
  ]);
  const why = (reason: string): number =>
    answers.filter(({ next }) => !next.ok && next.rejection === reason).length;
  const reminders = mails.filter(isReminder);
  const counted = (state: FamilyMail['state']): number =>
    reminders.filter((mail) => mail.state === state).length;
  const last = reminders
    .flatMap(({ state, sentAt }) => (state === 'sent' && sentAt !== undefined ? [sentAt] : []))
    .toSorted()
    .at(-1);
  return {
    automatic,
    toRemindCount: answers.filter(({ next }) => next.ok).length,
    withoutMailCount: why('noMail'),
    stoppedCount: why('stopped'),
    queuedCount: counted('queued'),
    sentCount: counted('sent'),
    refusedCount: counted('refused'),
    lastSentOn: last === undefined ? undefined : dayInParis(last),
  };
}
