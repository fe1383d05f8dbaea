import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { allowsFiling, controlsOf } from '#shared/domain/reports/crf-controls.ts';
import { busTrip, creditOf, debitOf } from '#test/support/ledger.ts';
import { agreed, evidenceOf, flagsOf, posted, signatures } from './evidence.ts';

const voucher = { attachmentIds: ['photo'] };
const bus = posted(1, voucher);
const waiting = (change: object = {}) => ({
  number: 7,
  entryDate: day('2026-08-20'),
  label: 'Bus',
  amountCents: cents(100),
  ...change,
});

test('finds everything in order in a year where everything is', () => {
  expect(flagsOf(evidenceOf([bus]))).toEqual({});
  expect(allowsFiling(controlsOf(evidenceOf([bus])))).toBe(true);
});

test('lets the CRF be filed from the last day of the year on, not the day before', () => {
  expect(flagsOf(evidenceOf([bus], { today: day('2026-08-31') }))).toEqual({});
  const eve = evidenceOf([bus], { today: day('2026-08-30') });
  expect(flagsOf(eve)).toEqual({ year_ended: 'blocking' });
  expect(allowsFiling(controlsOf(eve))).toBe(false);
});

test('asks for the year before to be closed first', () => {
  expect(flagsOf(evidenceOf([bus], { previousYearIsOpen: true }))).toEqual({
    previous_year_closed: 'blocking',
  });
});

test('a draft left blocks', () => {
  const draft = { ...busTrip, status: 'draft', version: 1, savedAt: '', savedBy: '' } as const;
  expect(flagsOf(evidenceOf([bus, draft]))).toEqual({ drafts_remaining: 'blocking' });
});

const opening = posted(1, { kind: 'opening', lines: [debitOf(900, '512'), creditOf(900, '110')] });
const left = (line: string, amountCents: number) => ({ line, label: '', amountCents });
test.each<[string, ReturnType<typeof left>[] | undefined, object]>([
  ['equal to what was left', [left('512', 900)], {}],
  [
    'one cent beside it',
    [left('512', 900), left('530', 1)],
    { opening_is_previous_closing: 'blocking' },
  ],
  [
    'that puts on one account what another held',
    [left('512', 100), left('514', 800)],
    { opening_is_previous_closing: 'warning' },
  ],
  ['of a year unknown to the portal', undefined, { opening_is_previous_closing: 'warning' }],
])('an opening %s', (_, rows, flags) => {
  const previousAssets = rows?.map((row) => ({ ...row, amountCents: cents(row.amountCents) }));
  expect(flagsOf(evidenceOf([opening], { previousAssets }))).toEqual(flags);
});

test('the table of subsidies repeats what the State and the town paid, to the cent', () => {
  const grant = posted(1, { kind: 'income', lines: [debitOf(500, '512'), creditOf(500, '7410')] });
  const subsidies = [{ payer: 'Ville de Nice', amountCents: cents(500) }];
  expect(flagsOf(evidenceOf([grant]))).toEqual({ subsidies_explained: 'blocking' });
  expect(flagsOf(evidenceOf([grant], {}, { subsidies }))).toEqual({});
});

test('an advance not given back and an expense without a voucher are only warnings', () => {
  const advance = posted(2, { kind: 'transfer', lines: [debitOf(50, '541'), creditOf(50, '512')] });
  expect(flagsOf(evidenceOf([posted(1), advance]))).toEqual({
    advances_settled: 'warning',
    vouchers_joined: 'warning',
  });
});

