import { counts } from '#shared/domain/collections/family-payment.ts';
import { dayInParis } from '#shared/domain/dates.ts';
import { leftCentsOf } from '#shared/domain/families/due.ts';
import { MailDelayed, sendMail, type Mail } from '#functions/gateways/mail.ts';
import { requireEnv } from '#functions/platform/config.ts';
import { log } from '#functions/platform/log.ts';
import { paperCoopOf } from '#functions/platform/paper-coop.ts';
import { findCollection } from '#functions/stores/collections.ts';
import {
  claimMail,
  endMail,
  findFamilyMail,
  isMailStopped,
  isReminder,
  receiptSlot,
  releaseMail,
  type FamilyMail,
  type MailPlace,
} from '#functions/stores/family-mails.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { ownOf } from './by-link.ts';
import { receiptMail, reminderMail, type About } from './compose-mail.ts';

/** Sent once; after a crash between the sending and its note, at most once more. */
const attemptsMax = 2;

/**
 * Sends a queued mail. It is claimed before it is sent, so that two workers never both send it; one
 * that is no longer wanted (paid meanwhile, silence asked) ends without leaving.
 */
export async function sendFamilyMail(
  scope: CoopScope,
  place: MailPlace,
  now: string,
): Promise<void> {
  const queued = await findFamilyMail(scope, place);
  if (queued?.state !== 'queued') return;
  if (queued.attempts >= attemptsMax) return void (await endMail(scope, place, 'dropped', now));
  const mail = await written(scope, queued, now);
  if (!mail) return void (await endMail(scope, place, 'dropped', now));
  if (!(await claimMail(scope, queued))) return;
  try {
    const outcome = await sendMail(mail);
    await endMail(scope, place, outcome, now);
    log.info('family mail', { slot: isReminder(place) ? 'reminder' : 'receipt', outcome });
  } catch (error) {
    if (error instanceof MailDelayed) await releaseMail(scope, place);
    throw error;
  }
}

/** The mail as things stand now; undefined when there is nothing left to say. */
async function written(
  scope: CoopScope,
  { collectionId, familyId, slot }: FamilyMail,
  now: string,
): Promise<Mail | undefined> {
  const [collection, coop] = await Promise.all([
    findCollection(scope, collectionId),
    paperCoopOf(scope),
  ]);
  const own = collection && (await ownOf(scope, collection, familyId));
  const to = own?.family.contactMail;
  if (!own || to === undefined) return undefined;
  const origin = requireEnv('APP_ORIGIN');
  const about: About = { coop, collection, own, to, origin, now, today: dayInParis(now) };
  if (!isReminder({ slot })) {
    const payment = own.payments.find(({ id }) => receiptSlot(id) === slot);
    return payment && counts(payment) ? receiptMail(about, payment) : undefined;
  }
  if (collection.status !== 'open' || leftCentsOf(collection, own.family) === 0) return undefined;
  return (await isMailStopped(scope, to)) ? undefined : reminderMail(about);
}
