import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { cents } from '#shared/domain/money.ts';
import { coopScopeOf, departmentScopeOf } from '#functions/stores/scope.ts';
import {
  keepCrfSummary,
  keepLedgerSummary,
  keepProfile,
  listSummaries,
} from '#functions/stores/summaries.ts';

const coop = {
  coopId: 'tilleuls',
  name: 'Coopérative des Tilleuls',
  schoolName: 'École des Tilleuls',
  city: 'Nice',
  number: '06-0001',
  pupilCount: 120,
  adultCount: 6,
};

async function followedCoop() {
  const department = ulid().toLowerCase();
  const scope = coopScopeOf(department, coop.coopId);
  await keepProfile(scope, coop);
  return { scope, department: departmentScopeOf(department) };
}

const ledger = (lastNumber: number) => ({
  lastNumber,
  bankCents: cents(lastNumber * 100),
  cashCents: cents(0),
});

test('newer books replace older ones, older or equal ones change nothing', async () => {
  const { scope, department } = await followedCoop();
  expect(await keepLedgerSummary(scope, '2025', ledger(3))).toBe(true);
  expect(await keepLedgerSummary(scope, '2025', ledger(2))).toBe(false);
  expect(await keepLedgerSummary(scope, '2025', { ...ledger(3), cashCents: cents(9) })).toBe(false);
  expect(await listSummaries(department)).toMatchObject([{ ledgers: { '2025': ledger(3) } }]);
});

test('each year and each CRF has its own version', async () => {
  const { scope, department } = await followedCoop();
  const crf = { version: 1, status: 'submitted', submittedAt: '' } as const;
  await keepLedgerSummary(scope, '2025', ledger(3));
  expect(await keepLedgerSummary(scope, '2024', ledger(1))).toBe(true);
  expect(await keepCrfSummary(scope, '2024', crf)).toBe(true);
  expect(await keepCrfSummary(scope, '2024', { ...crf, status: 'accepted' })).toBe(false);
  expect(await listSummaries(department)).toEqual([
    {
      coopId: coop.coopId,
      name: coop.name,
      city: coop.city,
      number: coop.number,
      ledgers: { '2024': ledger(1), '2025': ledger(3) },
      crfs: { '2024': crf },
    },
  ]);
});