test.each<[string, Partial<typeof agreed>, object]>([
  ['without a statement', { statementOn: null, statementCents: null, gapCents: null }, {}],
  [
    'without a statement, with money in the books',
    { statementOn: null, statementCents: null, gapCents: null, ledgerCents: cents(5) },
    { bank_reconciled: 'blocking' },
  ],
  ['one cent apart', { gapCents: cents(-1) }, { bank_reconciled: 'blocking' }],
  ['with the statement of 30 June', { statementOn: day('2026-06-30') }, {}],
  [
    'with the statement of 29 June',
    { statementOn: day('2026-06-29') },
    { bank_reconciled: 'blocking' },
  ],
  ['with a deposit on its way', { notYetCredited: [waiting()] }, { deposits_credited: 'warning' }],
  [
    'with a cheque of 22 August of the year before',
    { notYetDebited: [waiting({ chequeNumber: '12', entryDate: day('2025-08-22') })] },
    { cheques_still_valid: 'warning' },
  ],
  [
    'with a cheque of 23 August of the year before',
    { notYetDebited: [waiting({ chequeNumber: '12', entryDate: day('2025-08-23') })] },
    {},
  ],
])('the bank %s', (_, change, flags) => {
  const reconciliation = { ...agreed, ...change };
  expect(flagsOf(evidenceOf([bus], {}, { reconciliation }))).toEqual(flags);
});

test('deposits on their way are in order where the association admits them', () => {
  const reconciliation = { ...agreed, notYetCredited: [waiting()] };
  const evidence = evidenceOf([bus], { allowsUncreditedDeposits: true }, { reconciliation });
  expect(flagsOf(evidence)).toEqual({});
});

test('the cash counted is the cash of the books, to the cent', () => {
  const sale = posted(1, { kind: 'income', lines: [debitOf(120, '530'), creditOf(120, '7070')] });
  const cashCount = [{ denominationCents: 20, count: 6 }];
  expect(flagsOf(evidenceOf([sale], {}, { cashCount }))).toEqual({});
  expect(flagsOf(evidenceOf([sale]))).toEqual({ cash_counted: 'blocking' });
});

test('the cash box is below zero on no day, whatever it holds at the end', () => {
  const spent = posted(1, {
    ...voucher,
    entryDate: day('2026-01-10'),
    lines: [debitOf(50, '6180'), creditOf(50, '530')],
  });
  const sold = posted(2, {
    kind: 'income',
    entryDate: day('2026-01-11'),
    lines: [debitOf(50, '530'), creditOf(50, '7070')],
  });
  expect(flagsOf(evidenceOf([spent, sold]))).toEqual({ cash_never_negative: 'blocking' });
});

test.each<[string, Parameters<typeof evidenceOf>[1]]>([
  ['one signature', { quitus: signatures.slice(0, 1) }],
  ['no parent', { quitus: signatures.map((one) => ({ ...one, quality: 'teacher' as const })) }],
  ['the mandate holder herself', { mandateHolders: ['MARTIN Ines'] }],
  ['a report that changed since', { snapshotSha256: 'other' }],
])('warns of a quitus with %s', (_, change) => {
  expect(flagsOf(evidenceOf([bus], change))).toEqual({ quitus_signed: 'warning' });
});

test('a third verifier who has not signed spoils nothing', () => {
  const invited = { id: 'c', verifierName: 'Léo Noir', quality: 'parent' as const };
  expect(flagsOf(evidenceOf([bus], { quitus: [invited, ...signatures] }))).toEqual({});
});

test('a number missing in the books blocks', () => {
  expect(flagsOf(evidenceOf([posted(2, voucher)]))).toEqual({ numbers_without_gap: 'blocking' });
});

test('an entry that does not balance blocks, and so does the report that it bends', () => {
  const bent = posted(1, { ...voucher, lines: [debitOf(100), creditOf(99)] });
  expect(flagsOf(evidenceOf([bent]))).toEqual({
    entries_balanced: 'blocking',
    result_is_money_move: 'blocking',
  });
});

test('balances that are not the sum of the entries block', () => {
  const year = {
    ...newFiscalYear('2025'),
    lastNumber: 1,
    balanceCents: { '512': cents(-18_001), '6180': cents(18_000) },
  };
  expect(flagsOf(evidenceOf([bus], { year }))).toEqual({
    balances_are_entries: 'blocking',
    result_is_money_move: 'blocking',
  });
});

test('an internal transfer with an income in it blocks', () => {
  const odd = posted(1, { kind: 'transfer', lines: [debitOf(10, '512'), creditOf(10, '7080')] });
  expect(flagsOf(evidenceOf([odd]))).toEqual({ transfers_net_zero: 'blocking' });
});
