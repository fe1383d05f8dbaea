import { expect, test } from 'vitest';
import type { FamilyPayment, PaymentState } from '#shared/domain/collections/family-payment.ts';
import { day, type Day } from '#shared/domain/dates.ts';
import { onReturn, pageStateOf } from '#shared/domain/families/page.ts';
import { cents } from '#shared/domain/money.ts';

const today = day('2026-03-16');
const paid = (state: PaymentState, paidOn: Day = today, means = 'platform' as const) =>
  ({
    id: `${state}-${paidOn}`,
    collectionId: 'c',
    means,
    grossCents: cents(4_500),
    refundedCents: cents(0),
    paidOn,
    state,
  }) satisfies FamilyPayment;

test.each([
  ['open', false, 'open'],
  ['open', true, 'open'],
  ['closed', true, 'ended'],
  ['cancelled', true, 'ended'],
  ['closed', false, 'hidden'],
  ['cancelled', false, 'hidden'],
  ['opening', true, 'hidden'],
] as const)('%s, paid %s: %s', (status, hasPaid, state) => {
  expect(pageStateOf(status, hasPaid)).toBe(state);
});

test.each([
  ['nothing is known', [], 'waiting'],
  ['only announced', [paid('pending')], 'waiting'],
  ['received today', [paid('received')], 'received'],
  ['in the books already', [paid('booked')], 'received'],
  ['received yesterday, before midnight', [paid('received', day('2026-03-15'))], 'received'],
  ['received before: an older payment', [paid('received', day('2026-03-14'))], 'waiting'],
  ['failed', [paid('failed')], 'failed'],
  ['failed, then received', [paid('failed'), paid('received')], 'received'],
] as const)('back from the platform, %s', (_when, payments, kind) => {
  expect(onReturn(payments, today).kind).toBe(kind);
});

test('a cheque noted today is not the payment that was just made online', () => {
  expect(onReturn([{ ...paid('received'), means: 'cheque' }], today)).toEqual({ kind: 'waiting' });
});
