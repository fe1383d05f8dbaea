import { expect, test } from 'vitest';
import { maxCents } from '#shared/domain/money.ts';
import { fieldsOf, notKeeping, notRefusing } from '#test/support/every-field.ts';

const amounts = fieldsOf('amount');
const ofAtLeast = (min: number) => amounts.filter(({ field }) => field.min >= min);
const ofAtMost = (min: number) => amounts.filter(({ field }) => field.min <= min);

test.each<[string, unknown]>([
  ['B-001', ''],
  ['B-002', ' '],
  ['B-008', 0.005],
  ['B-009', 0.001],
  ['B-010', '1,234'],
  ['B-011', '1.234,56'],
  ['B-012', '1,234.56'],
  ['B-013', '12,345'],
  ['B-014', '1e3'],
  ['B-015', '0x1F'],
  ['B-016', Infinity],
  ['B-017', NaN],
  ['B-018', true],
  ['B-019', [12]],
  ['B-020', { valueOf: 1 }],
  ['B-021', '12'],
  ['B-022', JSON.parse('9007199254740993')],
  ['B-023', 999_999_999_999_999],
  ['B-024', '9'.repeat(40)],
  ['B-024', JSON.parse('9'.repeat(40))],
  ['B-025', '١٢٣'],
  ['B-026', '１２'],
  ['B-027', '12 €'],
  ['B-028', '€ 12'],
  ['B-029', '12 $'],
  ['B-030', '1\u202F234,56'],
  ['B-031', '\u22123'],
  ['B-032', '1/2'],
  ['B-033', '=1+1'],
  ['B-034', '12,5,0'],
  ['B-035', 0.1 + 0.2],
  ['B-036', 19.99 * 100],
])('%s: the amount %j is refused by every field of cents', (_, written) => {
  expect(notRefusing(amounts, written)).toEqual([]);
});

test('B-005: zero is refused where it means nothing', () => {
  expect(notRefusing(ofAtLeast(1), 0)).toEqual([]);
  expect(notKeeping(ofAtMost(0), 0, 0)).toEqual([]);
});

test('B-006: minus zero is zero', () => {
  expect(notRefusing(ofAtLeast(1), -0)).toEqual([]);
  expect(notKeeping(ofAtMost(0), -0, 0)).toEqual([]);
});

test('B-007: less than nothing is refused but where money may be owed', () => {
  expect(notRefusing(ofAtLeast(0), -5)).toEqual([]);
  expect(notKeeping(ofAtMost(-5), -5, -5)).toEqual([]);
});

test('both bounds are accepted, one cent beyond is refused', () => {
  expect(notKeeping(amounts, maxCents, maxCents)).toEqual([]);
  expect(notRefusing(amounts, maxCents + 1)).toEqual([]);
  expect(notKeeping(ofAtLeast(1), 1, 1)).toEqual([]);
  expect(notKeeping(ofAtMost(-1), -maxCents, -maxCents)).toEqual([]);
  expect(notRefusing(amounts, -maxCents - 1)).toEqual([]);
});
