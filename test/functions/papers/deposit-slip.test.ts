import { expect, test } from 'vitest';
import { cents } from '#shared/domain/money.ts';
import { printDepositSlip } from '#functions/papers/deposit-slip.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { slipOf } from './samples.ts';

test('lists the cheques with their numbers, how many and how much', async () => {
  const { pages } = await readPdf(await printDepositSlip(slipOf('cheque', 12)));
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Bordereau de remise de chèques');
  for (const { chequeNumber } of slipOf('cheque', 12).lines)
    expect(pages[0]).toContain(chequeNumber);
  expect(pages[0]).toContain('Total · 12 chèques');
  expect(pages[0]).toContain('540,00 €');
});

test('says nothing of cheques on a statement of cash', async () => {
  const { pages } = await readPdf(await printDepositSlip(slipOf('cash', 1)));
  expect(pages[0]).toContain('État des espèces encaissées');
  expect(pages[0]).toContain('Total · 1 versement ');
  expect(pages[0]).not.toContain('chèque');
});

test('goes on over the pages, its header repeated', async () => {
  const { pages } = await readPdf(await printDepositSlip(slipOf('cheque', 120)));
  expect(pages.length).toBeGreaterThanOrEqual(3);
  for (const page of pages.slice(0, 3)) expect(page).toContain('N° de chèque');
});

test('gives the same bytes for the same slip', async () => {
  expect(await printDepositSlip(slipOf('cash', 5))).toEqual(
    await printDepositSlip(slipOf('cash', 5)),
  );
});

test('refuses to print a slip that does not add up', () => {
  expect(() => printDepositSlip({ ...slipOf('cash', 2), totalCents: cents(1) })).toThrow(
    RangeError,
  );
});
