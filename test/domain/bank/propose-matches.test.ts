import * as fc from 'fast-check';
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
  const windows: readonly (readonly [
    string,
    Partial<PostedEntry>,
    number,
    Operation,
    number,
    number,
  ])[] = [
    ['payout', { kind: 'payout' }, 500, 'payout', -2, 12],
    ['deposit', { kind: 'deposit' }, 500, 'chequeDeposit', -2, 20],
    ['cheque received', { paymentMeans: 'cheque' }, 500, 'chequeDeposit', -2, 20],
    ['cheque issued', { paymentMeans: 'cheque' }, -500, 'cheque', -2, 120],
    ['transfer in', { paymentMeans: 'transfer' }, 500, 'transferIn', -21, 35],
    ['transfer out', { paymentMeans: 'transfer' }, -500, 'transferOut', -3, 15],
    ['cash', { paymentMeans: 'cash' }, 500, 'cashDeposit', -2, 25],
    ['card', { paymentMeans: 'card' }, -500, 'card', -2, 10],
    ['direct debit', { paymentMeans: 'directDebit' }, -500, 'directDebit', -15, 25],
  ];
  test.each(windows)('%s', (_, facts, cents, operation, min, max) => {
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

const someBooks = fc.record({
  lines: fc.array(
    fc.record({
      cents: fc.constantFrom(1_000, 1_500, -4_520),
      on: fc.integer({ min: 0, max: 30 }),
      name: fc.constantFrom('DURAND', 'MARTIN', 'CHEQUE 6557005', 'CHEQUE 6557006'),
    }),
    { maxLength: 12 },
  ),
  entries: fc.array(
    fc.record({
      cents: fc.constantFrom(1_000, 1_500, -4_520),
      on: fc.integer({ min: 0, max: 30 }),
      counterparty: fc.constantFrom('Durand', 'Martin'),
      chequeNumber: fc.constantFrom('6557005', '6557006', undefined),
    }),
    { maxLength: 12 },
  ),
});

const start = day('2026-03-01');

const built = ({
  lines,
  entries,
}: typeof someBooks extends fc.Arbitrary<infer Books> ? Books : never) => ({
  lines: lines.map(({ cents, on, name }, index) =>
    lineOf(`l${index}`, addDays(start, on), cents, {
      label: name,
      operation: name.startsWith('CHEQUE') && cents < 0 ? 'cheque' : 'other',
    }),
  ),
  entries: entries.map(({ cents, on, counterparty, chequeNumber }, index) =>
    entryOf(`e${index}`, addDays(start, on), cents, {
      counterparty,
      ...(chequeNumber !== undefined && cents < 0 && { chequeNumber, paymentMeans: 'cheque' }),
    }),
  ),
});

test('uses no line and no entry twice, and never proposes two amounts', () => {
  fc.assert(
    fc.property(someBooks, (books) => {
      const { lines, entries } = built(books);
      const proposals = propose(lines, entries);
      expect(new Set(proposals.map(({ lineId }) => lineId)).size).toBe(proposals.length);
      expect(new Set(proposals.map(({ entryId }) => entryId)).size).toBe(proposals.length);
      for (const { lineId, entryId } of proposals) {
        const cents = lines.find(({ id }) => id === lineId)?.amountCents;
        const [bankLine] = entries.find(({ id }) => id === entryId)?.lines ?? [];
        expect(Math.abs(cents ?? 0)).toBe(bankLine?.amountCents);
      }
    }),
  );
});

test('proposes the same whatever the order of the lines and of the entries', () => {
  fc.assert(
    fc.property(someBooks, fc.infiniteStream(fc.nat()), (books, order) => {
      const { lines, entries } = built(books);
      const shuffled = <Value>(values: readonly Value[]) =>
        values
          .map((value) => ({ value, at: order.next().value }))
          .toSorted((one, other) => one.at - other.at)
          .map(({ value }) => value);
      expect(propose(shuffled(lines), shuffled(entries))).toEqual(propose(lines, entries));
    }),
  );
});

test('is sure only of a number that one line and one entry of the amount bear', () => {
  fc.assert(
    fc.property(someBooks, (books) => {
      const { lines, entries } = built(books);
      for (const { lineId, entryId, confidence } of propose(lines, entries)) {
        if (confidence !== 'sure') continue;
        const entry = entries.find(({ id }) => id === entryId);
        const line = lines.find(({ id }) => id === lineId);
        expect(line?.label).toContain(entry?.chequeNumber);
        expect(
          lines.filter(
            ({ label, amountCents }) => label === line?.label && amountCents === line.amountCents,
          ),
        ).toHaveLength(1);
        expect(
          entries.filter(({ chequeNumber }) => chequeNumber === entry?.chequeNumber),
        ).toHaveLength(1);
      }
    }),
  );
});
