import { expect, test } from 'vitest';
import { listStatementLines, listStatements } from '#functions/stores/statements.ts';
import { confirm, importText, newBank, postCheque } from './bank-calls.ts';
import { inApril, inMarch, qif } from './qif-files.ts';

type Bank = Awaited<ReturnType<typeof newBank>>;

const datesOf = async (bank: Bank) =>
  (await listStatementLines(bank.scope, bank.bankAccountId)).map(({ date }) => date).toSorted();
const periodsOf = async (bank: Bank) =>
  (await listStatements(bank.scope, bank.bankAccountId))
    .map(({ from, to }) => [from, to])
    .toSorted();

/** A bank whose second file was read as the first one was: month first. */
async function readTwice() {
  const bank = await newBank();
  const first = await importText(bank, inMarch, { dateOrder: 'mdy', flipSigns: 'no' });
  const second = await importText(bank, inApril);
  if (!first.ok || !second.ok) throw new Error('not imported');
  return { bank, first: first.value, second: second.value };
}

test('says that a file was read as the last one like it, each time that it is', async () => {
  const { bank, first, second } = await readTwice();
  expect(first).not.toHaveProperty('readAs');
  expect(second.readAs).toEqual({ dateOrder: 'mdy', flipSigns: 'no' });
  expect(await importText(bank, inApril)).toMatchObject({
    value: { alreadyImported: true, readAs: { dateOrder: 'mdy' } },
  });
});

test('answered again, the file is read so in the place of what it had brought', async () => {
  const { bank } = await readTwice();
  const again = await importText(bank, inApril, { dateOrder: 'dmy', reread: 'yes' });
  expect(again).toMatchObject({
    value: { alreadyImported: false, statements: [{ newLineCount: 2 }] },
  });
  expect(await datesOf(bank)).toEqual(['2026-03-04', '2026-03-05', '2026-06-04', '2026-07-04']);
  expect(await periodsOf(bank)).toEqual([
    ['2026-03-04', '2026-03-05'],
    ['2026-06-04', '2026-07-04'],
  ]);
});

test('answered again twice, or as it was read, nothing is lost nor doubled', async () => {
  const { bank } = await readTwice();
  const before = [await datesOf(bank), await periodsOf(bank)];
  for (const dateOrder of ['dmy', 'dmy', 'mdy', 'mdy'] as const)
    await importText(bank, inApril, { dateOrder, reread: 'yes' });
  expect([await datesOf(bank), await periodsOf(bank)]).toEqual(before);
});

test('a file of more lines than a transaction holds is read again whole', async () => {
  const bank = await newBank();
  const days = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
  const many = qif(
    ...days.flatMap((day) =>
      Array.from({ length: 9 }, (_, index) => `D01/${day}/2026\nT-${index + 1}.00\nPACHAT`),
    ),
  );
  await importText(bank, many, { dateOrder: 'mdy' });
  expect(await importText(bank, many, { dateOrder: 'dmy', reread: 'yes' })).toMatchObject({
    ok: true,
  });
  const dates = await datesOf(bank);
  expect(dates).toHaveLength(108);
  expect([dates[0], dates.at(-1)]).toEqual(['2026-01-01', '2026-12-01']);
});

test('a line that an entry has met must be freed first: nothing changes', async () => {
  const { bank } = await readTwice();
  const entryId = await postCheque(bank.scope, 700);
  const line = (await listStatementLines(bank.scope, bank.bankAccountId)).find(
    ({ label }) => label === 'PAPETERIE',
  );
  await confirm(bank, line?.id ?? '', entryId);
  const before = await datesOf(bank);
  expect(await importText(bank, inApril, { dateOrder: 'dmy', reread: 'yes' })).toMatchObject({
    rejection: 'statement_lines_matched',
  });
  expect(await datesOf(bank)).toEqual(before);
});
