import type { Me } from '#web/api/me.ts';

type Held = Me['grants'][number];

/** Somewhere the person may go: a cooperative, an association, the whole network. */
export interface PlaceLink {
  readonly href: string;
  readonly name: string;
  readonly kind: 'coop' | 'department' | 'nation';
}

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

/** The association whose head office the person works in, if any. */
export const headOfficeOf = (me: Me): PlaceLink | undefined =>
  placesOf(me).find(({ kind }) => kind === 'department');
