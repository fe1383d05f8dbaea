import { beforeAll, expect, test } from 'vitest';
import { cfonbOf, march } from '#test/support/statements.ts';
import { importBytes, newBank } from '../bank-calls.ts';
import { keptOf } from './keeping.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const [opening = '', ...others] = cfonbOf(march).split('\n');
const [deposit = '', cheque = '', fee = '', closing = ''] = others;
const fileOf = (...records: readonly string[]): string => records.join('\n');
const amounts = 'A'.repeat(14);
/** The fourteen characters of the amount of a record, replaced. */
const paid = (record: string, written: string): string =>
  record.slice(0, 90) + written.padEnd(amounts.length) + record.slice(104);

let bank: Awaited<ReturnType<typeof newBank>>;
beforeAll(async () => {
  bank = await newBank();
});

test.each([
  [
    'a record of 119 characters',
    fileOf(opening, deposit.slice(1), cheque, fee, closing),
    'statement_unreadable',
  ],
  [
    'a record cut before its amount',
    fileOf(opening, deposit.slice(0, 80), cheque, fee, closing),
    'statement_unreadable',
  ],
  [
    'a record of 121 characters',
    fileOf(opening, `${deposit.slice(0, 60)}X${deposit.slice(60)}`, cheque, fee, closing),
    'statement_unreadable',
  ],
  [
    'a record of 240 characters that are not two',
    fileOf(opening, deposit.padEnd(240, 'X'), cheque, fee, closing),
    'statement_unreadable',
  ],
  [
    'a last record cut within its amount',
    fileOf(opening, deposit, cheque, fee, closing.slice(0, 100)),
    'statement_truncated',
  ],
  ['no last record', fileOf(opening, deposit, cheque, fee), 'statement_truncated'],
  ['no first record', fileOf(deposit, cheque, fee, closing), 'statement_truncated'],
  [
    'a sign of nobody',
    fileOf(opening, paid(deposit, '0000000002865Z'), cheque, fee, closing),
    'statement_unreadable',
  ],
  [
    'a digit in the place of the sign',
    fileOf(opening, paid(deposit, '00000000028650'), cheque, fee, closing),
    'statement_unreadable',
  ],
  [
    'a letter within an amount',
    fileOf(opening, paid(deposit, '00000000O2865{'), cheque, fee, closing),
    'statement_unreadable',
  ],
  ['no amount', fileOf(opening, paid(deposit, ''), cheque, fee, closing), 'statement_unreadable'],
  [
    'a sign of nobody in its balance',
    fileOf(opening, deposit, cheque, fee, paid(closing, '0000000012353*')),
    'statement_unreadable',
  ],
  [
    'a sign turned',
    fileOf(opening, paid(deposit, '0000000002865}'), cheque, fee, closing),
    'statement_balance_gap',
  ],
  [
    'a day that is none',
    fileOf(opening, deposit.replaceAll('020326', '310226'), cheque, fee, closing),
    'statement_unreadable',
  ],
  [
    'a record of nobody',
    fileOf(opening, deposit.replace(/^04/u, '09'), cheque, fee, closing),
    'statement_unreadable',
  ],
])(
  'B-131: a CFONB 120 file with %s is refused, and nothing is kept',
  async (_, text, rejection) => {
    expect(await importBytes(bank, bytesOf(text))).toMatchObject({ ok: false, rejection });
    expect(await keptOf(bank)).toEqual({ statements: 0, lines: [] });
  },
);

test('B-131: each sign that the norm has is the digit and the side that it says', async () => {
  const own = await newBank();
  const signs = Array.from('{ABCDEFGHI}JKLMNOPQR');
  const records = signs.map((sign) => paid(deposit, `0000000000001${sign}`));
  const zero = paid(closing, '0000000000000{');
  await importBytes(own, bytesOf(fileOf(paid(opening, '0000000000000{'), ...records, zero)));
  const ten = Array.from({ length: 10 }, (_, at) => at + 10);
  expect((await keptOf(own)).lines.map(([, cents]) => cents).toSorted((a, b) => a - b)).toEqual([
    ...ten.map((cents) => -cents).toReversed(),
    ...ten,
  ]);
});
