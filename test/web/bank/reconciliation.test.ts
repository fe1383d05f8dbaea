import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import {
  apartLinesOf,
  automaticCountOf,
  entriesFor,
  entryWords,
  expectedCents,
  latestBatchOf,
  matchedLinesOf,
  openLinesOf,
} from '#web/features/bank/reconciliation.ts';
import { books, entry, line } from './books.ts';

test('what is sure comes first, what has no proposal later, what is to be explained last', () => {
  const open = openLinesOf(books);
  expect(open.map(({ line: { id } }) => id)).toEqual(['sure', 'possible', 'none', 'explain']);
  expect(open[0]?.suggestions[0]?.entries.map(({ id }) => id)).toEqual(['e1']);
  expect(automaticCountOf(books)).toBe(1);
});

test('what is undone at once is the batch that was made last, whatever the days of its lines', () => {
  const made = (id: string, on: string, batchId: string, at: string) => ({
    lines: [line(id, on)],
    match: {
      id,
      lineIds: [id],
      entryIds: [],
      journalEntryIds: [],
      madeAt: at,
      automatic: { batchId, reasons: [] },
    },
  });
  const october = made('a', '2025-10-02', 'first', '2025-10-20T08:00:00Z');
  const older = made('b', '2025-09-02', 'last', '2025-11-20T08:00:00Z');
  const oldest = made('c', '2025-09-01', 'last', '2025-11-20T08:00:00Z');
  expect(latestBatchOf([october, older, oldest])).toEqual({ batchId: 'last', count: 2 });
  expect(latestBatchOf([older, oldest, october])).toEqual({ batchId: 'last', count: 2 });
  expect(latestBatchOf([])).toBeUndefined();
});

test('an entry is named by its number, or as what waited before the books', () => {
  expect(entryWords({ number: 12, label: 'Bus' })).toBe('n°\u00A012, Bus');
  expect(entryWords({ label: 'Chèque 6557001' })).toBe('Avant l’ouverture, Chèque 6557001');
});

test('a proposal whose entry no longer waits is no proposal', () => {
  const [first] = openLinesOf({ ...books, waitingEntries: [] });
  expect(first?.suggestions).toEqual([]);
});

test('a proposal of several lines is one for each of them, three at most', () => {
  const proposal = {
    lineIds: ['none', 'possible'],
    entryIds: ['e1'],
    automatic: false,
    balances: true,
    reasons: [],
  };
  const open = openLinesOf({ ...books, proposals: Array.from({ length: 4 }, () => proposal) });
  expect(open.map(({ line: { id }, suggestions }) => [id, suggestions.length])).toEqual([
    ['none', 3],
    ['possible', 3],
    ['sure', 0],
    ['explain', 0],
  ]);
});

test('lines that are set apart wait for nothing', () => {
  expect(apartLinesOf(books).map(({ id }) => id)).toEqual(['apart']);
});

test('the matches come with their lines', () => {
  expect(matchedLinesOf(books).map(({ lines, match }) => [lines[0]?.id, match.id])).toEqual([
    ['met', 'm1'],
  ]);
});

test('offers the entries of the same amount, the nearest day first, then the others', () => {
  const other = entry('e3', '2025-10-02', -999);
  const found = entriesFor(line('l', '2025-10-02'), [other, ...books.waitingEntries.toReversed()]);
  expect(found.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
  expect(entriesFor(undefined, found, 'écriture E2').map(({ id }) => id)).toEqual(['e2']);
});

test('what the journal should say follows from the bank, line by line', () => {
  const { statementCents, notYetDebitedCents, notYetCreditedCents, notInBooksCents } =
    books.identity;
  const fromBank =
    (statementCents ?? 0) - notYetDebitedCents + notYetCreditedCents - notInBooksCents;
  expect(expectedCents(books)).toBe(cents(fromBank));
  expect(day('2025-10-31')).toBe(books.identity.statementOn);
});

test('without a statement nothing is expected', () => {
  expect(expectedCents({ ...books, identity: { ...books.identity, gapCents: null } })).toBeNull();
});
