import { ulid } from 'ulid';
import { beforeAll, afterAll, expect, test } from 'vitest';
import { openYearEndpoint } from '#shared/contract/ledger/open-year.ts';
import { bookHeldEndpoint } from '#shared/contract/payments/payouts.ts';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { factsOfMovement } from '#shared/domain/payments/facts.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { openYear } from '#functions/ledger/open-year.ts';
import { notePayments } from '#functions/payments/events/note-payments.ts';
import { bookHeld } from '#functions/payments/payouts/book-held.ts';
import { readHeldAtYearEnd } from '#functions/platform/held-at-year-end.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { listEntries } from '#functions/stores/entries.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findYear } from '#functions/stores/years.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { chargeOf, refundOf } from '#test/support/messages.ts';
import { newCollection, startPlatform } from '#test/support/platform.ts';
import { bookPayout, movementOf } from './book-payout.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const september = '2026-09-15T09:00:00.000Z';
const paidOn = (on: string, index: number) => ({
  ...chargeOf(index, undefined, { gross: 12_000, fee: 213, campaign: 'Classe de mer CM2' }),
  paid_at: `${on}T09:00:00Z`,
});

const balances = async (scope: CoopScope, yearId: string) => {
  const all = Object.entries((await findYear(scope, yearId))?.balanceCents ?? {});
  return Object.fromEntries(all.filter(([, amount]) => amount !== 0));
};

const book = (scope: CoopScope, now = september) =>
  bookHeld(
    callOf(bookHeldEndpoint, { scope, params: { coopId: scope.coopId, yearId: '2025' }, now }),
  );

const open = (scope: CoopScope, bankCents = 0) =>
  openYear(
    callOf(openYearEndpoint, {
      scope,
      params: { coopId: scope.coopId, yearId: '2026' },
      body: { id: ulid(), bankCents: cents(bankCents), postalCents: cents(0), cashCents: cents(0) },
      now: september,
    }),
  );

async function coopWithAugust(count = 2) {
  const scope = await newCoop();
  await newCollection(scope, { families: 1 });
  const lines = Array.from({ length: count }, (_, index) =>
    movementOf(paidOn('2026-08-28', index)),
  );
  await notePayments(
    scope,
    'jaikan',
    lines.map((line) => factsOfMovement(line)).filter((facts) => facts !== undefined),
  );
  return { scope, lines };
}

test('A90: what the platform holds on 31 August is income of the year, and the first payout clears it', async () => {
  const { scope, lines } = await coopWithAugust();
  expect(await book(scope)).toMatchObject({
    ok: true,
    value: { bookedCents: 23_574, movementCount: 2, leftOutCount: 0 },
  });
  expect(await balances(scope, '2025')).toEqual({ '467': 23_574, '6278': 426, '7080': -24_000 });
  expect(await listEntries(scope, '2025')).toMatchObject([{ entryDate: '2026-08-31' }]);
  await open(scope);
  expect(await balances(scope, '2026')).toEqual({ '110': -23_574, '467': 23_574 });
  const later = movementOf(paidOn('2026-09-02', 9));
  expect(
    await bookPayout(scope, 'jp_1', [...lines, later], {
      arrivalOn: day('2026-09-05'),
      now: september,
    }),
  ).toEqual({ ok: true, value: 'closed' });
  expect(await balances(scope, '2026')).toEqual({
    '110': -23_574,
    '512': 35_361,
    '6278': 213,
    '7080': -12_000,
  });
});

test('A90: booked again, only what came to light meanwhile is', async () => {
  const { scope } = await coopWithAugust();
  await book(scope);
  expect(await book(scope)).toMatchObject({ value: { bookedCents: 0, movementCount: 0 } });
  const late = factsOfMovement(movementOf(paidOn('2026-08-31', 7)));
  await notePayments(scope, 'jaikan', late ? [late] : []);
  expect(await book(scope)).toMatchObject({ value: { bookedCents: 11_787, movementCount: 1 } });
  const year = await findYear(scope, '2025');
  const held = year && (await readHeldAtYearEnd(scope, year));
  expect(held).toMatchObject({ waiting: [], bookedAfter: [] });
});

test('A90: paid out and booked in September before the act, it goes back to the year of the families', async () => {
  const { scope, lines } = await coopWithAugust();
  await open(scope, 100);
  await bookPayout(scope, 'jp_1', lines, { arrivalOn: day('2026-09-05'), now: september });
  expect(await book(scope)).toMatchObject({ ok: true, value: { movementCount: 2 } });
  expect(await balances(scope, '2025')).toEqual({ '467': 23_574, '6278': 426, '7080': -24_000 });
  expect(await balances(scope, '2026')).toEqual({ '110': -23_674, '512': 23_674 });
  expect(await book(scope)).toMatchObject({ value: { movementCount: 0 } });
});

test('A90: a refund of August on the platform is held with its charge', async () => {
  const { scope, lines } = await coopWithAugust(1);
  const back = movementOf({
    ...refundOf(paidOn('2026-08-28', 0)),
    paid_at: '2026-08-30T09:00:00Z',
  });
  const facts = factsOfMovement(back);
  await notePayments(scope, 'jaikan', facts ? [facts] : []);
  await book(scope);
  expect(await balances(scope, '2025')).toEqual({ '467': -213, '6278': 213 });
  await open(scope);
  const other = movementOf(paidOn('2026-09-03', 5));
  await bookPayout(scope, 'jp_1', [...lines, back, other], {
    arrivalOn: day('2026-09-05'),
    now: september,
  });
  expect(await balances(scope, '2026')).toMatchObject({
    '512': 11_574,
    '6278': 213,
    '7080': -12_000,
  });
  expect((await balances(scope, '2026'))['467']).toBeUndefined();
});

test('a payment without a collecte is left out and counted', async () => {
  const { scope } = await coopWithAugust(1);
  const lost = factsOfMovement(movementOf({ ...paidOn('2026-08-30', 8), campaign: 'Inconnue' }));
  await notePayments(scope, 'jaikan', lost ? [lost] : []);
  expect(await book(scope)).toMatchObject({ value: { movementCount: 1, leftOutCount: 1 } });
});

test('refused before the last day of the year', async () => {
  const { scope } = await coopWithAugust(1);
  expect(await book(scope, '2026-08-30T09:00:00.000Z')).toMatchObject({
    rejection: 'date_in_future',
  });
});

test('YEAR-2: the year opens with the advances and the waiting payouts of the one before', async () => {
  const { scope } = await coopWithAugust(1);
  await book(scope);
  await open(scope, 5_000);
  expect(await balances(scope, '2026')).toEqual({ '110': -16_787, '467': 11_787, '512': 5_000 });
  expect(newFiscalYear('2026').startOn).toBe('2026-09-01');
});

test('A90: booked while the next year opens, it is brought forward once', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { scope } = await coopWithAugust();
    await Promise.all([
      runAgainIfStale(() => book(scope)),
      runAgainIfStale(() => open(scope, 100)),
    ]);
    expect(await balances(scope, '2025')).toEqual({ '467': 23_574, '6278': 426, '7080': -24_000 });
    expect(await balances(scope, '2026')).toEqual({ '110': -23_674, '467': 23_574, '512': 100 });
  }
});
