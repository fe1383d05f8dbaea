import { expect, test } from 'vitest';
import { mayInCoop, type Me } from '#web/api/me.ts';
import { isCurrentItem, navigationOf } from '#web/app/navigation.ts';
import { placesOf } from '#web/app/places.ts';

const person = (...grants: Me['grants']): Me => ({
  userId: 'u',
  name: 'Camille Roux',
  mail: 'camille@example.test',
  grants,
});

const inCoop = (role: string, coopId = 'tilleuls') => ({
  role,
  from: '2025-09-01',
  department: '06',
  departmentName: 'OCCE 06',
  coopId,
  coopName: `Coopérative ${coopId}`,
});

const headOffice = {
  role: 'headOfficeReader',
  from: '2025-09-01',
  department: '06',
  departmentName: 'OCCE 06',
};

const labels = (me: Me, path: string) => navigationOf(me, path).map(({ label }) => label);

test('a mandate holder sees every page of the cooperative, and no head office', () => {
  expect(labels(person(inCoop('mandateHolder')), '/coops/tilleuls/journal')).toEqual([
    'Accueil',
    'Journal',
    'Collectes',
    'Banque',
    'Fin d’année',
    'Plateformes',
    'Mandats',
  ]);
});

test('a class teacher sees what a class needs', () => {
  expect(labels(person(inCoop('classTeacher')), '/coops/tilleuls')).toEqual(['Accueil', 'Journal']);
});

test('the head office reads a cooperative without its families, and goes back', () => {
  expect(labels(person(headOffice), '/coops/tilleuls')).toEqual([
    'Accueil',
    'Journal',
    'Banque',
    'Fin d’année',
    'Mandats',
    'Siège',
  ]);
});

test('outside a cooperative there is only the head office', () => {
  expect(labels(person(inCoop('mandateHolder'), headOffice), '/')).toEqual(['Siège']);
});

test('a role in one cooperative gives nothing in another', () => {
  const me = person(inCoop('mandateHolder'));
  expect(mayInCoop(me, 'tilleuls', 'ledger:post')).toBe(true);
  expect(mayInCoop(me, 'oliviers', 'ledger:read')).toBe(false);
});

test('a role that this version does not know gives nothing', () => {
  expect(mayInCoop(person(inCoop('toString')), 'tilleuls', 'ledger:read')).toBe(false);
});

test('the home page is current on its own address only, the others below them too', () => {
  const home = { href: '/coops/tilleuls', label: 'Accueil', icon: 'home' } as const;
  const journal = { href: '/coops/tilleuls/collectes', label: 'Collectes', icon: 'home' } as const;
  expect(isCurrentItem(home, '/coops/tilleuls')).toBe(true);
  expect(isCurrentItem(home, '/coops/tilleuls/journal')).toBe(false);
  expect(isCurrentItem(journal, '/coops/tilleuls/collectes/nouvelle')).toBe(true);
});

test('each place is offered once, cooperatives first', () => {
  const me = person(
    { role: 'nationalReader', from: '2025-09-01' },
    headOffice,
    inCoop('coMandateHolder'),
    inCoop('verifier'),
  );
  expect(placesOf(me).map(({ href }) => href)).toEqual(['/coops/tilleuls', '/siege/06', '/nation']);
});
