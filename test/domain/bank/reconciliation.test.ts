import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waitingNow } from '#shared/domain/bank/bank-entry.ts';
import { cents } from '#shared/domain/money.ts';
import { balanceOn } from '#shared/domain/bank/balance-on.ts';
import { linesOfBooks, reconciliationOn } from '#shared/domain/bank/reconciliation.ts';
import { addDays, day } from '#shared/domain/dates.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import type { KeptLine, KeptStatement } from '#shared/domain/bank/statement.ts';
import { entryOf, lineOf, statementOf } from './books.ts';

const opening = (cents = 100_000) => entryOf('opening', '2025-09-01', cents, { kind: 'opening' });

const at = (
  on: string,
  entries: readonly PostedEntry[],
  lines: readonly KeptLine[],
  statements: readonly KeptStatement[],
) => reconciliationOn({ accountNumber: '512', entries, lines, statements }, day(on));

const september = statementOf('2025-09-01', '2025-09-30', 100_000);

describe('the identity', () => {
  test('leaves no gap when bank and books say the same', () => {
    const entries = [opening(), entryOf('e', '2025-09-10', 5_000, { bankMatchId: 'm' })];
    const lines = [lineOf('l', '2025-09-12', 5_000, { matchId: 'm' })];
    const statements = [statementOf('2025-09-01', '2025-09-30', 105_000)];
    expect(at('2025-09-30', entries, lines, statements)).toMatchObject({
      statementCents: 105_000,
      ledgerCents: 105_000,
      notYetDebited: [],
      notYetCredited: [],
      notInBooks: [],
      gapCents: 0,
    });
  });

  test('counts a cheque that is still out, a deposit on its way, and a fee not yet written', () => {
    const entries = [
      opening(),
      entryOf('c', '2025-09-20', -4_520),
      entryOf('d', '2025-09-29', 9_000),
    ];
    const lines = [lineOf('fee', '2025-09-30', -600)];
    expect(
      at('2025-09-30', entries, lines, [statementOf('2025-09-01', '2025-09-30', 99_400)]),
    ).toMatchObject({
      notYetDebitedCents: 4_520,
      notYetCreditedCents: 9_000,
      notInBooksCents: -600,
      ledgerCents: 104_480,
      gapCents: 0,
    });
  });

  test('shows as a gap what neither list explains', () => {
    expect(at('2025-09-30', [opening(99_900)], [], [september]).gapCents).toBe(100);
  });

  test('adds the accounts of a cooperative that changes bank, each up to what it shows', () => {
    const transfer = [lineOf('out', '2025-09-20', -100_000, { mark: 'apart' })];
    const arrived = [lineOf('in', '2025-10-02', 100_000, { mark: 'apart' })];
    const beside = [
      { lines: arrived, statements: [statementOf('2025-10-01', '2025-10-31', 100_000)] },
    ];
    const emptied = [statementOf('2025-09-01', '2025-09-30', 0)];
    const books = {
      accountNumber: '512',
      entries: [opening()],
      lines: transfer,
      statements: emptied,
    };
    const on = (text: string, more: object = {}) =>
      reconciliationOn({ ...books, beside: [{ ...beside[0]!, ...more }] }, day(text));
    expect(on('2025-09-30')).toMatchObject({
      statementCents: 0,
      setApartCents: -100_000,
      gapCents: 0,
    });
    expect(on('2025-10-31')).toMatchObject({
      statementOn: '2025-09-30',
      statementCents: 100_000,
      setApartCents: 0,
      gapCents: 0,
    });
    expect(
      on('2025-10-31', { statements: [statementOf('2025-10-01', '2025-10-31', null)] }),
    ).toMatchObject({ statementCents: null, gapCents: null });
    const closed = { lines: transfer, statements: emptied, closedOn: day('2025-09-30') };
    const now = { ...books, lines: arrived, statements: beside[0]!.statements, beside: [closed] };
    expect(reconciliationOn(now, day('2025-10-31'))).toMatchObject({
      statementOn: '2025-10-31',
      statementCents: 100_000,
      gapCents: 0,
    });
  });

  test('has no gap to tell while no statement gives a balance', () => {
    expect(at('2025-09-30', [opening()], [], [])).toMatchObject({
      statementOn: null,
      statementCents: null,
      gapCents: null,
      ledgerCents: 100_000,
    });
  });

  test('leaves out an entry dated after the day, and what was matched after it', () => {
    const entries = [
      opening(),
      entryOf('later', '2025-10-01', 700),
      entryOf('cheque', '2025-09-28', -1_000, { bankMatchId: 'm' }),
    ];
    const lines = [lineOf('l', '2025-10-15', -1_000, { matchId: 'm' })];
    expect(at('2025-09-30', entries, lines, [september])).toMatchObject({
      notYetDebited: [{ amountCents: -1_000, entry: { id: 'cheque' } }],
      ledgerCents: 99_000,
      gapCents: 0,
    });
  });

  test('keeps a line whose entry is dated after the day', () => {
    const entries = [opening(), entryOf('e', '2025-10-02', 5_000, { bankMatchId: 'm' })];
    const lines = [lineOf('l', '2025-09-30', 5_000, { matchId: 'm' })];
    expect(
      at('2025-09-30', entries, lines, [statementOf('2025-09-01', '2025-09-30', 105_000)]),
    ).toMatchObject({ notInBooksCents: 5_000, ledgerCents: 100_000, gapCents: 0 });
  });
});

