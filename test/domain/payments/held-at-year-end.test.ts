import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { heldAtYearEnd } from '#shared/domain/payments/held-at-year-end.ts';
import type { Movement } from '#shared/domain/payments/movement.ts';
import type { PlatformPayment } from '#shared/domain/payments/platform-payment.ts';

const byFile = 'refund.pi_1.2026-08-20';

/** Paid in August, a part given back, which a file told and a message told under its own name. */
const payment: PlatformPayment = {
  provider: 'stripe',
  id: 'pi_1',
  charge: { grossCents: cents(4_500), paidOn: day('2026-08-10') },
  heardOn: day('2026-08-10'),
  failed: false,
  refunds: { re_1: cents(1_000), [byFile]: cents(1_000) },
  refundedAtLeastCents: cents(0),
  disputes: {},
  backOn: { re_1: day('2026-09-02'), [byFile]: day('2026-08-20') },
  version: 1,
};

const lineOf = (kind: Movement['kind'], movementId: string, grossCents: number): Movement => ({
  movementId,
  kind,
  paymentId: 'pi_1',
  grossCents: cents(grossCents),
  feeCents: cents(0),
  netCents: cents(grossCents),
  paidAt: '2026-08-20T10:00:00.000Z',
});

const heldWith = (...lines: readonly Movement[]) =>
  heldAtYearEnd(
    { endOn: day('2026-08-31') },
    [payment],
    [
      {
        provider: 'stripe',
        arrivalOn: day('2026-08-25'),
        isSettled: true,
        isBooked: true,
        lines,
      },
    ],
    [],
  ).waiting.map(({ kind, grossCents }) => [kind, grossCents]);

test('a refund told by a file and by a message is held once', () => {
  expect(heldWith()).toEqual([
    ['charge', 4_500],
    ['refund', -1_000],
  ]);
});

test.each([byFile, 're_1'])('paid out under one of its names, %s, it is not held', (name) => {
  const lines = [lineOf('charge', 'charge.pi_1', 4_500), lineOf('refund', name, -1_000)];
  expect(heldWith(...lines)).toEqual([]);
});
