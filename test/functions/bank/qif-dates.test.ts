import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { listStatementLines } from '#functions/stores/statements.ts';
import { addAccount, importText, newBank } from './bank-calls.ts';
import { inApril, inMarch, qif } from './qif-files.ts';

type Bank = Awaited<ReturnType<typeof newBank>>;

const datesOf = async (bank: Bank) =>
  (await listStatementLines(bank.scope, bank.bankAccountId)).map(({ date }) => date).toSorted();

test('B-120: the order of the dates of a QIF is told once for the account', async () => {
  const bank = await newBank();
  expect(await importText(bank, inMarch)).toMatchObject({
    rejection: 'statement_needs_date_order',
  });
  expect(await importText(bank, inMarch, { dateOrder: 'mdy' })).toMatchObject({ ok: true });
  expect(await importText(bank, inApril)).toMatchObject({ ok: true });
  expect(await datesOf(bank)).toEqual(['2026-03-04', '2026-03-05', '2026-04-06', '2026-04-07']);
});

test('B-120: what was told of the QIF of one account is not said of another', async () => {
  const bank = await newBank();
  const postal = { ...bank, bankAccountId: ulid() };
  await addAccount(bank.scope, postal.bankAccountId, { accountNumber: '514' });
  await importText(bank, inMarch, { dateOrder: 'mdy' });
  expect(await importText(postal, inApril)).toMatchObject({
    rejection: 'statement_needs_date_order',
  });
});

test('B-120: a QIF that tells its order is read by what it tells', async () => {
  const bank = await newBank();
  await importText(bank, inMarch, { dateOrder: 'mdy' });
  await importText(bank, qif('D25/04/2026\nT-7.00\nPPAPETERIE', 'D04/05/2026\nT1.00\nPX'));
  expect(await datesOf(bank)).toEqual(['2026-03-04', '2026-03-05', '2026-04-25', '2026-05-04']);
});

test('B-120: a person who says otherwise is followed from then on', async () => {
  const bank = await newBank();
  await importText(bank, inMarch, { dateOrder: 'mdy' });
  await importText(bank, inApril, { dateOrder: 'dmy' });
  await importText(bank, qif('D05/06/2026\nT-7.00\nPPAPETERIE'));
  expect(await datesOf(bank)).toContain('2026-06-05');
});
