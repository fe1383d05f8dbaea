import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compared, identified, type KnownLine } from '#shared/domain/bank/dedupe.ts';
import type { StatementFormat } from '#shared/domain/bank/reading/read-statement.ts';
import type { StatementLine } from '#shared/domain/bank/statement.ts';
import { addDays, day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';

const line = (on: string, amountCents: number, label: string, more: Partial<StatementLine> = {}) =>
  ({ date: day(on), amountCents: cents(amountCents), label, operation: 'other', ...more }) as const;

/** What is kept once each file was imported, one after the other. */
function kept(files: readonly (readonly StatementLine[])[], format: StatementFormat = 'ofx') {
  let known: readonly KnownLine[] = [];
  for (const file of files) {
    const { news } = compared(identified(file, format, longDigest), known, format);
    known = [...known, ...news.map(({ id, line: one }) => ({ ...one, id, format }))];
  }
  return known;
}

/** The text itself, so that two keys are never equal by chance. */
const longDigest = (text: string): string => {
  let hash = 7n;
  for (const character of text)
    hash = (hash * 1_000_003n + BigInt(character.codePointAt(0) ?? 0)) % (1n << 79n);
  return hash.toString(16).padStart(20, '0');
};

const idsOf = (lines: readonly KnownLine[]) => lines.map(({ id }) => id).toSorted();

describe('a file imported again', () => {
  const file = [line('2026-03-10', 1_500, 'VIR MARTIN'), line('2026-03-10', 1_500, 'VIR MARTIN')];

  test('adds nothing, and keeps true twins', () => {
    expect(kept([file, file])).toHaveLength(2);
  });

  test('adds the third of three equal lines when two are kept', () => {
    expect(kept([file, [...file, line('2026-03-10', 1_500, 'VIR MARTIN')]])).toHaveLength(3);
  });

  test('knows a label again with other spaces, case and accents', () => {
    expect(
      kept([
        [line('2026-03-10', 1_500, 'Vir. Éric  Martin')],
        [line('2026-03-10', 1_500, 'VIR ERIC MARTIN')],
      ]),
    ).toHaveLength(1);
  });

  test('never trusts the counter that a bank writes as a reference', () => {
    const one = line('2026-03-10', 1_500, 'VIR MARTIN', { reference: 'id_mvt1' });
    const same = line('2026-03-10', 1_500, 'VIR MARTIN', { reference: 'id_mvt7' });
    const other = line('2026-03-11', 2_000, 'VIR DURAND', { reference: 'id_mvt1' });
    expect(kept([[one], [same, other]])).toHaveLength(2);
  });

  test('tells two cheques of one amount by their numbers', () => {
    const cheques = ['6557005', '6557006'].map((number) =>
      line('2026-03-10', -4_520, 'CHEQUE', { number }),
    );
    expect(kept([cheques.slice(0, 1), cheques.slice(1)])).toHaveLength(2);
  });
});

describe('a file in another format', () => {
  const known = kept([[line('2026-03-10', 1_500, 'VIREMENT DE MME MARTIN')]], 'ofx');

  test('finds a line again by day, amount and a word in common, once', () => {
    const again = line('2026-03-10', 1_500, 'VIR MARTIN');
    const file = identified([again, again], 'cfonb120', longDigest);
    expect(compared(file, known, 'cfonb120').news).toHaveLength(1);
  });

  const comparedWith = (...lines: readonly StatementLine[]) =>
    compared(identified(lines, 'cfonb120', longDigest), known, 'cfonb120');

  test('leaves to a person a line of the same day and amount without a word in common', () => {
    expect(comparedWith(line('2026-03-10', 1_500, 'REMISE'))).toMatchObject({
      news: [],
      probable: [{ line: { label: 'REMISE' }, known: { label: 'VIREMENT DE MME MARTIN' } }],
    });
  });

  test('compares unit by unit: of two such lines, one is new', () => {
    const remise = line('2026-03-10', 1_500, 'REMISE');
    expect(comparedWith(remise, { ...remise, label: 'DEPOT' })).toMatchObject({
      news: [{}],
      probable: [{}],
    });
  });

  test('takes the day of value for the day, for a person to say', () => {
    const valued = line('2026-03-11', 1_500, 'VIR MARTIN', { valueDate: day('2026-03-10') });
    expect(comparedWith(valued)).toMatchObject({ news: [], probable: [{}] });
    expect(comparedWith(line('2026-03-11', 1_500, 'VIR MARTIN'))).toMatchObject({ news: [{}] });
  });

  test('keeps a line of another amount', () => {
    expect(comparedWith(line('2026-03-10', 1_501, 'VIR MARTIN'))).toMatchObject({
      news: [{}],
      probable: [],
    });
  });
});

const someLines = fc.array(
  fc
    .tuple(
      fc.nat({ max: 4 }),
      fc.constantFrom(1_000, 1_500),
      fc.constantFrom('VIR MARTIN', 'VIR DURAND'),
    )
    .map(([after, amount, label]) => line(addDays(day('2026-03-01'), after), amount, label)),
  { maxLength: 20 },
);

test('importing again changes nothing, in any order', () => {
  fc.assert(
    fc.property(someLines, (file) => {
      const once = kept([file]);
      expect(once).toHaveLength(file.length);
      expect(idsOf(kept([file, file.toReversed()]))).toEqual(idsOf(once));
    }),
  );
});

test('splitting a file between two days keeps the same lines, with the same ids', () => {
  fc.assert(
    fc.property(someLines, fc.nat({ max: 4 }), (file, after) => {
      const cut = addDays(day('2026-03-01'), after);
      const [first, second] = [
        file.filter(({ date }) => date < cut),
        file.filter(({ date }) => date >= cut),
      ];
      expect(idsOf(kept([first, second]))).toEqual(idsOf(kept([file])));
      expect(idsOf(kept([second, first]))).toEqual(idsOf(kept([file])));
    }),
  );
});

test('two files that overlap keep, of each day, the larger number of equal lines', () => {
  fc.assert(
    fc.property(someLines, someLines, (one, other) => {
      const count = (lines: readonly StatementLine[]) =>
        Map.groupBy(lines, ({ date, amountCents, label }) => `${date} ${amountCents} ${label}`);
      const [a, b] = [count(one), count(other)];
      const most = [...new Set([...a.keys(), ...b.keys()])].reduce(
        (sum, key) => sum + Math.max(a.get(key)?.length ?? 0, b.get(key)?.length ?? 0),
        0,
      );
      expect(kept([one, other])).toHaveLength(most);
    }),
  );
});
