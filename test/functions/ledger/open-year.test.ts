import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { openYearEndpoint } from '#shared/contract/ledger/open-year.ts';
import { cents } from '#shared/domain/money.ts';
import { openYear } from '#functions/ledger/open-year.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findYear } from '#functions/stores/years.ts';
import { callOf, newCoop } from '#test/support/calls.ts';

const open = (
  scope: CoopScope,
  body = { id: ulid(), bankCents: cents(123_456), postalCents: cents(0), cashCents: cents(2_000) },
  yearId = '2024',
) => openYear(callOf(openYearEndpoint, { scope, params: { coopId: scope.coopId, yearId }, body }));

test('the year starts with what bank and cash held', async () => {
  const scope = await newCoop();
  expect(await open(scope)).toMatchObject({
    ok: true,
    value: { kind: 'opening', number: 1, entryDate: '2024-09-01' },
  });
  expect(await findYear(scope, '2024')).toMatchObject({
    balanceCents: { '512': 123_456, '530': 2_000, '110': -125_456 },
  });
});

test('each bank account starts with what it held', async () => {
  const scope = await newCoop();
  const held = { bankCents: cents(100), postalCents: cents(80_000), cashCents: cents(0) };
  await open(scope, { id: ulid(), ...held });
  expect(await findYear(scope, '2024')).toMatchObject({
    balanceCents: { '512': 100, '514': 80_000, '110': -80_100 },
  });
});

test('an overdrawn bank opens on the other side', async () => {
  const scope = await newCoop();
  await open(scope, {
    id: ulid(),
    bankCents: cents(-500),
    postalCents: cents(0),
    cashCents: cents(0),
  });
  expect(await findYear(scope, '2024')).toMatchObject({
    balanceCents: { '512': -500, '110': 500 },
  });
});

test('answers a retry as at first; another opening is refused', async () => {
  const scope = await newCoop();
  const body = { id: ulid(), bankCents: cents(100), postalCents: cents(40), cashCents: cents(0) };
  const first = await open(scope, body);
  expect(await open(scope, body)).toEqual(first);
  expect(await open(scope, { ...body, bankCents: cents(101) })).toMatchObject({
    rejection: 'fiscal_year_already_open',
  });
  expect(await open(scope, { ...body, postalCents: cents(41) })).toMatchObject({
    rejection: 'fiscal_year_already_open',
  });
  expect(await open(scope)).toMatchObject({ rejection: 'fiscal_year_already_open' });
});

test('a year of the future cannot be opened', async () => {
  expect(await open(await newCoop(), undefined, '2026')).toMatchObject({
    rejection: 'date_in_future',
  });
});

test('a year that was opened empty takes its opening later', async () => {
  const scope = await newCoop();
  expect(await open(scope, undefined, '2025')).toMatchObject({ ok: true, value: { number: 1 } });
});
