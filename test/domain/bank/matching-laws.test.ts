import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitingNow } from '#shared/domain/bank/bank-entry.ts';
import { proposeMatches } from '#shared/domain/bank/propose-matches.ts';
import type { KeptLine } from '#shared/domain/bank/statement.ts';
import { addDays, day } from '#shared/domain/dates.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { entryOf, lineOf } from './books.ts';

const propose = (lines: readonly KeptLine[], entries: readonly PostedEntry[]) =>
  proposeMatches(lines, waitingNow(entries, '512'));

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
