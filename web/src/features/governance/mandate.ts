import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { listMandatesEndpoint } from '#shared/contract/governance/handover.ts';
import type { Role } from '#shared/domain/access/roles.ts';
import { addDays, type Day } from '#shared/domain/dates.ts';
import { dayOf } from '#web/ui/date-field.tsx';
import type { FormError } from '#web/ui/form-errors.tsx';

export type Mandate = AnswerOf<typeof listMandatesEndpoint>['mandates'][number];

const roleWords: Readonly<Record<Role, string>> = {
  mandateHolder: 'Mandataire',
  coMandateHolder: 'Co-mandataire',
  classTeacher: 'Enseignant, régie de classe',
  verifier: 'Vérificateur aux comptes',
  headOfficeTreasurer: 'Trésorier du siège',
  headOfficeReader: 'Siège, en lecture',
  nationalReader: 'Fédération, en lecture',
};

const isRole = (role: string): role is Role => role in roleWords;

/** What a role is called. */
export const roleLabel = (role: string): string => (isRole(role) ? roleWords[role] : role);

/** Whether a mandate holds on that day, is over, or has not begun. */
export function stateOf({ from, until }: Mandate, today: Day): 'current' | 'past' | 'future' {
  if (from > today) return 'future';
  return until !== undefined && until < today ? 'past' : 'current';
}

const ranks = { current: 0, future: 1, past: 2 } as const;

/** Who holds something now, then who soon will, then who did, the latest first. */
export const inOrder = (mandates: readonly Mandate[], today: Day): readonly Mandate[] =>
  mandates.toSorted(
    (one, other) =>
      ranks[stateOf(one, today)] - ranks[stateOf(other, today)] ||
      other.from.localeCompare(one.from),
  );

/** The handover form, as typed. */
export interface HandoverTyped {
  readonly successorName: string;
  readonly successorMail: string;
  readonly lastDay: string;
}

/** A handover that can be sent. */
export interface HandoverAsked {
  readonly successorName: string;
  readonly successorMail: string;
  readonly lastDay: Day;
  /** The day after: where the other's rights begin. */
  readonly firstDay: Day;
}

const mailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** Reads the form: the handover to check, or what to correct. */
export function readHandover(
  typed: HandoverTyped,
  today: Day,
): { readonly asked?: HandoverAsked; readonly errors: readonly FormError[] } {
  const successorName = typed.successorName.trim();
  const successorMail = typed.successorMail.trim().toLowerCase();
  const lastDay = dayOf(typed.lastDay);
  const errors = [
    { field: 'successorName', message: successorName === '' && 'Dites qui reprend le mandat.' },
    {
      field: 'successorMail',
      message:
        !mailPattern.test(successorMail) && 'Indiquez son adresse électronique professionnelle.',
    },
    { field: 'lastDay', message: lastDayError(lastDay, today) },
  ].flatMap(({ field, message }) => (message === false ? [] : [{ field, message }]));
  if (errors.length > 0 || lastDay === undefined) return { errors };
  const firstDay = addDays(lastDay, 1);
  return { asked: { successorName, successorMail, lastDay, firstDay }, errors };
}

function lastDayError(lastDay: Day | undefined, today: Day): string | false {
  if (lastDay === undefined) return 'Indiquez le dernier jour de votre mandat.';
  return lastDay < today && 'Le dernier jour du mandat ne peut pas être passé.';
}
