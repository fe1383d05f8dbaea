import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { cents } from '#shared/domain/money.ts';
import { tasksOf, type HomeFacts } from '#shared/domain/reports/home-tasks.ts';

const year = newFiscalYear('2025');
const quiet: HomeFacts = {
  today: day('2026-03-16'),
  currentYearId: '2025',
  years: [year],
  crfDueMonthDay: '09-30',
  returnedYearIds: [],
  draftCount: 0,
  unmatchedLineCount: 0,
  bankAccounts: [],
  offlinePayments: [],
  heldPayoutCount: 0,
};

test('nothing waits in a quiet year', () => {
  expect(tasksOf(quiet)).toEqual([]);
});

test('a year that is over waits for its CRF from its last day on, and the next year to be opened', () => {
  expect(tasksOf({ ...quiet, today: day('2026-08-30') })).toEqual([]);
  expect(tasksOf({ ...quiet, today: day('2026-08-31') })).toMatchObject([{ kind: 'prepareCrf' }]);
  expect(tasksOf({ ...quiet, today: day('2026-09-01'), currentYearId: '2026' })).toEqual([
    { kind: 'prepareCrf', count: 1, dueOn: '2026-09-30', targetId: '2025' },
    { kind: 'openYear', count: 1, targetId: '2026' },
  ]);
});

test('a returned CRF comes before everything else', () => {
  const tasks = tasksOf({
    ...quiet,
    today: day('2026-10-12'),
    years: [newFiscalYear('2024'), year, newFiscalYear('2026')],
    currentYearId: '2026',
    returnedYearIds: ['2025'],
    draftCount: 2,
  });
  expect(tasks.map(({ kind, targetId }) => [kind, targetId])).toEqual([
    ['correctCrf', '2025'],
    ['prepareCrf', '2024'],
    ['postDrafts', undefined],
  ]);
});

test('a closed year asks for nothing', () => {
  const closed = { ...year, status: 'closed' as const, balanceCents: { '541': cents(100) } };
  expect(tasksOf({ ...quiet, today: day('2026-08-31'), years: [closed] })).toEqual([]);
});

test('a statement is old after 45 days, and missing when there never was one', () => {
  const last = (lastStatementOn: string) =>
    tasksOf({ ...quiet, bankAccounts: [{ id: 'a', lastStatementOn: day(lastStatementOn) }] });
  expect(last('2026-01-30')).toEqual([]);
  expect(last('2026-01-29')).toEqual([{ kind: 'importStatement', count: 1, targetId: 'a' }]);
  expect(tasksOf({ ...quiet, bankAccounts: [{ id: 'a' }] })).toHaveLength(1);
});

test('cheques and cash noted wait to be deposited, with their sum', () => {
  const payment = { collectionId: 'trip', amountCents: cents(4_500) };
  expect(tasksOf({ ...quiet, offlinePayments: [payment, payment] })).toEqual([
    { kind: 'depositPayments', count: 2, amountCents: 9_000, targetId: 'trip' },
  ]);
});

test('class advances are asked back from 1 June on', () => {
  const lent = { ...year, balanceCents: { '541': cents(15_000) } };
  const on = (today: string) => tasksOf({ ...quiet, today: day(today), years: [lent] });
  expect(on('2026-05-31')).toEqual([]);
  expect(on('2026-06-01')).toEqual([{ kind: 'settleAdvances', count: 1, amountCents: 15_000 }]);
});

test('drafts, unmatched lines and held payouts are counted', () => {
  expect(tasksOf({ ...quiet, draftCount: 1, unmatchedLineCount: 2, heldPayoutCount: 3 })).toEqual([
    { kind: 'heldPayouts', count: 3 },
    { kind: 'postDrafts', count: 1 },
    { kind: 'matchLines', count: 2 },
  ]);
});
