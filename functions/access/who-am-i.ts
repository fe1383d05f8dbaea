import type { Grant } from '#shared/domain/access/roles.ts';
import { accept } from '#shared/domain/result.ts';
import type { whoAmIEndpoint } from '#shared/contract/access/who-am-i.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findCoop, findDepartment } from '#functions/stores/coops.ts';
import { coopScopeOf, departmentScopeOf } from '#functions/stores/scope.ts';

/** The signed-in person, and the places where they may act today, by name. */
export const whoAmI: UseCase<typeof whoAmIEndpoint> = async ({ actor }) => {
  const { userId, name, mail, grants } = actor;
  return accept({ userId, name, mail, grants: await Promise.all(grants.map(namedGrant)) });
};

async function namedGrant({ role, place, from, until }: Grant) {
  const held = { role, from, until };
  if (place.kind === 'nation') return held;
  const { department } = place;
  const association = await findDepartment(departmentScopeOf(department));
  const there = { ...held, department, departmentName: association?.name };
  if (place.kind === 'department') return there;
  const coop = await findCoop(coopScopeOf(department, place.coopId));
  return { ...there, coopId: place.coopId, coopName: coop?.name };
}
