import { describe, expect, test } from 'vitest';
import { proposeMatches } from '#shared/domain/bank/propose-matches.ts';
import { waitingNow } from '#shared/domain/bank/bank-entry.ts';
import type { KeptLine, Operation } from '#shared/domain/bank/statement.ts';
import { addDays, day } from '#shared/domain/dates.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { entryOf, lineOf } from './books.ts';

const propose = (lines: readonly KeptLine[], entries: readonly PostedEntry[]) =>
  proposeMatches(lines, waitingNow(entries, '512'));

const chequeEntry = (id: string, chequeNumber: string, cents = -4_520, on = '2026-03-03') =>
  entryOf(id, on, cents, { paymentMeans: 'cheque', chequeNumber });

const chequeLine = (id: string, number: string, cents = -4_520, on = '2026-03-12') =>
  lineOf(id, on, cents, { operation: 'cheque', label: `CHEQUE N. ${number}` });

describe('a hard key', () => {
  test('names a cheque by its number, leading zeros or not', () => {
    const proposals = propose(
      [chequeLine('a', '0557005'), chequeLine('b', '6557006')],
      [chequeEntry('one', '557005'), chequeEntry('two', '6557006')],
    );
    expect(proposals).toMatchObject([
      { lineId: 'a', entryId: 'one', confidence: 'sure' },
      { lineId: 'b', entryId: 'two', confidence: 'sure' },
    ]);
    expect(proposals[0]?.reasons[0]).toBe('Chèque n°\u00A0557005');
  });

  test('never offers a numbered cheque for another, whatever the amount', () => {
    expect(propose([chequeLine('a', '6557005')], [chequeEntry('e', '6557006')])).toEqual([]);
  });

  test('names a deposit by the number of its slip', () => {
    const slips = ['1037870', '1037871'].map((reference, index) =>
      entryOf(`e${index}`, '2026-03-02', 9_000, {
        kind: 'deposit',
        paymentMeans: 'cheque',
        reference,
      }),
    );
    const line = lineOf('l', '2026-03-04', 9_000, {
      operation: 'chequeDeposit',
      label: 'REMISE N°1037871 DE 000003 CHEQUES',
    });
    expect(propose([line], slips)).toMatchObject([{ entryId: 'e1', confidence: 'sure' }]);
  });

  test('names a payout by either of its references', () => {
    const payout = entryOf('e', '2026-09-03', 121_500, {
      kind: 'payout',
      paymentMeans: 'platform',
      reference: 'HA-2026-02 3591881',
    });
    const label = 'VIR HELLOASSOPAY R4WOXYY6WK2XP0Q HELLOASSO 3591881 03-09-2026';
    const line = lineOf('l', '2026-09-04', 121_500, { operation: 'payout', label });
    expect(propose([line], [payout])).toMatchObject([
      {
        confidence: 'sure',
        reasons: [
          'Versement 3591881 sur le relevé',
          expect.anything(),
          expect.anything(),
          'Un jour après l’écriture',
        ],
      },
    ]);
  });

  test('is not a year, nor a date', () => {
    const entries = ['2026', '03-09-2026'].map((reference, index) =>
      entryOf(`e${index}`, '2026-09-03', 500, { reference }),
    );
    const line = lineOf('l', '2026-09-04', 500, { label: 'VIR 03-09-2026' });
    expect(propose([line], entries)).toMatchObject([{ confidence: 'possible' }]);
  });

  test('that names two lines or two entries makes nothing sure', () => {
    const twice = propose(
      [chequeLine('a', '6557005'), chequeLine('b', '6557005')],
      [chequeEntry('e', '6557005')],
    );
    expect(twice).toHaveLength(1);
    expect(twice).toMatchObject([{ confidence: 'possible' }]);
  });

  test('holds only with an equal amount', () => {
    expect(propose([chequeLine('a', '6557005', -4_521)], [chequeEntry('e', '6557005')])).toEqual(
      [],
    );
  });
});

