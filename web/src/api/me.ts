import { useQuery } from '@tanstack/preact-query';
import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { whoAmIEndpoint } from '#shared/contract/access/who-am-i.ts';
import { permissionsOf, type Permission, type Role } from '#shared/domain/access/roles.ts';
import { whoAmI } from './access.ts';

export type Me = AnswerOf<typeof whoAmIEndpoint>;

/** The signed-in person, asked for once by the shell and whoever needs it. */
export const meQuery = { queryKey: ['me'], queryFn: whoAmI } as const;

const isRole = (role: string): role is Role => Object.hasOwn(permissionsOf, role);

/** Whether a grant lets the person do that in the cooperative. The server decides; this hides. */
export const mayInCoop = (me: Me, coopId: string, permission: Permission): boolean =>
  me.grants.some(
    ({ role, coopId: heldIn, department }) =>
      isRole(role) &&
      permissionsOf[role].includes(permission) &&
      (heldIn === coopId || (heldIn === undefined && department !== undefined)),
  );

/** Whether the signed-in person may do that in the cooperative; false until it is known. */
export function useMay(coopId: string, permission: Permission): boolean {
  const { data: me } = useQuery(meQuery);
  return me !== undefined && mayInCoop(me, coopId, permission);
}

/** Whether the signed-in person may do that in the association; false until it is known. */
export function useMayInDepartment(department: string, permission: Permission): boolean {
  const { data: me } = useQuery(meQuery);
  const held = me?.grants.filter((grant) => grant.department === department) ?? [];
  return held.some(({ role }) => isRole(role) && permissionsOf[role].includes(permission));
}
