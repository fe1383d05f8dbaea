import { ulid } from 'ulid';
import { coopKeys, departmentKeys } from './keys.ts';
import type { CoopScope, DepartmentScope } from './scope.ts';
import { putAbsent, type Write } from './table.ts';

/** Who did what to what, when, and by which door. Never what it says: ids and names of acts. */
export interface Act {
  /** The use case: `post-entry`. */
  readonly act: string;
  /** The id of what it was done to. */
  readonly target: string;
  /** The user, or the system: `schedule`, `platform:stripe`, `link`. */
  readonly by: string;
  readonly at: string;
  /** The request or the event it came with. */
  readonly correlationId: string;
  /** Why, in the words of whoever looked at what is hidden; no other act has one. */
  readonly reason?: string;
}

/** The trace of an act, written in the transaction of the act itself. */
export const recordAct = (scope: CoopScope | DepartmentScope, act: Act): Write => {
  const auditId = ulid(Date.parse(act.at));
  const key =
    scope.kind === 'coop' ? coopKeys.audit(scope, auditId) : departmentKeys.audit(scope, auditId);
  return putAbsent({ ...key, kind: 'audit', ...act });
};