describe('an equal amount', () => {
  test('is likely when one line and one entry have it', () => {
    expect(
      propose([lineOf('l', '2026-03-20', 1_500)], [entryOf('e', '2026-03-16', 1_500)]),
    ).toMatchObject([
      {
        confidence: 'likely',
        reasons: ['Même montant\u00A0: 15,00\u00A0€', '4 jours après l’écriture'],
      },
    ]);
  });

  test('is likely for the entry whose name the bank repeats', () => {
    const entries = ['Martin', 'Durand'].map((counterparty) =>
      entryOf(counterparty, '2026-03-16', 1_500, { counterparty }),
    );
    expect(
      propose([lineOf('l', '2026-03-17', 1_500, { label: 'VIR MME DURAND' })], entries),
    ).toMatchObject([{ entryId: 'Durand', confidence: 'likely' }]);
  });

  test('that two entries have is only possible, the nearest first', () => {
    const entries = [entryOf('far', '2026-03-10', 1_500), entryOf('near', '2026-03-16', 1_500)];
    const proposals = propose([lineOf('l', '2026-03-17', 1_500)], entries);
    expect(proposals).toMatchObject([{ entryId: 'near', confidence: 'possible' }]);
    expect(proposals[0]?.reasons.at(-1)).toBe(
      'D’autres rapprochements du même montant sont possibles',
    );
  });

  test('of the other way is another operation', () => {
    expect(
      propose([lineOf('l', '2026-03-17', -1_500)], [entryOf('e', '2026-03-17', 1_500)]),
    ).toEqual([]);
  });
});

describe('the window of each kind, both ends included', () => {
  const windows: readonly {
    readonly name: string;
    readonly facts: Partial<PostedEntry>;
    readonly cents: number;
    readonly operation: Operation;
    readonly bounds: readonly [number, number];
  }[] = [
    { name: 'payout', facts: { kind: 'payout' }, cents: 5, operation: 'payout', bounds: [-2, 12] },
    {
      name: 'deposit',
      facts: { kind: 'deposit' },
      cents: 5,
      operation: 'chequeDeposit',
      bounds: [-2, 20],
    },
    {
      name: 'cheque received',
      facts: { paymentMeans: 'cheque' },
      cents: 5,
      operation: 'chequeDeposit',
      bounds: [-2, 20],
    },
    {
      name: 'cheque issued',
      facts: { paymentMeans: 'cheque' },
      cents: -5,
      operation: 'cheque',
      bounds: [-2, 120],
    },
    {
      name: 'transfer in',
      facts: { paymentMeans: 'transfer' },
      cents: 5,
      operation: 'transferIn',
      bounds: [-21, 35],
    },
    {
      name: 'transfer out',
      facts: { paymentMeans: 'transfer' },
      cents: -5,
      operation: 'transferOut',
      bounds: [-3, 15],
    },
    {
      name: 'cash',
      facts: { paymentMeans: 'cash' },
      cents: 5,
      operation: 'cashDeposit',
      bounds: [-2, 25],
    },
    {
      name: 'card',
      facts: { paymentMeans: 'card' },
      cents: -5,
      operation: 'card',
      bounds: [-2, 10],
    },
    {
      name: 'direct debit',
      facts: { paymentMeans: 'directDebit' },
      cents: -5,
      operation: 'directDebit',
      bounds: [-15, 25],
    },
  ];
  test.each(windows)('$name', ({ facts, cents, operation, bounds: [min, max] }) => {
    const on = day('2026-03-16');
    const found = (days: number) =>
      propose(
        [lineOf('l', addDays(on, days), cents, { operation })],
        [entryOf('e', on, cents, facts)],
      ).length;
    expect([min - 1, min, max, max + 1].map(found)).toEqual([0, 1, 1, 0]);
  });
});

test('a line that was matched, and an entry that was, are proposed no more', () => {
  const line = lineOf('l', '2026-03-17', 1_500, { matchId: 'm' });
  expect(propose([line], [entryOf('e', '2026-03-16', 1_500)])).toEqual([]);
  expect(
    propose(
      [lineOf('l', '2026-03-17', 1_500)],
      [entryOf('e', '2026-03-16', 1_500, { bankMatchId: 'm' })],
    ),
  ).toEqual([]);
});

test('gives up an amount that too many lines and entries share, in little time', () => {
  const many = Array.from({ length: 2_000 }, (_, index) => index);
  const started = performance.now();
  const proposals = propose(
    many.map((index) => lineOf(`l${index}`, '2026-03-17', 1_500)),
    many.map((index) => entryOf(`e${index}`, '2026-03-16', 1_500)),
  );
  expect(proposals).toEqual([]);
  expect(performance.now() - started).toBeLessThan(2_000);
});
