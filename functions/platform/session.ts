import { grantsGiving, isCurrent } from '#shared/domain/access/roles.ts';
import { dayInParis, type Day } from '#shared/domain/dates.ts';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import { findCoop } from '#functions/stores/coops.ts';
import {
  coopScopeOf,
  departmentScopeOf,
  type CoopScope,
  type DepartmentScope,
} from '#functions/stores/scope.ts';
import { findSession } from '#functions/stores/sessions.ts';
import { findUser } from '#functions/stores/users.ts';
import { requireEnv } from './config.ts';
import { Refused, type HttpEvent } from './http.ts';
import type { Actor } from './use-case.ts';

export const sessionCookieName = '__Host-session';

/** Refuses an unsafe request that another site could have made a browser send. */
export function checkOrigin(event: HttpEvent, endpoint: Endpoint): void {
  if (endpoint.method === 'GET' || !endpoint.path.startsWith('/api/')) return;
  if (event.headers['origin'] !== requireEnv('APP_ORIGIN')) throw new Refused('wrong_origin');
}

/** The session id in the cookies, when there is one. */
export const sessionIdOf = (cookies: readonly string[]): string | undefined =>
  cookies
    .map((cookie) => cookie.split('='))
    .find(([name]) => name?.trim() === sessionCookieName)?.[1];

/**
 * Who asks, read at each request: a role or a mandate that ended yesterday gives nothing today.
 * Throws `not_signed_in` without a living session.
 */
export async function actorOf(event: HttpEvent, now: string): Promise<Actor> {
  const sessionId = sessionIdOf(event.cookies ?? []);
  const session = sessionId === undefined ? undefined : await findSession(sessionId, now);
  const user = session && (await findUser(session.userId));
  if (!user) throw new Refused('not_signed_in');
  const today = dayInParis(now);
  return { ...user, grants: user.grants.filter((grant) => isCurrent(grant, today)) };
}

/**
 * The partition that the actor's grants open for this route. A place without any grant answers
 * `not_found`, the same as a place that does not exist; a grant too weak, `not_permitted`.
 */
export async function scopeOf(
  actor: Actor,
  endpoint: Endpoint,
  params: Readonly<Record<string, string>>,
  today: Day,
): Promise<CoopScope | DepartmentScope | undefined> {
  const giving = grantsGiving(actor.grants, endpoint.permission, today);
  if (endpoint.path.startsWith('/api/coops/'))
    return coopScopeFor(actor, giving, params['coopId'] ?? '');
  if (endpoint.path.startsWith('/api/departments/')) {
    const { department = '' } = params;
    const isThere = (grant: Actor['grants'][number]) =>
      grant.place.kind === 'department' && grant.place.department === department;
    if (giving.some(isThere)) return departmentScopeOf(department);
    throw new Refused(actor.grants.some(isThere) ? 'not_permitted' : 'not_found');
  }
  if (endpoint.permission !== 'self' && giving.length === 0) throw new Refused('not_permitted');
  return undefined;
}

async function coopScopeFor(actor: Actor, giving: Actor['grants'], coopId: string) {
  const own = ({ place }: Actor['grants'][number]) =>
    place.kind === 'coop' && place.coopId === coopId;
  for (const { place } of giving)
    if (place.kind === 'coop' && place.coopId === coopId)
      return coopScopeOf(place.department, coopId);
  for (const { place } of giving) {
    if (place.kind !== 'department') continue;
    const scope = coopScopeOf(place.department, coopId);
    if (await findCoop(scope)) return scope;
  }
  if (actor.grants.some(own)) throw new Refused('not_permitted');
  for (const { place } of actor.grants)
    if (place.kind === 'department' && (await findCoop(coopScopeOf(place.department, coopId))))
      throw new Refused('not_permitted');
  throw new Refused('not_found');
}
