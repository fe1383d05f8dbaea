import type { Day } from '../dates.ts';

/** What somebody may be in a cooperative, in a departmental association, or nationally. */
export type Role =
  | 'mandateHolder'
  | 'coMandateHolder'
  | 'classTeacher'
  | 'verifier'
  | 'headOfficeTreasurer'
  | 'headOfficeReader'
  | 'nationalReader';

/** What a route may ask for. `public` and `self` need no role; `self` needs a session. */
export type Permission =
  | 'public'
  | 'self'
  | 'ledger:read'
  | 'ledger:draft'
  | 'ledger:post'
  | 'collections:read'
  | 'collections:write'
  | 'platforms:write'
  | 'inbox:read'
  | 'inbox:inspect'
  | 'bank:read'
  | 'bank:write'
  | 'reports:read'
  | 'reports:submit'
  | 'governance:read'
  | 'governance:handover'
  | 'headoffice:read'
  | 'headoffice:decide'
  | 'national:read';

const reading = ['ledger:read', 'bank:read', 'reports:read', 'governance:read'] as const;

const holding = [
  ...reading,
  'collections:read',
  'ledger:draft',
  'ledger:post',
  'collections:write',
  'platforms:write',
  'inbox:read',
  'bank:write',
  'reports:submit',
  'governance:handover',
] as const;

/** What each role may do. Deny by default: what is not listed is refused. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  mandateHolder: holding,
  coMandateHolder: holding.filter((permission) => permission !== 'governance:handover'),
  classTeacher: ['ledger:read', 'ledger:draft'],
  verifier: reading,
  headOfficeTreasurer: [
    ...reading,
    'headoffice:read',
    'headoffice:decide',
    'inbox:read',
    'inbox:inspect',
  ],
  headOfficeReader: [...reading, 'headoffice:read'],
  nationalReader: ['national:read'],
};

/** Where a grant holds: one cooperative, one departmental association, or the whole network. */
export type Place =
  | { readonly kind: 'coop'; readonly department: string; readonly coopId: string }
  | { readonly kind: 'department'; readonly department: string }
  | { readonly kind: 'nation' };

/** A role held at a place from one day to another, both included; without `until`, for now. */
export interface Grant {
  readonly role: Role;
  readonly place: Place;
  readonly from: Day;
  readonly until?: Day | undefined;
}

/** Whether the grant holds on that day in Paris. Its last day is included, to the evening. */
export const isCurrent = ({ from, until }: Grant, today: Day): boolean =>
  from <= today && (until === undefined || today <= until);

/** The grants that hold today and give the permission. */
export const grantsGiving = (
  grants: readonly Grant[],
  permission: Permission,
  today: Day,
): readonly Grant[] =>
  grants.filter(
    (grant) => isCurrent(grant, today) && permissionsOf[grant.role].includes(permission),
  );
