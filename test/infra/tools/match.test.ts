import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirelire-match-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Said {
  readonly lineIds: readonly string[];
  readonly entryIds: readonly string[];
  readonly automatic: boolean;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Runs the tool as a person does, without any build. */
const run = (...args: readonly string[]) =>
  new Promise<{ code: number; told: { matches: readonly Said[]; error: unknown } }>((resolve) => {
    execFile('node', ['infra/tools/match.ts', ...args], (error, output) => {
      resolve({ code: error === null ? 0 : Number(error.code), told: JSON.parse(output) });
    });
  });

let fileCount = 0;
async function fileOf(content: unknown): Promise<string> {
  fileCount += 1;
  const path = join(folder, `${fileCount}.json`);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const said = async (statement: unknown, entries: unknown) =>
  run('--statement', await fileOf(statement), '--entries', await fileOf(entries));

type Row = readonly [id: string, date: string, amountCents: number, text: string, more?: object];

const line = (...[id, date, amountCents, label, more]: Row) => ({
  id,
  date,
  amountCents,
  label,
  ...more,
});
const entry = (...[id, date, amountCents, kind, more]: Row) => ({
  id,
  date,
  amountCents,
  kind,
  label: '',
  ...more,
});
const period = (from: string, to: string) => ({
  from,
  to,
  openingBalanceCents: 0,
  closingBalanceCents: 0,
});
const slip = (numbers: Readonly<Record<string, number>>, date: string, depositSlipNumber: string) =>
  Object.entries(numbers).map(([id, amountCents]) =>
    entry(id, date, amountCents, 'cheque', { depositSlipNumber }),
  );

const statement = {
  account: 'FR76',
  periods: [period('2025-09-01', '2026-08-31')],
  lines: [
    line('payout', '2026-03-05', 121_500, 'VIR HELLOASSO 3591881 03-03-2026'),
    line('cheque', '2026-03-12', -4_520, 'CHEQUE N. 0557005', { valueDate: '2026-03-12' }),
    line('mistyped', '2026-03-20', -12_300, 'CHEQUE N. 0557006', { reference: null }),
    line('slip', '2026-04-02', 4_500, 'REMISE N°4471203 DE 000003 CHEQUES', { color: 'blue' }),
    line('own', '2026-05-12', 6_200, 'REMISE N°4471209 DE 000002 CHEQUES', {
      operationCode: null,
    }),
    line('count', '2026-06-10', 5_100, 'REMISE DE 000003 CHEQUES'),
    line('fee', '2026-06-30', -215, 'FRAIS DE TENUE DE COMPTE'),
  ],
};
const entries = [
  entry('p', '2026-03-03', 121_500, 'payout', { payoutReference: '3591881' }),
  entry('c', '2026-03-02', -4_520, 'cheque', { chequeNumber: '557005', depositSlipNumber: null }),
  entry('m', '2026-03-15', -13_200, 'cheque', { chequeNumber: 557_006, weather: 'rain' }),
  ...slip({ s1: 1_500, s2: 1_000, s3: 2_000 }, '2026-03-30', '4471203'),
  ...slip({ o1: 3_000, o2: 3_200 }, '2026-05-10', '2026-09'),
  entry('k1', '2026-06-07', 5_100, 'chequeDeposit', { chequeCount: 4 }),
  entry('k2', '2026-06-05', 5_100, 'chequeDeposit', { chequeCount: 3 }),
];

describe('what a statement and entries have in common', () => {
  let matches: readonly Said[];
  const of = (id: string) => matches.filter(({ lineIds }) => lineIds.includes(id));
  beforeAll(async () => {
    const { code, told } = await said(statement, entries);
    expect(code).toBe(0);
    expect(Object.keys(told)).toEqual(['matches']);
    ({ matches } = told);
  }, 30_000);

  test('has five fields, and comes by score', () => {
    for (const one of matches) {
      expect(Object.keys(one)).toEqual(['lineIds', 'entryIds', 'automatic', 'score', 'reasons']);
      expect(one.reasons.length).toBeGreaterThan(0);
    }
    const scores = matches.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test('balances where it is automatic, each line and each entry once', () => {
    const automatic = matches.filter((one) => one.automatic);
    const sum = (
      rows: readonly { readonly id: string; readonly amountCents: number }[],
      ids: readonly string[],
    ) =>
      rows.filter(({ id }) => ids.includes(id)).reduce((total, one) => total + one.amountCents, 0);
    for (const { lineIds, entryIds } of automatic)
      expect(sum(statement.lines, lineIds)).toBe(sum(entries, entryIds));
    const ids = automatic.flatMap(({ lineIds, entryIds }) => [...lineIds, ...entryIds]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of statement.lines) expect(of(id).length).toBeLessThanOrEqual(3);
  });

  test.each([
    ['a payout by its reference', 'payout', ['p']],
    ['a cheque by its number, leading zeros or not', 'cheque', ['c']],
    ['the cheques of a slip by its number', 'slip', ['s1', 's2', 's3']],
  ])('finds %s', (_, id, entryIds) => {
    expect(of(id)).toMatchObject([{ entryIds, automatic: true }]);
  });

  test('finds the cheques of a slip that the cooperative numbered itself', () => {
    expect(of('own')[0]?.entryIds).toEqual(['o1', 'o2']);
  });

  test('puts the deposit of as many cheques as the bank says before another', () => {
    expect(of('count')[0]?.entryIds).toEqual(['k2']);
  });

  test('says that an amount was mistyped, and leaves it to be looked at', () => {
    const [first] = of('mistyped');
    expect(first).toMatchObject({ entryIds: ['m'], automatic: false });
    expect(first?.reasons[0]).toMatch(/faute de frappe.*132,00.*123,00/u);
  });

  test('leaves alone what has no entry', () => {
    expect(of('fee')).toEqual([]);
  });
});

test('nothing beyond a month that is missing is automatic', { timeout: 30_000 }, async () => {
  const lines = [line('l', '2026-02-27', 9_340, 'REMISE DE CHEQUES')];
  const books = [entry('e', '2026-02-26', 9_340, 'chequeDeposit')];
  const holed = [period('2026-01-01', '2026-02-28'), period('2026-04-01', '2026-04-30')];
  const automatic = async (periods: readonly unknown[]) =>
    (await said({ periods, lines }, books)).told.matches.map((one) => one.automatic);
  expect(await automatic(holed)).toEqual([false]);
  expect(await automatic([...holed, period('2026-03-01', '2026-03-31')])).toEqual([true]);
});

test('nothing in common with nothing', { timeout: 30_000 }, async () => {
  expect(await said({ lines: [] }, [])).toEqual({ code: 0, told: { matches: [] } });
  const byAnotherEditor = `\uFEFF${JSON.stringify({ periods: [], lines: [] })}`;
  expect(await said(byAnotherEditor, entries)).toEqual({ code: 0, told: { matches: [] } });
});

test.each([
  ['what is not JSON', '{', '[]', 'not_json'],
  ['a statement that is a list', '[]', '[]', 'not_as_expected'],
  ['entries that are not a list', { lines: [] }, { entries: [] }, 'not_as_expected'],
  ['cents in parts', { lines: [line('l', '2026-02-27', 12.5, '')] }, [], 'not_as_expected'],
  ['a day of no month', { lines: [line('l', '2026-02-30', 125, '')] }, [], 'not_as_expected'],
  [
    'an id given twice',
    { lines: [] },
    [entry('e', '2026-02-27', 1, 'fee'), entry('e', '2026-02-27', 1, 'fee')],
    'not_as_expected',
  ],
])('refuses %s, and says why', { timeout: 30_000 }, async (_, statementIn, entriesIn, code) => {
  expect(await said(statementIn, entriesIn)).toEqual({
    code: 1,
    told: { error: { code, message: expect.stringMatching(/\.json/u) } },
  });
});

test('refuses a missing file and a missing option', { timeout: 30_000 }, async () => {
  const path = await fileOf([]);
  expect(await run('--statement', join(folder, 'absent.json'), '--entries', path)).toMatchObject({
    code: 1,
    told: { error: { code: 'file_missing', message: expect.any(String) } },
  });
  expect(await run('--statement', path)).toMatchObject({
    code: 1,
    told: { error: { code: 'option_missing', message: expect.stringContaining('--entries') } },
  });
});
