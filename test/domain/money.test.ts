import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cents,
  formatAmountField,
  formatCents,
  maxCents,
  parseAmount,
  sumCents,
} from '#shared/domain/money.ts';

const amounts = fc.integer({ min: -maxCents, max: maxCents }).map(cents);

test.each<[string, string, number]>([
  ['decimals', '1234,5', 123_450],
  ['decimals', '1234.50', 123_450],
  ['one cent', '0,01', 1],
  ['a plus', '+12', 1_200],
  ['B-006', '-0', 0],
  ['B-027', '12 €', 1_200],
  ['B-027', '12\u202F€', 1_200],
  ['B-028', '€ 12', 1_200],
  ['B-028', '€12', 1_200],
  ['B-030', '1 234,56', 123_456],
  ['B-030', '1\u00A0234,56', 123_456],
  ['B-030', '1\u202F234,56', 123_456],
  ['B-030', '1\u2009234,56', 123_456],
  ['B-031', '\u22123', -300],
  ['B-031', '\u2212€3', -300],
])('%s: reads %j as %d cents', (_, text, value) => {
  expect(parseAmount(text)).toEqual({ ok: true, value });
});

test.each<[string, string]>([
  ['B-001', ''],
  ['B-002', ' '],
  ['B-008', '0,005'],
  ['B-009', '0,001'],
  ['B-010', '1,234'],
  ['B-011', '1.234,56'],
  ['B-012', '1,234.56'],
  ['B-013', '12,345'],
  ['B-014', '1e3'],
  ['B-015', '0x1F'],
  ['B-016', 'Infinity'],
  ['B-017', 'NaN'],
  ['B-018', 'true'],
  ['B-023', '999999999999999'],
  ['B-024', '9'.repeat(40)],
  ['B-025', '١٢٣'],
  ['B-026', '１２'],
  ['B-029', '12 $'],
  ['B-029', '$12'],
  ['B-031', '3\u2212'],
  ['B-032', '1/2'],
  ['B-033', '=1+1'],
  ['B-034', '12,5,0'],
  ['no decimals', '12,'],
  ['no euros', ',5'],
  ['groups of two', '1 23,45'],
  ['two signs', '--5'],
  ['two signs', '12€€'],
  ['a letter', 'é'],
])('%s: refuses %j', (_, text) => {
  expect(parseAmount(text)).toEqual({ ok: false, rejection: 'amount_unreadable' });
});

test('formatting then reading an amount gives it back', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(parseAmount(formatCents(amount))).toEqual({ ok: true, value: amount });
      expect(parseAmount(formatAmountField(amount))).toEqual({ ok: true, value: amount });
    }),
  );
});

test('never shows a negative zero', () => {
  expect(formatCents(cents(-0))).toBe(formatCents(cents(0)));
  expect(Object.is(cents(-0), 0)).toBe(true);
  expect(Object.is(sumCents([cents(5), cents(-5)]), 0)).toBe(true);
});

test.each([0.1 + 0.2, 19.99 * 100, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
  'takes %d for a defect',
  (value) => {
    expect(() => cents(value)).toThrow(RangeError);
  },
);

test('B-074: reads fifty thousand signs at once as fast as one', () => {
  expect(parseAmount(`${'1 '.repeat(50_000)}!`).ok).toBe(false);
});
