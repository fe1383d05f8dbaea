import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { listBankAccountsEndpoint } from '#shared/contract/bank/statement.ts';
import { listBankAccounts } from '#functions/bank/list-bank-accounts.ts';
import { handler } from '#functions/bank/handler.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { cfonbOf } from '#test/support/statements.ts';
import { addAccount, importText, newBank } from './bank-calls.ts';

const list = (scope: CoopScope) =>
  listBankAccounts(callOf(listBankAccountsEndpoint, { scope, params: { coopId: scope.coopId } }));

test('adds an account and lists it', async () => {
  const scope = await newCoop();
  const id = ulid();
  const bankAccount = {
    id,
    label: 'Compte courant',
    maskedRef: '••••\u00A0033',
    accountNumber: '512',
    version: 1,
  };
  expect(await addAccount(scope, id)).toEqual({ ok: true, value: bankAccount });
  expect(await list(scope)).toEqual({ ok: true, value: { bankAccounts: [bankAccount] } });
});

test('answers an exact retry as at first', async () => {
  const scope = await newCoop();
  const id = ulid();
  expect(await addAccount(scope, id)).toEqual(await addAccount(scope, id));
});

test('rejects: bank_account_id_reused', async () => {
  const scope = await newCoop();
  const id = ulid();
  await addAccount(scope, id);
  expect(await addAccount(scope, id, { label: 'Livret' })).toMatchObject({
    rejection: 'bank_account_id_reused',
  });
});

test('gives an account of the chart to one account at the bank, even to two at once', async () => {
  const scope = await newCoop();
  const answers = await Promise.all([addAccount(scope, ulid()), addAccount(scope, ulid())]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ rejection: 'bank_account_number_taken' });
  expect(await addAccount(scope, ulid(), { accountNumber: '514' })).toMatchObject({ ok: true });
});

test('shows the last balance of the statements, whichever was imported last', async () => {
  const bank = await newBank();
  const statement = { openingCents: 100_000, operations: [] };
  await importText(bank, cfonbOf({ ...statement, from: '2026-02-01', to: '2026-02-28' }));
  await importText(
    bank,
    cfonbOf({ ...statement, openingCents: 90_000, from: '2025-10-01', to: '2025-10-31' }),
  );
  expect(await list(bank.scope)).toMatchObject({
    value: { bankAccounts: [{ lastStatementOn: '2026-02-28', lastClosingCents: 100_000 }] },
  });
});

test('mounts every route of the area', () => {
  expect(handler).toBeTypeOf('function');
});
