import type { Day } from '../../dates.ts';

/** A role in the cooperative, as its list of mandates keeps it. */
export interface HeldRole {
  readonly name: string;
  readonly role: string;
  readonly from: string;
  readonly until?: string | undefined;
}

/** What the bank knows of who may sign: told since the last change, not told, or nobody knows. */
export type SignatoriesState = 'upToDate' | 'outOfDate' | 'unknown';

/** Who signs at the bank: those who hold a mandate, and nobody else. Rules: MANDATE-1. */
const signs = ({ role, from, until }: HeldRole): boolean =>
  (role === 'mandateHolder' || role === 'coMandateHolder') &&
  (until === undefined || from <= until);

/** The mandates that let sign, of all that the cooperative keeps. */
export const signingRoles = (roles: readonly HeldRole[]): readonly HeldRole[] =>
  roles.filter(signs);

/** Who signs on that day, each name once. */
export function signatoriesOn(roles: readonly HeldRole[], today: Day): readonly string[] {
  const current = roles
    .filter(signs)
    .filter(({ from, until }) => from <= today && (until === undefined || today <= until));
  return [...new Set(current.map(({ name }) => name))].toSorted((one, other) =>
    one.localeCompare(other, 'fr'),
  );
}

/**
 * Whether the bank knows who signs: a mandate that began after it was told, or that has ended since,
 * makes what it knows out of date.
 */
export function signatoriesState(
  roles: readonly HeldRole[],
  toldOn: string | undefined,
  today: Day,
): SignatoriesState {
  if (toldOn === undefined) return 'unknown';
  const hasChanged = roles.filter(signs).some(({ from, until }) => {
    const began = from > toldOn && from <= today;
    const ended = until !== undefined && until >= toldOn && until < today;
    return began || ended;
  });
  return hasChanged ? 'outOfDate' : 'upToDate';
}