describe('an entry and its reversal', () => {
  const entries = [
    opening(),
    entryOf('e', '2025-09-20', -4_000, { reversedBy: 'r' }),
    entryOf('r', '2025-10-05', 4_000, { kind: 'reversal', reverses: 'e' }),
  ];

  test('cancel out and neither waits once both are dated', () => {
    expect(
      at('2025-10-31', entries, [], [statementOf('2025-10-01', '2025-10-31', 100_000)]),
    ).toMatchObject({ notYetDebited: [], notYetCredited: [], gapCents: 0 });
  });

  test('leave the entry waiting on the days before the reversal', () => {
    expect(at('2025-09-30', entries, [], [september])).toMatchObject({
      notYetDebited: [{ amountCents: -4_000 }],
      gapCents: 0,
    });
  });
});

describe('the opening', () => {
  test('waits for no line of the bank', () => {
    expect(at('2025-09-30', [opening()], [], [september]).notYetCredited).toEqual([]);
  });

  test('of a second year repeats the first, whose cheques may still be out', () => {
    const entries = [
      opening(),
      entryOf('cheque', '2026-08-30', -1_000),
      entryOf('opening-2026', '2026-09-01', 99_000, { kind: 'opening' }),
    ];
    expect(
      at('2026-09-30', entries, [], [statementOf('2026-09-01', '2026-09-30', 100_000)]),
    ).toMatchObject({ ledgerCents: 99_000, notYetDebitedCents: 1_000, gapCents: 0 });
  });

  test('leaves outside the lines dated before the books', () => {
    const lines = [lineOf('before', '2025-08-31', 500), lineOf('first', '2025-09-01', 500)];
    expect(linesOfBooks(lines, [opening()]).map(({ id }) => id)).toEqual(['first']);
  });
});

describe('the balance of the bank', () => {
  test('is the closing balance of the last statement up to the day', () => {
    const statements = [september, statementOf('2025-10-01', '2025-10-31', 90_000)];
    expect(balanceOn(statements, [], day('2025-11-15'))).toEqual({
      on: '2025-10-31',
      balanceCents: 90_000,
    });
  });

  test('on a day inside a statement is its closing balance less the lines after the day', () => {
    const lines = [lineOf('a', '2026-08-31', 700), lineOf('b', '2026-09-01', -5_000)];
    expect(
      balanceOn([statementOf('2026-08-15', '2026-09-15', 95_000)], lines, day('2026-08-31')),
    ).toEqual({ on: '2026-08-31', balanceCents: 100_000 });
  });

  test('ignores a balance of today given with last month’s lines while a better one is known', () => {
    const statements = [september, statementOf('2025-10-01', '2025-10-31', 1, '2025-11-20')];
    expect(balanceOn(statements, [], day('2025-11-30'))).toEqual({
      on: '2025-09-30',
      balanceCents: 100_000,
    });
  });

  test('is unknown before the first statement', () => {
    expect(balanceOn([september], [], day('2025-08-31'))).toBeNull();
  });
});

const daysAfter = fc.nat({ max: 60 }).map((count) => addDays(day('2025-09-01'), count));
const amounts = fc.integer({ min: -20_000, max: 20_000 }).filter((cents) => cents !== 0);

test('no confirmation moves the gap, whatever the dates', () => {
  const pairs = fc.array(fc.tuple(amounts, daysAfter, daysAfter, fc.boolean()), { maxLength: 12 });
  fc.assert(
    fc.property(pairs, daysAfter, fc.integer({ min: -50, max: 50 }), (all, on, gap) => {
      const book = (confirmed: boolean) => {
        const entries = all.map(([cents, written], index) =>
          entryOf(
            `e${index}`,
            written,
            cents,
            confirmed && all[index]?.[3] ? { bankMatchId: `m${index}` } : {},
          ),
        );
        const lines = all.map(([cents, , seen], index) =>
          lineOf(
            `l${index}`,
            seen,
            cents,
            confirmed && all[index]?.[3] ? { matchId: `m${index}` } : {},
          ),
        );
        const closing = all.reduce((sum, [cents]) => sum + cents, 100_000 + gap);
        return at(on, [opening(), ...entries], lines, [
          statementOf('2025-09-01', '2025-11-30', closing),
        ]);
      };
      expect(book(false).gapCents).toBe(gap);
      expect(book(true).gapCents).toBe(gap);
    }),
  );
});

test('a transfer between bank and postal account waits for a line of each', () => {
  const amountCents = cents(5_000);
  const transfer = entryOf('t', '2025-09-10', 0, {
    kind: 'transfer',
    bankMatchId: 'm',
    lines: [
      { accountNumber: '514', side: 'debit', amountCents },
      { accountNumber: '512', side: 'credit', amountCents },
    ],
  });
  expect(waitingNow([transfer], '512')).toEqual([]);
  expect(waitingNow([transfer], '514')).toMatchObject([{ amountCents: 5_000 }]);
  expect(waitingNow([{ ...transfer, postalMatchId: 'n' }], '514')).toEqual([]);
});

test('a match of two lines, one of them later, was open on the day between', () => {
  const books = {
    accountNumber: '512',
    entries: [entryOf('e', '2026-03-02', -10_000, { bankMatchId: 'm' })],
    lines: [
      lineOf('first', '2026-03-10', -6_000, { matchId: 'm' }),
      lineOf('second', '2026-03-20', -4_000, { matchId: 'm' }),
    ],
    statements: [statementOf('2026-03-01', '2026-03-31', -10_000)],
  };
  expect(reconciliationOn(books, day('2026-03-15'))).toMatchObject({
    statementCents: -6_000,
    notYetDebitedCents: 10_000,
    notInBooksCents: -6_000,
    gapCents: 0,
  });
  expect(reconciliationOn(books, day('2026-03-31'))).toMatchObject({
    notYetDebitedCents: 0,
    notInBooksCents: 0,
    gapCents: 0,
  });
});
