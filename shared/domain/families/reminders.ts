import { isFree, type Collection, type Family } from '../collections/collection.ts';
import { addDays, daysBetween, type Day } from '../dates.ts';
import { cents, type Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import { leftCentsOf, type DuePart } from './due.ts';

/** The most reminders that a family gets for one collecte. */
const remindersMax = 2;
/** How many days pass at least between two of them. */
const daysBetweenReminders = 7;

/** Why a family gets no reminder today. */
type NoReminder =
  'notOpen' | 'nothingDue' | 'declined' | 'noMail' | 'stopped' | 'enough' | 'tooSoon';

type Asked = Pick<Family, 'expectedCents' | 'seat' | 'contactMail'> & {
  readonly paidCents: Cents;
};

/** What was sent already, and whether the address asked for no more. */
interface Sent {
  readonly remindedOn: readonly Day[];
  readonly isStopped: boolean;
}

/**
 * The number of the reminder that a family may get today. Rules: REMIND-1 (docs/rules.md): only
 * while the collecte is open, only what is left to pay, at most twice, at least seven days apart,
 * never a gift, never who declined or asked for silence.
 */
export function nextReminder(
  collection: Collection,
  family: Asked,
  { remindedOn, isStopped }: Sent,
  today: Day,
): Result<number, NoReminder> {
  if (collection.status !== 'open') return reject('notOpen');
  if (isFree(collection) || leftCentsOf(collection, family) === 0) return reject('nothingDue');
  if (family.seat === 'declined') return reject('declined');
  if (family.contactMail === undefined) return reject('noMail');
  if (isStopped) return reject('stopped');
  if (remindedOn.length >= remindersMax) return reject('enough');
  const last = remindedOn.toSorted().at(-1);
  if (last !== undefined && daysBetween(last, today) < daysBetweenReminders)
    return reject('tooSoon');
  return accept(remindedOn.length + 1);
}

const daysBefore = 7;
const daysAfter = 30;

/**
 * Whether the schedule reminds today: an unpaid instalment is due within a week, or was due less
 * than a month ago. The button of the mandataire does not wait for it.
 */
export const isReminderTime = (parts: readonly DuePart[], today: Day): boolean =>
  parts.some(
    ({ leftCents, dueOn }) =>
      leftCents > 0 && addDays(dueOn, -daysBefore) <= today && today <= addDays(dueOn, daysAfter),
  );

/** What is left of the instalments that are due within a week or late; all of it when none is. */
export function askedNow(
  parts: readonly DuePart[],
  today: Day,
): { readonly amountCents: Cents; readonly dueOn: Day } | undefined {
  const left = parts.filter(({ leftCents }) => leftCents > 0);
  const near = left.filter(({ dueOn }) => dueOn <= addDays(today, daysBefore));
  const asked = near.length > 0 ? near : left.slice(0, 1);
  const last = asked.at(-1);
  if (!last) return undefined;
  const amountCents = cents(asked.reduce((sum, { leftCents }) => sum + leftCents, 0));
  return { amountCents, dueOn: last.dueOn };
}
