import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import type { EntryLine, PostedEntry } from '#shared/domain/ledger/entry.ts';
import { answers, journalOf, lowestCashCents } from '#shared/domain/ledger/journal.ts';
import { busTrip, creditOf, debitOf } from '#test/support/ledger.ts';

const posted = (number: number, date: string, lines: readonly EntryLine[]): PostedEntry => ({
  ...busTrip,
  status: 'posted',
  fiscalYearId: '2025',
  number,
  postedAt: '',
  postedBy: '',
  salt: '',
  seal: '',
  entryDate: day(date),
  lines,
});

const sale = posted(2, '2026-01-10', [debitOf(5_000, '530'), creditOf(5_000, '7070')]);
const snack = posted(1, '2026-01-12', [debitOf(1_200, '6070'), creditOf(1_200, '530')]);

test('bank and cash run in the order of the dates, not of the numbers', () => {
  expect(journalOf([snack, sale]).map(({ cashCents }) => cashCents)).toEqual([5_000, 3_800]);
});

test('a draft moves nothing', () => {
  const draft = { ...busTrip, status: 'draft', version: 1, savedAt: '', savedBy: '' } as const;
  expect(journalOf([draft])).toMatchObject([{ bankMoveCents: 0, bankCents: 0 }]);
});

test('finds the day when the cash box would have been empty', () => {
  const early = posted(3, '2026-01-01', [debitOf(700, '6070'), creditOf(700, '530')]);
  expect(lowestCashCents([sale, snack])).toBe(0);
  expect(lowestCashCents([sale, snack, early])).toBe(-700);
});

test.each(['musee', 'BUS musée', '180,00', '1'])('a search for %j finds the bus', (search) => {
  expect(answers(posted(1, '2026-01-12', busTrip.lines), search)).toBe(true);
});

test('a search for another word does not', () => {
  expect(answers(sale, 'théâtre')).toBe(false);
});
