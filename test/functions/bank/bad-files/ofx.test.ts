import { beforeAll, expect, test } from 'vitest';
import { ofxOf } from '#test/support/statements.ts';
import { importBytes, newBank } from '../bank-calls.ts';
import { keptOf } from './keeping.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const twins = ofxOf({
  from: '2026-03-01',
  to: '2026-03-31',
  openingCents: 100_000,
  operations: [
    { date: '2026-03-10', cents: 1_500, label: 'VIR A' },
    { date: '2026-03-10', cents: 1_500, label: 'VIR A' },
    { date: '2026-03-12', cents: -4_520, label: 'VIR B' },
  ],
});
const three = {
  statements: 1,
  lines: [
    ['2026-03-10', 1_500, 'VIR A'],
    ['2026-03-10', 1_500, 'VIR A'],
    ['2026-03-12', -4_520, 'VIR B'],
  ],
};

test.each([
  ['leaves that are never closed', twins],
  ['leaves that are all closed', twins.replace(/<(NAME|TRNAMT|FITID)>([^<]*)/gu, '<$1>$2</$1>')],
  ['operations that are never closed', twins.replaceAll('</STMTTRN>', '')],
  ['no reference of the bank', twins.replace(/<FITID>[^<]*/gu, '')],
  ['one reference for all', twins.replace(/<FITID>[^<]*/gu, '<FITID>1')],
  ['a comma before the cents', twins.replace(/(<TRNAMT>-?\d+)\.(\d+)/gu, '$1,$2')],
  ['no balance at its end', twins.replace(/<LEDGERBAL>.*<\/LEDGERBAL>/su, '')],
])('B-121: an OFX file with %s brings all its lines, twins too', async (_, text) => {
  const bank = await newBank();
  expect(await importBytes(bank, bytesOf(text))).toMatchObject({
    ok: true,
    value: { statements: [{ lineCount: 3, newLineCount: 3, balanceCheck: 'unverifiable' }] },
  });
  expect(await keptOf(bank)).toEqual(three);
});

test('B-121: one reference with two amounts, in two files, is two lines', async () => {
  const bank = await newBank();
  const of = (cents: number) =>
    ofxOf({
      from: '2026-03-01',
      to: '2026-03-31',
      openingCents: 0,
      operations: [{ date: '2026-03-10', cents, label: 'VIR A' }],
    });
  await importBytes(bank, bytesOf(of(1_500)));
  await importBytes(bank, bytesOf(of(1_600)));
  expect((await keptOf(bank)).lines.map(([, cents]) => cents).toSorted()).toEqual([1_500, 1_600]);
});

let bank: Awaited<ReturnType<typeof newBank>>;
beforeAll(async () => {
  bank = await newBank();
});

test.each([
  ['no number for an amount', twins.replace('-45.20', 'NAN')],
  ['no end of amounts', twins.replace('-45.20', 'INF')],
  ['an amount that is left out', twins.replace('<TRNAMT>-45.20', '')],
  ['a day that is none', twins.replace('20260312', '20260231')],
  ['no number for its balance', twins.replace(/(<BALAMT>)[^<]*/u, '$1NAN')],
])('B-121: an OFX file with %s is refused, and nothing is kept', async (_, text) => {
  expect(await importBytes(bank, bytesOf(text))).toMatchObject({
    ok: false,
    rejection: 'statement_unreadable',
  });
  expect(await keptOf(bank)).toEqual({ statements: 0, lines: [] });
});
