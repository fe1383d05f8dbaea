import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import {
  previewStatementEndpoint,
  importStatementEndpoint,
} from '#shared/contract/bank/statement.ts';
import { importStatement } from '#functions/bank/import-statement.ts';
import { previewStatement } from '#functions/bank/preview-statement.ts';
import { listStatementLines } from '#functions/stores/statements.ts';
import { callOf } from '#test/support/calls.ts';
import { cfonbOf } from '#test/support/statements.ts';
import { importText, newBank, reconciliation } from './bank-calls.ts';

type Bank = Awaited<ReturnType<typeof newBank>>;

const unknownTable = (month: string, ...rows: readonly string[]) =>
  ['Jour;Quoi;Sortie;Entree', ...rows.map((row) => row.replaceAll('MM', month))].join('\r\n');
const march = unknownTable('03', '02/MM/2026;LIBRAIRIE;12,50;', '20/MM/2026;VIR MARTIN;;30,00');
const april = unknownTable('04', '04/MM/2026;PAPETERIE;7,00;', '21/MM/2026;VIR DURAND;;5,00');
const told = { columns: 'date,label,debit,credit', decimal: 'comma', dateOrder: 'dmy' } as const;

const preview = async ({ scope, bankAccountId }: Bank, text: string, query: object = {}) => {
  const answer = await previewStatement(
    callOf(previewStatementEndpoint, {
      scope,
      params: { coopId: scope.coopId, bankAccountId },
      query: previewStatementEndpoint.query.parse(query),
      bytes: new TextEncoder().encode(text),
    }),
  );
  if (!answer.ok) throw new Error(answer.rejection);
  return previewStatementEndpoint.response.parse(answer.value);
};

const linesOf = async ({ scope, bankAccountId }: Bank) =>
  (await listStatementLines(scope, bankAccountId)).map(({ label, amountCents }) => [
    label,
    amountCents,
  ]);

test('B-120: a table of an unknown bank is shown with a guess, and nothing is kept', async () => {
  const bank = await newBank();
  expect(await importText(bank, march)).toMatchObject({ rejection: 'statement_needs_columns' });
  expect(await preview(bank, march)).toMatchObject({
    table: {
      header: ['Jour', 'Quoi', 'Sortie', 'Entree'],
      columns: ['date', 'label', 'debit', 'credit'],
      remembered: false,
    },
    refusal: { code: 'statement_needs_columns' },
  });
  expect(await preview(bank, march, told)).toMatchObject({
    read: {
      lineCount: 2,
      totalCents: 1_750,
      from: '2026-03-02',
      to: '2026-03-20',
      lines: [{ label: 'LIBRAIRIE', amountCents: -1_250 }, { amountCents: 3_000 }],
    },
  });
  expect(await linesOf(bank)).toEqual([]);
});

test('B-120: once told, the file of the next month goes straight through', async () => {
  const bank = await newBank();
  expect(await importText(bank, march, told)).toMatchObject({ ok: true });
  expect(await importText(bank, april)).toMatchObject({ ok: true });
  expect(await linesOf(bank)).toEqual([
    ['LIBRAIRIE', -1_250],
    ['VIR MARTIN', 3_000],
    ['PAPETERIE', -700],
    ['VIR DURAND', 500],
  ]);
  expect(await preview(bank, april)).toMatchObject({ table: { remembered: true } });
});

test('B-120: what one cooperative told is not what another did', async () => {
  await importText(await newBank(), march, told);
  expect(await importText(await newBank(), march)).toMatchObject({
    rejection: 'statement_needs_columns',
  });
});

test('B-120: dates that can be read two ways are read as told, month first', async () => {
  const bank = await newBank();
  const file = unknownTable('03', 'MM/04/2026;PAPETERIE;7,00;', 'MM/05/2026;LIVRES;1,00;');
  expect(await importText(bank, file, { columns: told.columns })).toMatchObject({
    rejection: 'statement_needs_date_order',
  });
  await importText(bank, file, { ...told, dateOrder: 'mdy' });
  expect((await reconciliation(bank)).lines.map(({ date }) => date).toSorted()).toEqual([
    '2026-03-04',
    '2026-03-05',
  ]);
});

