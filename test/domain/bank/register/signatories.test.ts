import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { signatoriesOn, signatoriesState } from '#shared/domain/bank/register/signatories.ts';

const roles = [
  { name: 'Nadia Petit', role: 'mandateHolder', from: '2022-09-01', until: '2025-08-31' },
  { name: 'Camille Roux', role: 'mandateHolder', from: '2025-09-01' },
  { name: 'Élise Blanc', role: 'coMandateHolder', from: '2025-10-01' },
  { name: 'Paul Giraud', role: 'verifier', from: '2020-09-01' },
  // Planned, then dropped.
  { name: 'Marc Noir', role: 'mandateHolder', from: '2025-11-01', until: '2025-10-31' },
];

test('only those who hold a mandate on the day sign, its last day included', () => {
  expect(signatoriesOn(roles, day('2025-08-31'))).toEqual(['Nadia Petit']);
  expect(signatoriesOn(roles, day('2025-09-01'))).toEqual(['Camille Roux']);
  expect(signatoriesOn(roles, day('2025-11-01'))).toEqual(['Camille Roux', 'Élise Blanc']);
});

const stateOn = (told: string | undefined, today: string) =>
  signatoriesState(roles, told, day(today));

test('a mandate that begins or ends after the bank was told makes it out of date', () => {
  expect(stateOn('2022-09-05', '2025-08-31')).toBe('upToDate');
  expect(stateOn('2022-09-05', '2025-09-01')).toBe('outOfDate');
  expect(stateOn('2025-09-01', '2025-09-30')).toBe('upToDate');
  expect(stateOn('2025-09-01', '2025-10-01')).toBe('outOfDate');
  expect(stateOn('2025-10-01', '2026-06-01')).toBe('upToDate');
});

test('without the day when the bank was told, nobody knows', () => {
  expect(stateOn(undefined, '2025-09-01')).toBe('unknown');
});
