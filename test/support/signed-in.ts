import { ulid } from 'ulid';
import type { Grant, Role } from '#shared/domain/access/roles.ts';
import { day } from '#shared/domain/dates.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { openSession } from '#functions/stores/sessions.ts';
import { commit } from '#functions/stores/table.ts';
import { addUser, giveGrant } from '#functions/stores/users.ts';

/** What a role gives, at the place it is held: the nation, the association or the cooperative. */
export const grantOf = (role: Role, scope: CoopScope): Grant => {
  const from = day('2024-09-01');
  if (role === 'nationalReader') return { role, place: { kind: 'nation' }, from };
  if (role === 'headOfficeTreasurer' || role === 'headOfficeReader')
    return { role, place: { kind: 'department', department: scope.department }, from };
  const { department, coopId } = scope;
  return { role, place: { kind: 'coop', department, coopId }, from };
};

/** A new person with a living session, whose id it gives. */
export async function signIn(grant?: Grant): Promise<string> {
  const userId = ulid();
  await commit([
    ...addUser({ userId, name: 'Personne', mail: `${userId.toLowerCase()}@example.test` }),
    ...(grant ? [giveGrant(userId, grant)] : []),
  ]);
  return openSession(userId, new Date().toISOString());
}
