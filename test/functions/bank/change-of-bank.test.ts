import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { markLineEndpoint } from '#shared/contract/bank/matching.ts';
import { day } from '#shared/domain/dates.ts';
import { yearEndReconciliation } from '#shared/domain/reports/year-end-reconciliation.ts';
import { markLine } from '#functions/bank/mark-line.ts';
import { bankBooksOf, postedOf } from '#functions/reports/bank-books.ts';
import { listStatementLines } from '#functions/stores/statements.ts';
import { callOf } from '#test/support/calls.ts';
import { posted } from '#test/support/entries.ts';
import { cfonbOf } from '#test/support/statements.ts';
import {
  addAccount,
  confirm,
  importText,
  newBank,
  postCheque,
  reconciliation,
} from './bank-calls.ts';
import { change, close, find } from './register-calls.ts';

type Bank = Awaited<ReturnType<typeof newBank>>;

const replacing = (old: Bank, more: object = {}) => ({
  label: 'Nouvelle banque',
  replaces: old.bankAccountId,
  openedOn: day('2026-03-09'),
  ...more,
});

/** The old account is emptied into the new one, which then pays a cheque; nothing is explained. */
async function changedBank() {
  const old = await newBank();
  const renewed = { ...old, bankAccountId: ulid() };
  await addAccount(old.scope, renewed.bankAccountId, replacing(old));
  const emptied = { date: '2026-03-10', cents: -100_000, label: 'VIR NOUVELLE BANQUE', code: '06' };
  const filled = { date: '2026-03-11', cents: 100_000, label: 'VIR ANCIENNE BANQUE', code: '05' };
  const cheque = {
    date: '2026-03-20',
    cents: -1_200,
    label: 'CHEQUE',
    code: '01',
    number: '6557005',
  };
  await importText(
    old,
    cfonbOf({ from: '2026-03-01', to: '2026-03-15', openingCents: 100_000, operations: [emptied] }),
  );
  await importText(
    renewed,
    cfonbOf({
      from: '2026-03-10',
      to: '2026-03-31',
      openingCents: 0,
      operations: [filled, cheque],
    }),
  );
  const entryId = await postCheque(old.scope, 1_200);
  return { old, renewed, entryId };
}

const lineOf = async ({ scope, bankAccountId }: Bank, label: string) =>
  (await listStatementLines(scope, bankAccountId)).find((line) => line.label.startsWith(label))
    ?.id ?? '';

async function setApart(bank: Bank) {
  const lineId = await lineOf(bank, 'VIR');
  return markLine(
    callOf(markLineEndpoint, {
      scope: bank.scope,
      params: { coopId: bank.scope.coopId, bankAccountId: bank.bankAccountId, lineId },
      body: { mark: 'apart' },
    }),
  );
}

/** The same, all explained: the transfer set apart on both sides, the cheque met. */
async function explained() {
  const { old, renewed, entryId } = await changedBank();
  await setApart(old);
  await setApart(renewed);
  await confirm(renewed, await lineOf(renewed, 'CHEQUE'), entryId);
  return { old, renewed };
}

test('the new account takes the number of the old one, with the day it was opened', async () => {
  const old = await newBank();
  const id = ulid();
  expect(
    await addAccount(old.scope, ulid(), replacing(old, { openedOn: undefined })),
  ).toMatchObject({
    rejection: 'opening_day_missing',
  });
  expect(await addAccount(old.scope, id, replacing(old))).toMatchObject({
    value: { accountNumber: '512', replaces: old.bankAccountId },
  });
  expect(await addAccount(old.scope, id, replacing(old))).toMatchObject({ ok: true });
});

test('one account is replaced once, by one of the same number, even by two at once', async () => {
  const old = await newBank();
  expect(
    await addAccount(old.scope, ulid(), replacing(old, { accountNumber: '514' })),
  ).toMatchObject({ rejection: 'bank_account_not_replaceable' });
  const answers = await Promise.all([
    addAccount(old.scope, ulid(), replacing(old)),
    addAccount(old.scope, ulid(), replacing(old)),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    rejection: 'bank_account_not_replaceable',
  });
});

