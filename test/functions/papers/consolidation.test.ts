import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { ConsolidationRow } from '#shared/domain/documents/consolidation.ts';
import { cents } from '#shared/domain/money.ts';
import { printConsolidationCsv, printConsolidationXlsx } from '#functions/papers/consolidation.ts';

const filed: ConsolidationRow = {
  coop: { number: '06-0001', name: 'Les Tilleuls', schoolName: 'École « A ; B »', city: 'Nice' },
  yearId: '2025',
  status: 'submitted',
  submittedAt: '2026-09-24T22:30:00.000Z',
  totals: {
    expensesCents: cents(123_456),
    incomesCents: cents(100_000),
    resultCents: cents(-23_456),
    bankCents: cents(312_410),
    cashCents: cents(8_442),
    carriedForwardCents: cents(344_308),
  },
  lines: [
    { kind: 'income', line: '74', label: 'Subventions', amountCents: cents(100_000) },
    { kind: 'expense', line: '618', label: 'Activités', amountCents: cents(123_456) },
  ],
};

const missing: ConsolidationRow = {
  coop: { number: '06-0002', name: ' =HYPERLINK("x")', schoolName: '+33', city: '@Nice' },
  yearId: '2025',
  status: 'missing',
  lines: [],
};

const csv = (rows: readonly ConsolidationRow[]): readonly string[] =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(printConsolidationCsv(rows)).split('\r\n');

test('writes the CSV a French spreadsheet opens: BOM, semicolons, decimal commas', () => {
  const [head, first] = csv([filed]);
  expect(head).toMatch(/^\uFEFFN° de coopérative;Coopérative;École;/u);
  expect(head).toContain('618 Activités;74 Subventions');
  expect(first).toBe(
    '06-0001;Les Tilleuls;"École « A ; B »";Nice;2025-2026;Déposé;25/09/2026;' +
      '1234,56;1000,00;-234,56;3124,10;84,42;3443,08;1234,56;1000,00',
  );
});

test('makes text that starts like a formula inert, and leaves negative numbers as numbers', () => {
  const [, first, second] = csv([filed, missing]);
  expect(first).toContain(';-234,56;');
  expect(second).toContain(`"' =HYPERLINK(""x"")";'+33;'@Nice`);
});

test('leaves empty, rather than zero, what was never filed', () => {
  expect(csv([filed, missing])[2]).toMatch(/Non commencé;;;;;;;;;$/u);
});

test('writes a workbook of two sheets whose amounts are numbers', async () => {
  const bytes = Buffer.from(await printConsolidationXlsx([filed, missing]));
  const sheets = await readExcelFile(bytes);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Consolidation', 'Lignes du CRF']);
  const [summary, lines] = sheets.map(({ data }) => data);
  expect(summary?.[1]?.slice(7, 10)).toEqual([1234.56, 1000, -234.56]);
  // A cell of text is never run: nothing is added to what people wrote (the reader trims it).
  expect(summary?.[2]?.[1]).toBe('=HYPERLINK("x")');
  expect(summary?.[2]?.[7]).toBeNull();
  expect(summary?.[3]?.[0]).toBe('Total');
  expect(lines?.[0]?.slice(4)).toEqual(['618 Activités', '74 Subventions']);
  expect(lines?.[1]?.slice(4)).toEqual([1234.56, 1000]);
});

test('writes an empty workbook with its headers when no cooperative is there', async () => {
  const [summary] = await readExcelFile(Buffer.from(await printConsolidationXlsx([])));
  expect(summary?.data).toHaveLength(1);
});
