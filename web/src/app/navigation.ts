import type { Permission } from '#shared/domain/access/roles.ts';
import type { IconName } from '#web/ui/icon.tsx';
import { mayInCoop, type Me } from '#web/api/me.ts';
import { headOfficeOf } from './places.ts';

/** An entry of the main navigation. */
export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
}

const coopItems: readonly (NavItem & { readonly permission: Permission })[] = [
  { href: '', label: 'Accueil', icon: 'home', permission: 'ledger:read' },
  { href: '/journal', label: 'Journal', icon: 'journal', permission: 'ledger:read' },
  { href: '/collectes', label: 'Collectes', icon: 'collection', permission: 'collections:read' },
  { href: '/banque', label: 'Banque', icon: 'bank', permission: 'bank:read' },
  { href: '/fin-annee', label: 'Fin d’année', icon: 'calendar', permission: 'reports:read' },
  { href: '/plateformes', label: 'Plateformes', icon: 'card', permission: 'inbox:read' },
  { href: '/mandats', label: 'Mandats', icon: 'people', permission: 'governance:read' },
];

/** What the address says about where the person is. */
export function coopIdIn(path: string): string | undefined {
  return /^\/coops\/([^/]+)/u.exec(path)?.[1];
}

/** The main navigation of that person at that address, the most used first. */
export function navigationOf(me: Me, path: string): readonly NavItem[] {
  const coopId = coopIdIn(path);
  const inCoop =
    coopId === undefined
      ? []
      : coopItems
          .filter(({ permission }) => mayInCoop(me, coopId, permission))
          .map(({ href, label, icon }) => ({ href: `/coops/${coopId}${href}`, label, icon }));
  const headOffice = headOfficeOf(me);
  return [
    ...inCoop,
    ...(headOffice ? [{ href: headOffice.href, label: 'Siège', icon: 'building' as const }] : []),
  ];
}

/** Whether the item stands for the address: its own page, or one below it. */
export const isCurrentItem = ({ href }: NavItem, path: string): boolean =>
  path === href || (!/^\/coops\/[^/]+$/u.test(href) && path.startsWith(`${href}/`));
