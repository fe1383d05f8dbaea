import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import { notePayments } from '#functions/payments/events/note-payments.ts';
import { findPlatformPayments } from '#functions/stores/platform-payments.ts';
import { newCoop } from '#test/support/calls.ts';

const heardOn = day('2026-03-03');
const paid: PaymentFacts = {
  paymentId: '700001',
  heardOn,
  charge: { grossCents: cents(4_500), paidOn: heardOn },
  payoutId: 'date-2026-03-16',
};

test('a refund is noted though the payment is told in another payout than the one it is known in', async () => {
  const scope = await newCoop();
  await notePayments(scope, 'helloasso', [paid]);
  const facts = { ...paid, payoutId: '3591', refundedAtLeastCents: cents(1_500) };
  expect(await notePayments(scope, 'helloasso', [facts])).toMatchObject({
    refusal: 'in_another_payout',
  });
  expect(await findPlatformPayments(scope, 'helloasso', ['700001'])).toMatchObject([
    { payoutId: 'date-2026-03-16', refundedAtLeastCents: 1_500 },
  ]);
});
