import { zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { readStatementFile } from '#functions/bank/reading/read-statement-file.ts';
import { archiveOf, bombFile } from '#test/support/made-archives.ts';
import { readAlone } from '#test/support/peak-memory.ts';
import { csvOf } from '#test/support/statement-files.ts';
import { march, ofxOf } from '#test/support/statements.ts';
import { importBytes, newBank } from '../bank-calls.ts';
import { keptOf } from './keeping.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = { name: 'mars.csv', bytes: bytesOf(csvOf(march)) };
const ofx = { name: 'mars.ofx', bytes: bytesOf(ofxOf(march)) };

let bank: Awaited<ReturnType<typeof newBank>>;
beforeAll(async () => {
  bank = await newBank();
});

/** 42.zip, three floors of it: archives of archives, with a bomb in the cellar. */
const nested = (floors: number): Uint8Array =>
  floors === 0
    ? archiveOf([bombFile('a.csv', 4)])
    : zipSync(Object.fromEntries([1, 2, 3, 4].map((at) => [`${at}.zip`, nested(floors - 1)])));

const manyNames = Array.from({ length: 10_001 }, (_, at) => ({ ...csv, name: `${at}.csv` }));

test.each([
  ['a bomb', archiveOf([bombFile('a.csv', 60)]), 'statement_archive_unsafe'],
  [
    'a bomb that says it is small',
    archiveOf([{ ...bombFile('a.csv', 60), claimsBytes: 10 }]),
    'statement_archive_unsafe',
  ],
  [
    'a bomb of several files',
    archiveOf(['a', 'b', 'c'].map((name) => bombFile(name, 9))),
    'statement_archive_unsafe',
  ],
  ['archives in archives', nested(3), 'statement_archive_unsafe'],
  [
    'files that share their bytes',
    archiveOf([csv, { ...csv, name: 'avril.csv', sharesBytes: true }]),
    'statement_archive_unsafe',
  ],
  ['10 001 files', archiveOf(manyNames), 'statement_archive_unsafe'],
  ['65 537 files that say they are one', archiveOf(manyNames, 65_537), 'statement_archive_unsafe'],
  ['a file that the directory does not say', archiveOf([csv, ofx], 1), 'statement_archive_unsafe'],
  [
    'a link',
    archiveOf([csv, { name: 'b.csv', bytes: bytesOf('/etc/passwd'), mode: 0o120777 }]),
    'statement_archive_unsafe',
  ],
  [
    'a name that climbs',
    archiveOf([{ ...csv, name: '../../mars.csv' }]),
    'statement_archive_unsafe',
  ],
  ['a name from the root', archiveOf([{ ...csv, name: '/tmp/a.csv' }]), 'statement_archive_unsafe'],
  ['a name of Windows', archiveOf([{ ...csv, name: 'a\\..\\b.csv' }]), 'statement_archive_unsafe'],
  ['a password', archiveOf([{ ...csv, isEncrypted: true }]), 'statement_archive_locked'],
  ['a directory that is not where it says', archiveOf([csv]).with(-6, 1), 'statement_unreadable'],
])(
  'B-129: an archive with %s is refused whole, and nothing is kept',
  async (_, bytes, rejection) => {
    expect(await importBytes(bank, bytes)).toEqual({ ok: false, rejection });
    expect(await keptOf(bank)).toEqual({ statements: 0, lines: [] });
  },
);

test('B-129: sixty files are read, whatever folder they are in; one more is not', async () => {
  const files = (count: number) =>
    archiveOf(Array.from({ length: count }, (_, at) => ({ ...csv, name: `a..b/${at}.csv` })));
  expect(await readStatementFile(files(60))).toMatchObject({ ok: true, value: { length: 60 } });
  expect(await readStatementFile(files(61))).toMatchObject({ ok: false });
});

test('B-129: a gigabyte that hides in an archive is never held', async () => {
  const bomb = archiveOf([bombFile('a.csv', 1_000)]);
  expect(bomb.byteLength).toBeLessThan(4_000_000);
  const { answers, grownMegabytes } = await readAlone(bomb);
  expect(grownMegabytes).toBeLessThan(150);
  expect(answers).toEqual([{ rejection: 'statement_archive_unsafe' }]);
});
