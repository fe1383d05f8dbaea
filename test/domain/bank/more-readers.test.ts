import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStatement, type ReadOptions } from '#shared/domain/bank/reading/read-statement.ts';
import { addDays, day } from '#shared/domain/dates.ts';
import { camtOf, csvOf, mt940Of, qifOf } from '#test/support/statement-files.ts';
import { cfonbOf, march, ofxOf, type MadeStatement } from '#test/support/statements.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, options?: ReadOptions) => readStatement(bytesOf(text), options);

const makers = [
  ['camt', camtOf],
  ['cfonb120', cfonbOf],
  ['csv', csvOf],
  ['mt940', mt940Of],
  ['ofx', ofxOf],
  ['qif', qifOf],
] as const;

const made: fc.Arbitrary<MadeStatement> = fc.record({
  from: fc.constant('2026-03-01'),
  to: fc.constant('2026-03-31'),
  openingCents: fc.integer({ min: -99_999_999, max: 99_999_999 }),
  operations: fc.array(
    fc.record({
      date: fc.nat({ max: 17 }).map((days) => addDays(day('2026-03-13'), days)),
      cents: fc.integer({ min: -99_999_999, max: 99_999_999 }).filter((cents) => cents !== 0),
      label: fc.stringMatching(/^[A-Z][A-Z0-9]{2,9}( [A-Z0-9]{1,9}){0,2}$/u),
    }),
    { minLength: 1, maxLength: 12 },
  ),
});

describe.each(makers)('a statement written as %s', (format, makeFile) => {
  test('is read again with its days, amounts and labels, in order', () => {
    fc.assert(
      fc.property(made, (statement) => {
        const answer = read(makeFile(statement));
        if (!answer.ok) throw new Error(answer.rejection);
        expect(answer.value.format).toBe(format);
        expect(
          answer.value.statements[0]?.lines.map(({ date, amountCents: cents, label }) => ({
            date,
            cents,
            label,
          })),
        ).toEqual(statement.operations);
      }),
      { numRuns: 60 },
    );
  });

  test('has the balances that the format can tell', () => {
    const answer = read(makeFile(march));
    const tells = { camt: 'both', cfonb120: 'both', csv: 'both', mt940: 'both', ofx: 'closing' };
    const told = Object.entries(tells).find(([name]) => name === format)?.[1];
    expect(answer).toMatchObject({
      value: {
        statements: [
          {
            openingCents: told === 'both' ? 100_000 : null,
            closingCents: told === undefined ? null : 123_530,
          },
        ],
      },
    });
  });
});

describe('CAMT', () => {
  test('takes booked entries, and keeps the announced ones apart', () => {
    const announced = camtOf(march).replace('<Cd>BOOK</Cd>', '<Cd>PDNG</Cd>');
    expect(read(announced)).toMatchObject({
      value: { statements: [{ lines: { length: 2 }, pendingLines: { length: 1 } }] },
    });
  });

  test('is read with any prefix, in an envelope', () => {
    const prefixed = camtOf(march)
      .replace(/<\?xml.*\?>/u, '<Envelope>')
      .replace(/<(\/?)([A-Z])/gu, '<$1n:$2')
      .replace('<n:Envelope>', '<Envelope>');
    expect(read(`${prefixed}</Envelope>`)).toMatchObject({
      value: { statements: [{ lines: { length: 3 } }] },
    });
  });

  test('is cut wherever it stops before its last tag ends', () => {
    const file = camtOf(march);
    for (let length = 60; length < file.length; length += 7)
      expect(read(file.slice(0, length)).ok || read(file.slice(0, length))).toMatchObject({
        rejection: 'statement_truncated',
      });
  });

  const bomb =
    '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><Document>&b;</Document>';
  const stolen = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>';

  test.each([
    ['a bomb of entities', bomb],
    ['a file of the server', stolen],
    ['a declaration after the XML one', `<?xml version="1.0"?>\n${bomb}`],
  ])('is refused with a document type: %s', (_, text) => {
    expect(read(text)).toEqual({ ok: false, rejection: 'statement_xml_unsafe' });
  });

  test.each([
    ['an entity that nobody declared', '&x;'],
    ['a lone ampersand', 'A & B'],
    ['a tag that another one closes', '<a></b>'],
    ['an attribute given twice', '<a b="1" b="2"/>'],
    ['an amount finer than a cent', '<Ntry><Amt Ccy="EUR">1.005</Amt></Ntry>'],
  ])('is refused with %s', (_, inside) => {
    expect(
      read(`<Document><BkToCstmrStmt><Stmt>${inside}</Stmt></BkToCstmrStmt></Document>`),
    ).toMatchObject({ rejection: 'statement_unreadable' });
  });

  test('is refused when entries are in several currencies', () => {
    const mixed = camtOf(march).replace('<Ntry><Amt Ccy="EUR">', '<Ntry><Amt Ccy="CHF">');
    expect(read(mixed)).toMatchObject({ rejection: 'statement_currency' });
  });
});

