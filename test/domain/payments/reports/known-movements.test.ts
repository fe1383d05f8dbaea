import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import type { Movement } from '#shared/domain/payments/movement.ts';
import type { PlatformPayment } from '#shared/domain/payments/platform-payment.ts';
import { asKnown } from '#shared/domain/payments/reports/known-movements.ts';

const known = (id: string, reference: string): PlatformPayment => ({
  provider: 'payzen',
  id,
  familyReference: reference,
  charge: { grossCents: cents(3_000), paidOn: day('2026-03-10') },
  heardOn: day('2026-03-10'),
  failed: false,
  refunds: {},
  refundedAtLeastCents: cents(0),
  disputes: {},
  version: 1,
});

const charge = (paymentId: string, familyReference: string): Movement => ({
  movementId: paymentId,
  kind: 'charge',
  paymentId,
  familyReference,
  grossCents: cents(3_000),
  feeCents: cents(30),
  netCents: cents(2_970),
  paidAt: '2026-03-10T11:00:00.000Z',
});

test('a payment of a journal is met by its family, its amount and its day', () => {
  const met = asKnown([charge('jrb.1', 'A'), charge('jrb.2', 'B')], [known('uuid-a', 'A')]);
  expect(met.map(({ paymentId }) => paymentId)).toEqual(['uuid-a', 'jrb.2']);
});

test('two payments of one family are never met by one', () => {
  const met = asKnown([charge('jrb.1', 'A'), charge('jrb.2', 'A')], [known('uuid-a', 'A')]);
  expect(met.map(({ paymentId }) => paymentId)).toEqual(['uuid-a', 'jrb.2']);
});

test('the id that a platform gives is never replaced by that of another payment', () => {
  expect(asKnown([charge('700001', 'A')], [known('uuid-a', 'A')])[0]?.paymentId).toBe('700001');
});

test('a refund that was told already keeps its id: it counts once', () => {
  const told = { ...known('uuid-a', 'A'), refunds: { re_1: cents(1_000) } };
  const refund: Movement = {
    ...charge('jrb.3', 'A'),
    kind: 'refund',
    grossCents: cents(-1_000),
    feeCents: cents(0),
    netCents: cents(-1_000),
  };
  expect(asKnown([refund], [told])[0]).toMatchObject({ paymentId: 'uuid-a', movementId: 're_1' });
});

test('what a platform names is never another refund of the same amount', () => {
  const told = { ...known('pi_1', 'A'), refunds: { txn_1: cents(1_000) } };
  const refund: Movement = {
    ...charge('pi_1', 'A'),
    movementId: 'txn_2',
    kind: 'refund',
    grossCents: cents(-1_000),
  };
  expect(asKnown([refund], [told])[0]).toMatchObject({ movementId: 'txn_2' });
});

test('a refund that a file told first keeps the name of the file, whatever the message names it', () => {
  const fileName = 'refund.pi_1.2026-03-12';
  const refund: Movement = {
    ...charge('pi_1', 'A'),
    movementId: 'txn_1',
    kind: 'refund',
    grossCents: cents(-1_000),
  };
  for (const refunds of [
    { [fileName]: cents(1_000) },
    { [fileName]: cents(1_000), txn_1: cents(1_000) },
  ])
    expect(asKnown([refund], [{ ...known('pi_1', 'A'), refunds }])[0]).toMatchObject({
      movementId: fileName,
    });
});

test('a row that is known is itself, beside another of the same family, amount and day', () => {
  const rows = [known('row.1', 'A'), known('row.2', 'A')];
  expect(asKnown([charge('row.2', 'A')], rows)[0]?.paymentId).toBe('row.2');
  expect(asKnown([charge('row.3', 'A')], rows)[0]?.paymentId).toBe('row.3');
});