test('a third bank waits until the first account is closed', async () => {
  const { old, renewed } = await explained();
  const third = () => addAccount(old.scope, ulid(), replacing(renewed));
  expect(await third()).toMatchObject({ rejection: 'bank_account_not_replaceable' });
  await close(old, '2026-03-15');
  expect(await third()).toMatchObject({ ok: true });
});

test('what the register says of the new account keeps which one it replaces', async () => {
  const { renewed } = await changedBank();
  expect(await change(renewed, { openedOn: '2026-03-08' })).toMatchObject({
    value: { replaces: expect.any(String) },
  });
  expect(await change(renewed, { version: 2 })).toMatchObject({ rejection: 'opening_day_missing' });
});

test('bank against books adds both accounts, on any day, and nothing is counted twice', async () => {
  const { old, renewed } = await explained();
  for (const bank of [old, renewed])
    for (const on of ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-31'])
      expect([on, (await reconciliation(bank, day(on))).identity?.gapCents ?? 0]).toEqual([on, 0]);
  expect((await reconciliation(renewed)).identity).toMatchObject({
    statementCents: 98_800,
    notInBooksCents: 0,
    setApartCents: 0,
    ledgerCents: 98_800,
    gapCents: 0,
  });
});

test('a transfer seen by one bank only is money on its way, not a gap', async () => {
  const { old, renewed } = await changedBank();
  await setApart(old);
  expect((await reconciliation(renewed)).identity).toMatchObject({ gapCents: 0 });
  expect((await reconciliation(old, day('2026-03-10'))).identity).toMatchObject({
    statementCents: 0,
    setApartCents: -100_000,
    gapCents: 0,
  });
});

test('the old account is closed once its own lines are explained, whatever the new one holds', async () => {
  const { old } = await changedBank();
  expect(await close(old, '2026-03-15')).toMatchObject({
    rejection: 'bank_account_lines_open',
  });
  await setApart(old);
  expect(await close(old, '2026-03-15')).toMatchObject({
    value: { closedOn: '2026-03-15' },
  });
});

test('an old account that still holds money is not closed', async () => {
  const old = await newBank();
  await addAccount(old.scope, ulid(), replacing(old));
  await importText(
    old,
    cfonbOf({ from: '2026-03-01', to: '2026-03-15', openingCents: 100_000, operations: [] }),
  );
  expect(await close(old, '2026-03-15')).toMatchObject({
    rejection: 'bank_account_not_empty',
  });
});

test('the CRF adds both, and needs the statement of the one that is open', async () => {
  const { old, renewed } = await explained();
  await close(old, '2026-03-15');
  const endOn = day('2026-03-31');
  const books = await bankBooksOf(old.scope, await postedOf(old.scope, ['2025']), endOn);
  expect(yearEndReconciliation(books, endOn)).toMatchObject({
    statementOn: '2026-03-31',
    statementCents: 98_800,
    ledgerCents: 98_800,
    gapCents: 0,
  });
  const eve = day('2026-03-08');
  const before = await bankBooksOf(old.scope, await postedOf(old.scope, ['2025']), eve);
  expect(yearEndReconciliation(before, eve)).toMatchObject({
    statementCents: 100_000,
    gapCents: 0,
  });
  expect((await find(renewed)).activity.operations).toBe(3);
});

test('while both accounts are open, only a number makes a match sure', async () => {
  const old = await newBank();
  const entry = { date: '2025-10-06', cents: 30_055, label: 'VIR MAIRIE DE NICE', code: '05' };
  await posted(old.scope, {
    kind: 'income',
    entryDate: '2025-10-06',
    paymentMeans: 'transfer',
    counterparty: 'Mairie de Nice',
    splits: [{ accountNumber: '7500', amountCents: 30_055 }],
  });
  await importText(
    old,
    cfonbOf({ from: '2025-09-01', to: '2026-03-15', openingCents: 100_000, operations: [entry] }),
  );
  const sure = async () => (await reconciliation(old)).proposals.map(({ automatic }) => automatic);
  expect(await sure()).toEqual([true]);
  await addAccount(old.scope, ulid(), replacing(old));
  expect(await sure()).toEqual([false]);
});
