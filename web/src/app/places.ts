import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { whoAmIEndpoint } from '#shared/contract/access/who-am-i.ts';
import { permissionsOf, type Permission, type Role } from '#shared/domain/access/roles.ts';

export type Me = AnswerOf<typeof whoAmIEndpoint>;
type Held = Me['grants'][number];

/** Somewhere the person may go: a cooperative, an association, the whole network. */
export interface PlaceLink {
  readonly href: string;
  readonly name: string;
  readonly kind: 'coop' | 'department' | 'nation';
}

const isRole = (role: string): role is Role => role in permissionsOf;

const gives = ({ role }: Held, permission: Permission): boolean =>
  isRole(role) && permissionsOf[role].includes(permission);

const linkOf = (held: Held): PlaceLink => {
  const { coopId, coopName, department, departmentName } = held;
  if (coopId !== undefined)
    return { href: `/coops/${coopId}`, name: coopName ?? coopId, kind: 'coop' };
  if (department !== undefined)
    return { href: `/siege/${department}`, name: departmentName ?? department, kind: 'department' };
  return { href: '/nation', name: 'Réseau national', kind: 'nation' };
};

/** Where the person may go, each place once, cooperatives first. */
export function placesOf(me: Me): readonly PlaceLink[] {
  const links = new Map(me.grants.map(linkOf).map((link) => [link.href, link]));
  const order = { coop: 0, department: 1, nation: 2 };
  return [...links.values()].toSorted((a, b) => order[a.kind] - order[b.kind]);
}

/** Whether a grant lets the person do that in the cooperative. The server decides; this hides. */
export const mayInCoop = (me: Me, coopId: string, permission: Permission): boolean =>
  me.grants.some(
    (held) =>
      gives(held, permission) &&
      (held.coopId === coopId || (held.coopId === undefined && held.department !== undefined)),
  );

/** The association whose head office the person works in, if any. */
export const headOfficeOf = (me: Me): PlaceLink | undefined =>
  placesOf(me).find(({ kind }) => kind === 'department');