describe('QIF', () => {
  const ambiguous = '!Type:Bank\nD04/03/26\nT-15.00\nPCHEQUE\n^\n';

  test('asks for the order of dates that can be read two ways', () => {
    expect(read(ambiguous)).toEqual({ ok: false, rejection: 'statement_needs_date_order' });
    const dateOf = (dateOrder: 'dmy' | 'mdy') => read(ambiguous, { dateOrder });
    expect(dateOf('dmy')).toMatchObject({ value: { statements: [{ from: '2026-03-04' }] } });
    expect(dateOf('mdy')).toMatchObject({ value: { statements: [{ from: '2026-04-03' }] } });
  });

  test('takes the order that makes days of all dates', () => {
    const american = `${ambiguous}D12/29/26\nT1\n^\n`;
    expect(read(american)).toMatchObject({ value: { statements: [{ from: '2026-04-03' }] } });
  });

  test.each([
    ['dates of both orders', `${ambiguous}D13/01/26\nT1\n^\nD01/13/26\nT1\n^`],
    ['31 February', '!Type:Bank\nD31/02/26\nT1\n^'],
    ['no amount', '!Type:Bank\nD31/03/26\n^'],
  ])('is refused with %s', (_, text) => {
    expect(read(text)).toMatchObject({ rejection: 'statement_unreadable' });
  });

  test('is cut when it ends within a record', () => {
    expect(read(ambiguous.slice(0, -2))).toMatchObject({ rejection: 'statement_truncated' });
  });

  test('without a section of an account holds no statement', () => {
    expect(read('!Type:Memorized\nT-50.00\n^')).toMatchObject({ rejection: 'statement_empty' });
  });
});

describe('MT940', () => {
  const withLine = (movement: string): string =>
    mt940Of({ ...march, operations: [] }).replace(':62F:', `:61:${movement}\n:62F:`);

  test.each([
    ['a debit', '2603130313D15,00NTRFNONREF', '2026-03-13', -1_500],
    ['a credit taken back', '2603130313RC15,00NTRFNONREF', '2026-03-13', -1_500],
    ['a debit given back', '2603130313RD15,00NTRFNONREF', '2026-03-13', 1_500],
    ['a code of funds', '2603130313CR15,00NTRFNONREF', '2026-03-13', 1_500],
    ['no entry date', '260313D15,NTRFNONREF', '2026-03-13', -1_500],
    ['an entry date of the year before', '2601021231D15,00NTRF', '2025-12-31', -1_500],
    ['an entry date of the year after', '2512310102D15,00NTRF', '2026-01-02', -1_500],
    ['30 February', '260230D15,00NTRF', '2026-02-28', -1_500],
  ])('reads %s', (_, movement, date, amountCents) => {
    expect(read(withLine(movement))).toMatchObject({
      value: { statements: [{ lines: [{ date, amountCents }] }] },
    });
  });

  test.each(['261313D15,00NTRF', '260313X15,00NTRF', '260313D15,005NTRF', 'hier'])(
    'refuses the movement %s',
    (movement) => {
      expect(read(withLine(movement))).toMatchObject({ rejection: 'statement_unreadable' });
    },
  );
});
