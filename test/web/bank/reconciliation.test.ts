import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import {
  candidatesFor,
  expectedCents,
  matchedLinesOf,
  openLinesOf,
  sureLinesOf,
  type Reconciliation,
} from '#web/features/bank/reconciliation.ts';

const line = (id: string, date: string, matchId?: string) => ({
  id,
  date: day(date),
  amountCents: cents(-1_000),
  label: `LIGNE ${id}`,
  ...(matchId !== undefined && { matchId }),
});
const entry = (id: string, entryDate: string, amountCents = -1_000) => ({
  id,
  number: 1,
  entryDate: day(entryDate),
  label: `Écriture ${id}`,
  kind: 'expense',
  amountCents: cents(amountCents),
});
const books: Reconciliation = {
  bankAccount: { id: 'b', label: 'Compte', accountRef: 'x', accountNumber: '512' },
  lines: [
    line('none', '2025-10-09'),
    line('possible', '2025-10-08'),
    line('sure', '2025-10-01'),
    line('met', '2025-10-02', 'm1'),
  ],
  waitingEntries: [entry('e1', '2025-10-01'), entry('e2', '2025-09-20')],
  proposals: [
    { lineId: 'possible', entryId: 'e2', reasons: ['même montant'], confidence: 'possible' },
    { lineId: 'sure', entryId: 'e1', reasons: ['même numéro de chèque'], confidence: 'sure' },
  ],
  matches: [{ id: 'm1', lineId: 'met', entryId: 'e9', madeAt: '2025-10-10T10:00:00Z' }],
  identity: {
    statementCents: cents(10_000),
    statementOn: '2025-10-31',
    notYetDebitedCents: cents(2_000),
    notYetCreditedCents: cents(500),
    notInBooksCents: cents(-1_000),
    ledgerCents: cents(9_300),
    gapCents: cents(200),
  },
};

test('what is sure comes first, what has no proposal last', () => {
  const open = openLinesOf(books);
  expect(open.map(({ line: { id } }) => id)).toEqual(['sure', 'possible', 'none']);
  expect(sureLinesOf(open).map(({ entry: found }) => found?.id)).toEqual(['e1']);
});

test('a proposal whose entry no longer waits is no proposal', () => {
  const [first] = openLinesOf({ ...books, waitingEntries: [] });
  expect(first?.proposal).toBeUndefined();
});

test('the lines that met an entry come with their match', () => {
  expect(matchedLinesOf(books).map(({ line: { id }, match }) => [id, match.id])).toEqual([
    ['met', 'm1'],
  ]);
});

test('offers the entries of the same amount, the nearest day first, the others apart', () => {
  const other = entry('e3', '2025-10-08', -999);
  const { fitting, others } = candidatesFor(line('l', '2025-10-02'), [
    ...books.waitingEntries.toReversed(),
    other,
  ]);
  expect(fitting.map(({ id }) => id)).toEqual(['e1', 'e2']);
  expect(others).toEqual([other]);
});

test('what the journal should say follows from the bank, line by line', () => {
  const { statementCents, notYetDebitedCents, notYetCreditedCents, notInBooksCents } =
    books.identity;
  const fromBank =
    (statementCents ?? 0) - notYetDebitedCents + notYetCreditedCents - notInBooksCents;
  expect(expectedCents(books)).toBe(fromBank);
});

test('without a statement nothing is expected', () => {
  expect(expectedCents({ ...books, identity: { ...books.identity, gapCents: null } })).toBeNull();
});
