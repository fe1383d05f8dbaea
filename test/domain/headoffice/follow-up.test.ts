import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import {
  firstShownYearId,
  followedYearIds,
  followUpOf,
  mayBeShown,
  totalsOf,
} from '#shared/domain/headoffice/follow-up.ts';
import type { CoopSummary, CrfSummary } from '#shared/domain/headoffice/summary.ts';
import { cents } from '#shared/domain/money.ts';

const ledger = { lastNumber: 12, bankCents: cents(10_000), cashCents: cents(500) };
const coop = (change: Partial<CoopSummary> = {}): CoopSummary => ({
  coopId: 'tilleuls',
  name: 'Coopérative des Tilleuls',
  city: 'Nice',
  number: '06-0002',
  ledgers: { '2025': ledger },
  crfs: {},
  ...change,
});
const filed = (status: CrfSummary['status']): CoopSummary =>
  coop({ crfs: { '2025': { version: 1, status, submittedAt: '2026-09-10T08:00:00.000Z' } } });

const dueOn = day('2026-09-30');
const on = (today: string, coops: readonly CoopSummary[], yearId = '2025') =>
  followUpOf(coops, { yearId, dueOn, today: day(today) });

test('nobody is late on the day itself, whoever has not filed is from the next on', () => {
  expect(on('2026-09-30', [coop()])).toMatchObject([{ crfStatus: 'draft', late: false }]);
  expect(on('2026-10-01', [coop()])).toMatchObject([{ crfStatus: 'draft', late: true }]);
});

test.each([
  ['submitted', false],
  ['accepted', false],
  ['returned', true],
] as const)('after the day, a CRF %s is late: %s', (status, late) => {
  expect(on('2026-10-01', [filed(status)])).toMatchObject([{ crfStatus: status, late }]);
});

test('a cooperative that never began is late, one that began later owes nothing', () => {
  const later = coop({ ledgers: { '2026': ledger } });
  expect(on('2026-10-01', [coop({ ledgers: {} }), later])).toMatchObject([
    { crfStatus: 'none', late: true, bankCents: 0 },
    { crfStatus: 'none', late: false },
  ]);
});

test('lists by number, as people count', () => {
  const numbers = ['06-10', '06-9', '06-1'].map((number) => coop({ number }));
  expect(on('2026-09-01', numbers).map(({ number }) => number)).toEqual(['06-1', '06-9', '06-10']);
});

test('counts each cooperative under its present state, and sums to the cent', () => {
  const coops = [coop(), filed('submitted'), filed('accepted'), filed('returned')];
  expect(totalsOf(on('2026-10-01', coops))).toEqual({
    coops: 4,
    submitted: 1,
    accepted: 1,
    late: 2,
    bankCents: 40_000,
    cashCents: 2_000,
  });
});

test('shows first the year being filed, or the last one that anybody has', () => {
  const autumn = day('2026-10-01');
  expect(firstShownYearId([coop()], autumn)).toBe('2025');
  expect(firstShownYearId([coop({ ledgers: { '2026': ledger } })], autumn)).toBe('2026');
  expect(firstShownYearId([], autumn)).toBe('2025');
  expect(followedYearIds([coop({ ledgers: { '2026': ledger } })], autumn)).toEqual([
    '2026',
    '2025',
  ]);
});

test('totals of fewer than five cooperatives are not shown to the network', () => {
  expect(mayBeShown({ coops: 5 })).toBe(true);
  expect(mayBeShown({ coops: 4 })).toBe(false);
});
