import { expect, test } from 'vitest';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { commit } from '#functions/stores/table.ts';
import { openYear } from '#functions/stores/years.ts';
import { newCoop } from '#test/support/calls.ts';
import { posted } from '#test/support/entries.ts';
import { coopReadyToFile, coopWithBooks, fill, find } from './books.ts';

test('gives the report of the year as it stands, its day and its controls', async () => {
  const scope = await coopReadyToFile();
  expect(await find(scope)).toMatchObject({
    ok: true,
    value: {
      status: 'draft',
      dueOn: '2026-09-30',
      snapshot: {
        yearId: '2025',
        totalExpensesCents: 1_850,
        totalIncomesCents: 5_000,
        resultCents: 3_150,
        cashCount: { countedCents: 5_000, ledgerCents: 5_000 },
        reconciliation: { statementCents: 0, ledgerCents: -1_850, gapCents: 0 },
        entryCount: 2,
        withoutVoucherCount: 1,
      },
      quitus: [],
    },
  });
});

test('says what blocks the filing', async () => {
  const scope = await coopWithBooks();
  const answer = await find(scope);
  const blocking = answer.ok
    ? answer.value.controls.filter(({ level }) => level === 'blocking').map(({ code }) => code)
    : [];
  expect(blocking).toEqual(['bank_reconciled', 'cash_counted']);
});

test('a cheque of the year before still counts as not yet debited', async () => {
  const scope = await coopReadyToFile();
  await commit([openYear(scope, newFiscalYear('2024'))]);
  await posted(scope, { paymentMeans: 'cheque', chequeNumber: '77', entryDate: '2025-08-25' });
  expect(await find(scope)).toMatchObject({
    value: {
      snapshot: {
        entryCount: 2,
        reconciliation: { notYetDebited: [{ chequeNumber: '77' }, { number: 2 }] },
      },
    },
  });
});

test('a year that the cooperative does not have is not found', async () => {
  expect(await find(await newCoop(), '2019')).toEqual({ ok: false, rejection: 'not_found' });
});

test('refuses a cash count that names a coin twice', async () => {
  const row = { denominationCents: 100, count: 1 };
  expect(await fill(await newCoop(), { cashCount: [row, row] })).toMatchObject({
    rejection: 'input_invalid',
    field: 'cashCount',
  });
});
