import { expect, test } from 'vitest';
import { maskedFields } from '#shared/domain/payments/masked-message.ts';

test('A109: shows ids, amounts, days and states, and hides whatever else a message says', () => {
  const fields = maskedFields({
    type: 'payment.succeeded',
    data: {
      payment_id: 'pay_1',
      gross_cents: 4_500,
      payer_name: 'Léa Martin',
      id: 'lea.martin@example.test et plus',
      'Léa Martin': true,
      lines: [{ net_cents: 4_400, iban: 'FR7612345' }],
    },
  });
  expect(fields).toEqual([
    { path: 'type', value: 'payment.succeeded' },
    { path: 'data.payment_id', value: 'pay_1' },
    { path: 'data.gross_cents', value: '4500' },
    { path: 'data.payer_name' },
    { path: 'data.id' },
    { path: 'data.…' },
    { path: 'data.lines.0.net_cents', value: '4400' },
    { path: 'data.lines.0.iban' },
  ]);
});

test('A109: a message of any size or depth shows a bounded part', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 50; level += 1) deep = { deep };
  expect(maskedFields(deep)).toEqual([]);
  expect(maskedFields(Array.from({ length: 5_000 }, () => 1))).toHaveLength(400);
});
