import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStatement } from '#shared/domain/bank/reading/read-statement.ts';
import { isDay } from '#shared/domain/dates.ts';
import { camtOf, csvOf, mt940Of, qifOf } from '#test/support/statement-files.ts';
import { cfonbOf, march, ofxOf } from '#test/support/statements.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes cut, repeated, replaced and swapped at random. */
const mutations = fc.array(
  fc.record({
    at: fc.nat({ max: 5_000 }),
    length: fc.nat({ max: 300 }),
    bytes: fc.uint8Array({ maxLength: 40 }),
    twice: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

type Mutations = typeof mutations extends fc.Arbitrary<infer Value> ? Value : never;

const mutated = (bytes: Uint8Array, changes: Mutations): Uint8Array =>
  changes.reduce((before, { at, length, bytes: added, twice }) => {
    const from = at % (before.length + 1);
    const part = before.slice(from, from + length);
    return Uint8Array.from([
      ...before.slice(0, from),
      ...added,
      ...(twice ? [...part, ...part] : []),
      ...before.slice(from + length),
    ]);
  }, bytes);

describe.each([
  ['CFONB 120', cfonbOf(march)],
  ['OFX', ofxOf(march)],
  ['CAMT', camtOf(march)],
  ['QIF', qifOf(march)],
  ['MT940', mt940Of(march)],
  ['CSV', csvOf(march)],
])('a damaged %s file', (_, file) => {
  test('is read or refused, and what is read is days and whole cents', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(mutations, (changes) => {
        const answer = readStatement(mutated(bytesOf(file), changes));
        if (!answer.ok) {
          expect(answer.rejection).toMatch(/^statement_/u);
          return;
        }
        for (const { lines, from } of answer.value.statements) {
          expect(from === null || isDay(from)).toBe(true);
          for (const { date, amountCents, label } of lines) {
            expect(isDay(date)).toBe(true);
            expect(Number.isSafeInteger(amountCents)).toBe(true);
            expect(label.isWellFormed()).toBe(true);
          }
        }
      }),
      { numRuns: 800 },
    );
  });
});

test('any bytes at all are read or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(readStatement(bytes).ok).toBeTypeOf('boolean');
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['tags that never close', '<OFX>' + '<'.repeat(3_900_000)],
  ['tags one after the other', '<OFX>' + '<A>'.repeat(1_300_000)],
  ['end tags of nothing', '<OFX>' + '</A>'.repeat(970_000)],
  ['one long value', '<OFX><STMTRS><STMTTRN><NAME>' + 'A'.repeat(3_900_000) + '</OFX>'],
  ['ampersands', '<OFX><STMTRS><STMTTRN><NAME>' + '&amp;'.repeat(780_000) + '</OFX>'],
  ['digits', '<OFX><STMTRS><STMTTRN><TRNAMT>' + '1 '.repeat(1_900_000) + '</STMTTRN></OFX>'],
  ['blank lines', '\n'.repeat(3_900_000) + '<OFX></OFX>'],
  ['blanks then CFONB', ' '.repeat(3_900_000) + cfonbOf(march)],
  ['XML nested without end', '<?xml?>' + '<a>'.repeat(1_200_000)],
  ['XML of one long text', '<Document>' + 'A '.repeat(1_900_000) + '</Document>'],
  ['XML of one long tag', '<Document ' + 'a="1" '.repeat(600_000) + '/>'],
  ['delimiters', ';'.repeat(3_900_000)],
  ['quotes', '"'.repeat(3_900_000)],
  ['quotes and delimiters', '"a";'.repeat(900_000)],
  ['fields of MT940', ':20:\n:25:1\n:60F:\n' + ':86:A\n'.repeat(600_000)],
  ['marks of QIF', '!Type:Bank\n' + 'D\n^\n'.repeat(700_000)],
  ['one record without end', cfonbOf(march).slice(0, 120) + '0'.repeat(3_900_000)],
])('is answered in linear time: %s', { timeout: 20_000 }, (_, text) => {
  const started = performance.now();
  expect(readStatement(bytesOf(text)).ok).toBeTypeOf('boolean');
  expect(performance.now() - started).toBeLessThan(8_000);
});
