import { describe, expect, test } from 'vitest';
import { isApart, isPooledMirror } from '#shared/domain/bank/pooled.ts';
import { reconciliationOn } from '#shared/domain/bank/reconciliation.ts';
import { day } from '#shared/domain/dates.ts';
import { entryOf, lineOf, statementOf } from './books.ts';

describe('the mirrors of a pooled account', () => {
  test.each(['VO OCCE 32', 'VIR COMPTE ASSOCIE TOU', 'Virement compte associé', 'TRESOFT 12'])(
    'are told by their label: %s',
    (label) => {
      expect(isPooledMirror(label)).toBe(true);
    },
  );

  test.each(['VIR OCCE 32', 'PRLV SEPA OCCE 06', 'VIR ASSOCIES DU LIVRE', 'CHEQUE VO OCCE'])(
    'are not taken for an operation: %s',
    (label) => {
      expect(isPooledMirror(label)).toBe(false);
    },
  );
});

test('a person has the last word, and a line that met an entry is no mirror', () => {
  const label = 'VO OCCE 32';
  expect(isApart({ label })).toBe(true);
  expect(isApart({ label, mark: 'ordinary' })).toBe(false);
  expect(isApart({ label, matchId: 'm' })).toBe(false);
  expect(isApart({ label: 'VIR MARTIN', mark: 'apart' })).toBe(true);
});

test('what is set apart is neither to be written nor a gap', () => {
  const books = {
    accountNumber: '512',
    entries: [entryOf('e', '2026-03-02', -5_000, { bankMatchId: 'm' })],
    lines: [
      lineOf('l', '2026-03-03', -5_000, { matchId: 'm' }),
      lineOf('mirror', '2026-03-03', 5_000, { label: 'VIR COMPTE ASSOCIE TOU' }),
    ],
    statements: [statementOf('2026-03-01', '2026-03-31', 0)],
  };
  expect(reconciliationOn(books, day('2026-03-31'))).toMatchObject({
    setApartCents: 5_000,
    notInBooksCents: 0,
    ledgerCents: -5_000,
    gapCents: 0,
  });
});
