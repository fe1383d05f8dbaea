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

test.each<[string, number]>([
  ['1234,5', 123_450],
  ['1234.50', 123_450],
  ['1 234,50', 123_450],
  ['1\u202f234,56', 123_456],
  ['1\u00a0234,56', 123_456],
  ['1\u2009234,56', 123_456],
  ['12 €', 1_200],
  ['€12', 1_200],
  ['€ 12', 1_200],
  ['+12', 1_200],
  ['\u22123', -300],
  ['-0', 0],
  ['0,01', 1],
])('reads %j as %d cents', (text, value) => {
  expect(parseAmount(text)).toEqual({ ok: true, value });
});

// B-001…B-036 of the list of bad amounts, as they reach a form field.
test.each([
  '',
  ' ',
  '0,005',
  '0,001',
  '1,234',
  '1.234,56',
  '1,234.56',
  '12,345',
  '1e3',
  '0x1F',
  'Infinity',
  'NaN',
  '9'.repeat(40),
  '١٢٣',
  '１２',
  '12 $',
  '1/2',
  '=1+1',
  '12,5,0',
  '12,',
  ',5',
  '1 23,45',
  '--5',
  '12€€',
  'é',
])('refuses %j', (text) => {
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

test('reads fifty thousand signs at once as fast as one', () => {
  expect(parseAmount(`${'1 '.repeat(50_000)}!`).ok).toBe(false);
});
