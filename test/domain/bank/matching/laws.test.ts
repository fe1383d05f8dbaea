import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '#shared/domain/dates.ts';
import type { MatchEntry, MatchLine } from '#shared/domain/bank/matching/entry-kinds.ts';
import type { BankMatch } from '#shared/domain/bank/matching/match-books.ts';
import { entryOf, lineOf, match } from './books.ts';

const start = day('2026-03-01');
const amounts = [1_000, 1_500, 4_520, 3_000];
const row = {
  cents: fc.constantFrom(...amounts),
  on: fc.integer({ min: 0, max: 40 }),
  name: fc.constantFrom('Durand', 'Martin', '', 'Lefebvre'),
  number: fc.constantFrom('6557005', '6557006', undefined),
  sort: fc.constantFrom('in', 'out', 'deposit'),
};

const someBooks = fc
  .record({
    lines: fc.array(fc.record(row), { maxLength: 12 }),
    entries: fc.array(fc.record(row), { maxLength: 12 }),
  })
  .map(({ lines, entries }) => ({
    lines: lines.map(({ cents, on, name, number, sort }, index): MatchLine => {
      const at = addDays(start, on);
      if (sort === 'out')
        return lineOf(`l${index}`, at, -cents, `CHEQUE ${number ?? ''}`, 'cheque');
      return sort === 'in'
        ? lineOf(`l${index}`, at, cents, `VIR ${name}`, 'transferIn')
        : lineOf(`l${index}`, at, cents, `REMISE ${number ?? ''}`, 'chequeDeposit');
    }),
    entries: entries.map(({ cents, on, name: label, number, sort }, index): MatchEntry => {
      const at = addDays(start, on);
      if (sort === 'out')
        return entryOf(`e${index}`, at, -cents, 'cheque', { label, chequeNumber: number });
      return sort === 'in'
        ? entryOf(`e${index}`, at, cents, 'transferIn', { label })
        : entryOf(`e${index}`, at, cents, 'cheque', { label, depositSlipNumber: number });
    }),
  }));

type SomeBooks = typeof someBooks extends fc.Arbitrary<infer Books> ? Books : never;

const automatic = (found: readonly BankMatch[]) => found.filter((one) => one.automatic);
const sumOf = (ids: readonly string[], of: readonly (MatchLine | MatchEntry)[]): number =>
  of.filter(({ id }) => ids.includes(id)).reduce((sum, { amountCents }) => sum + amountCents, 0);

/** The books once lines and entries of matches wait no more. */
const booksWithout = ({ lines, entries }: SomeBooks, gone: readonly BankMatch[]): SomeBooks => ({
  lines: lines.filter(({ id }) => !gone.some(({ lineIds }) => lineIds.includes(id))),
  entries: entries.filter(({ id }) => !gone.some(({ entryIds }) => entryIds.includes(id))),
});
const idsOf = ({ lineIds, entryIds }: BankMatch) => ({ lineIds, entryIds });

/** Checks a law on many books, some of which hold what it speaks of. */
function assertOnAutomatic(law: (found: readonly BankMatch[], books: SomeBooks) => void): void {
  let met = 0;
  fc.assert(
    fc.property(someBooks, (books) => {
      const found = automatic(match(books));
      met += found.length;
      law(found, books);
    }),
  );
  expect(met).toBeGreaterThan(0);
}

test('INV-61: a line is in one automatic match at most, and so is an entry', () => {
  assertOnAutomatic((found) => {
    for (const ids of [
      found.flatMap(({ lineIds }) => lineIds),
      found.flatMap(({ entryIds }) => entryIds),
    ])
      expect(new Set(ids).size).toBe(ids.length);
  });
});

test('INV-61: what is automatic takes the same amount from the bank and from the books', () => {
  assertOnAutomatic((found, books) => {
    for (const { lineIds, entryIds } of found)
      expect(sumOf(lineIds, books.lines)).toBe(sumOf(entryIds, books.entries));
  });
});

test('INV-61: one automatic match that is made or taken back leaves the others to be found', () => {
  assertOnAutomatic((found, books) => {
    for (const done of found) {
      const others = found.filter((one) => one !== done);
      // Maybe as suggestions only: what is common among fewer things is no longer the same.
      expect(match(booksWithout(books, [done])).map(idsOf)).toEqual(
        expect.arrayContaining(others.map(idsOf)),
      );
      expect(match(booksWithout(books, others)).map(idsOf)).toContainEqual(idsOf(done));
    }
  });
});

test('INV-61: once what is automatic is matched, taking it back makes it automatic again', () => {
  assertOnAutomatic((found, books) => {
    const before = match(books);
    for (const done of found) {
      const left = booksWithout(books, [done]);
      const restored = {
        lines: [...left.lines, ...books.lines.filter(({ id }) => done.lineIds.includes(id))],
        entries: [...left.entries, ...books.entries.filter(({ id }) => done.entryIds.includes(id))],
      };
      expect(match(restored)).toEqual(before);
    }
  });
});

test('INV-62: the order of lines, entries and periods makes no difference', () => {
  fc.assert(
    fc.property(someBooks, (books) => {
      const turned = {
        lines: books.lines.toReversed(),
        entries: books.entries.toReversed(),
      };
      expect(match(turned)).toEqual(match(books));
    }),
  );
});

test('doubling an entry never raises its margin, unless as many equal lines wait for it', () => {
  fc.assert(
    fc.property(someBooks, fc.nat(), (books, which) => {
      const entry = books.entries[which % Math.max(1, books.entries.length)];
      if (!entry) return;
      const marginOf = (found: readonly BankMatch[]) =>
        Math.max(
          0,
          ...found
            .filter(
              ({ entryIds, lineIds }) =>
                entryIds.length === 1 && lineIds.length === 1 && entryIds[0] === entry.id,
            )
            .map(({ margin }) => margin),
        );
      const lines = books.lines.map((line, index) => ({
        ...line,
        label: `${line.label} ${'abcdefghijkl'.charAt(index).repeat(4)}`,
      }));
      const doubled = { lines, entries: [...books.entries, { ...entry, id: 'zz' }] };
      expect(marginOf(match(doubled))).toBeLessThanOrEqual(
        marginOf(match({ ...books, lines })) + 1e-9,
      );
    }),
  );
});

test('at most three suggestions for each line, the likeliest first', () => {
  fc.assert(
    fc.property(someBooks, (books) => {
      const found = match(books);
      expect(found.map(({ score }) => score)).toEqual(
        found.map(({ score }) => score).toSorted((a, b) => b - a),
      );
      for (const { id } of books.lines)
        expect(found.filter(({ lineIds }) => lineIds.includes(id)).length).toBeLessThanOrEqual(3);
    }),
  );
});