test('B-120: debits written without a minus are turned over when a person says so', async () => {
  const bank = await newBank();
  const file = 'Jour;Quoi;Combien\r\n15/03/2026;LIVRES;7,00\r\n20/03/2026;REMBOURSEMENT;-2,00';
  await importText(bank, file, { columns: 'date,label,amount', flipSigns: 'yes' });
  expect(await linesOf(bank)).toEqual([
    ['LIVRES', -700],
    ['REMBOURSEMENT', 200],
  ]);
});

const other = (label: string) =>
  cfonbOf({
    from: '2026-03-01',
    to: '2026-03-31',
    openingCents: 100_000,
    operations: [{ date: '2026-03-20', cents: 3_000, label, code: '05' }],
  });

test('INV-62: what another format probably brought is shown beside it, and left out', async () => {
  const bank = await newBank();
  await importText(bank, march, told);
  const answer = await importText(bank, other('REMISE'));
  expect(answer).toMatchObject({
    value: {
      statements: [{ newLineCount: 0 }],
      probableTwins: [{ line: { label: 'REMISE' }, known: { label: 'VIR MARTIN' } }],
    },
  });
  expect(await linesOf(bank)).toHaveLength(2);
});

test('INV-62: a person may say that they are others, once', async () => {
  const bank = await newBank();
  await importText(bank, march, told);
  await importText(bank, other('REMISE'));
  for (const _ of [1, 2])
    expect(await importText(bank, other('REMISE'), { keepProbable: 'yes' })).toMatchObject({
      ok: true,
      value: { probableTwins: [] },
    });
  expect(await linesOf(bank)).toHaveLength(3);
});

test('INV-62: what nobody answered is asked again by the same file, until it is kept', async () => {
  const bank = await newBank();
  await importText(bank, march, told);
  await importText(bank, other('REMISE'));
  expect(await importText(bank, other('REMISE'))).toMatchObject({
    value: { alreadyImported: true, probableTwins: [{ line: { label: 'REMISE' } }] },
  });
  expect(await linesOf(bank)).toHaveLength(2);
  await importText(bank, other('REMISE'), { keepProbable: 'yes' });
  expect(await importText(bank, other('REMISE'))).toMatchObject({
    value: { alreadyImported: true, probableTwins: [] },
  });
  expect(await linesOf(bank)).toHaveLength(3);
});

test('INV-62: a word in common is enough to know a line again', async () => {
  const bank = await newBank();
  await importText(bank, march, told);
  expect(await importText(bank, other('VIREMENT MARTIN'))).toMatchObject({
    value: { probableTwins: [], statements: [{ knownLineCount: 1 }] },
  });
});

test('B-128: a file whose balances do not follow is refused, and the gap is told', async () => {
  const bank = await newBank();
  const file = cfonbOf({
    from: '2026-03-01',
    to: '2026-03-31',
    openingCents: 100_000,
    closingCents: 98_750,
    operations: [],
  });
  expect(await importText(bank, file)).toEqual({
    ok: false,
    rejection: 'statement_balance_gap',
    field: 'gap-1250',
  });
});

test('INV-62: a month between two statements is told by their balances', async () => {
  const bank = await newBank();
  const month = (from: string, to: string, openingCents: number) =>
    cfonbOf({ from, to, openingCents, operations: [] });
  await importText(bank, month('2026-01-01', '2026-01-31', 100_000));
  await importText(bank, month('2026-03-01', '2026-03-31', 90_000));
  expect(await reconciliation(bank)).toMatchObject({
    missingPeriods: [{ from: '2026-02-01', to: '2026-02-28', missingCents: -10_000 }],
  });
});

test('B-129: a ZIP of two statements brings the lines of both, each once', async () => {
  const bank = await newBank();
  const bytes = zipSync({
    'mars.csv': new TextEncoder().encode(march),
    'avril.csv': new TextEncoder().encode(april),
    'mars-encore.csv': new TextEncoder().encode(march),
  });
  const answer = await importStatement(
    callOf(importStatementEndpoint, {
      scope: bank.scope,
      params: { coopId: bank.scope.coopId, bankAccountId: bank.bankAccountId },
      query: told,
      bytes,
    }),
  );
  expect(answer).toMatchObject({ ok: true });
  expect(await linesOf(bank)).toHaveLength(4);
});
