import { expect, test } from 'vitest';
import { consolidationRowOf } from '#shared/domain/headoffice/consolidation-row.ts';
import { cents } from '#shared/domain/money.ts';
import { crfWith } from '../reports/evidence.ts';

const coop = { number: '06-0001', name: 'Coopérative des Tilleuls', city: 'Nice' };
const frozen = {
  submittedAt: '2026-09-15T18:00:00.000Z',
  snapshot: crfWith({
    '110': cents(-900),
    '512': cents(600),
    '514': cents(50),
    '530': cents(750),
    '6180': cents(100),
    '7080': cents(-600),
  }),
};

test('takes every amount from the frozen CRF', () => {
  const row = consolidationRowOf('2025', { ...coop, crfStatus: 'accepted' }, frozen);
  expect(row).toMatchObject({
    status: 'accepted',
    coop: { schoolName: 'École des Tilleuls' },
    totals: {
      expensesCents: 100,
      incomesCents: 600,
      resultCents: 500,
      bankCents: 650,
      cashCents: 750,
      carriedForwardCents: 900,
    },
  });
  expect(row.lines).toContainEqual({
    kind: 'income',
    line: '708',
    label: 'Produits des activités éducatives',
    amountCents: 600,
  });
});

test('a cooperative without a valid CRF is a line without amounts, never zeros', () => {
  const missing = consolidationRowOf('2025', { ...coop, crfStatus: 'none' });
  const returned = consolidationRowOf('2025', { ...coop, crfStatus: 'returned' }, frozen);
  expect(missing).toMatchObject({ status: 'missing', lines: [] });
  expect(returned).toMatchObject({ status: 'returned', lines: [] });
  expect(missing.totals).toBeUndefined();
  expect(returned.totals).toBeUndefined();
});
