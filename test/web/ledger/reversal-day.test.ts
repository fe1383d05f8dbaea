import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { reversalDay } from '#web/features/ledger/writing/reversal-day.ts';

const year = newFiscalYear('2025');

test.each(['2025-09-01', '2026-03-12', '2026-08-31'])('within its year, today: %s', (today) => {
  expect(reversalDay(year, day(today))).toBe(today);
});

test('once its year is over and still open, its last day', () => {
  expect(reversalDay(year, day('2026-09-01'))).toBe('2026-08-31');
});

test('once its year is closed, today', () => {
  expect(reversalDay({ ...year, status: 'closed' }, day('2026-11-02'))).toBe('2026-11-02');
});
