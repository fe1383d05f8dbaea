import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { findCashQuotaEndpoint } from '#shared/contract/bank/register.ts';
import { listBankAccountsEndpoint } from '#shared/contract/bank/statement.ts';
import { postEntryEndpoint } from '#shared/contract/ledger/post-entry.ts';
import { findCashQuota } from '#functions/bank/find-cash-quota.ts';
import { listBankAccounts } from '#functions/bank/list-bank-accounts.ts';
import { postEntry } from '#functions/ledger/post-entry.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import type { Actor } from '#functions/platform/use-case.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { keepMandate } from '#functions/stores/users.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { accountRef, addAccount, newBank } from './bank-calls.ts';
import { change, close, declare, find, holderIn } from './register-calls.ts';

test('shows the number of an account whole only to who may write', async () => {
  const { scope } = await newBank();
  const listed = async (actor?: Actor) =>
    listBankAccounts(
      callOf(listBankAccountsEndpoint, {
        scope,
        params: { coopId: scope.coopId },
        ...(actor && { actor }),
      }),
    );
  const reader = { ...holderIn(scope), grants: [] };
  const stranger = holderIn({ ...scope, coopId: 'autre-ecole' });
  for (const actor of [reader, stranger]) {
    const answer = await listed(actor);
    expect(answer).toMatchObject({ value: { bankAccounts: [{ maskedRef: '••••\u00A0033' }] } });
    expect(JSON.stringify(answer)).not.toContain(accountRef);
  }
  expect(await listed(holderIn(scope))).toMatchObject({
    value: { bankAccounts: [{ accountRef }] },
  });
});

test('rejects: iban_wrong', async () => {
  const scope = await newCoop();
  const wrong = { accountRef: 'FR15 2004 1010 0505 0001 3M02 606' };
  expect(await addAccount(scope, ulid(), wrong)).toMatchObject({
    rejection: 'iban_wrong',
    field: 'accountRef',
  });
  expect(
    await addAccount(scope, ulid(), { accountRef: 'FR14 2004 1010 0505 0001 3M02 606' }),
  ).toMatchObject({ ok: true });
});

test('changes the register once, and an exact retry changes nothing', async () => {
  const bank = await newBank();
  const asked = { bankName: 'Banque des Pins', notes: 'Chéquier au coffre' };
  const answer = { value: { bankName: 'Banque des Pins', version: 2 } };
  expect(await change(bank, asked)).toMatchObject(answer);
  expect(await change(bank, asked)).toMatchObject(answer);
});

test('rejects: bank_account_changed', async () => {
  const bank = await newBank();
  await change(bank, { label: 'Livret' });
  expect(await change(bank, { label: 'Compte B' })).toMatchObject({
    rejection: 'bank_account_changed',
  });
});

test('of two changes at once, one is told that the other came first', async () => {
  const bank = await newBank();
  const answers = await Promise.all([change(bank, { notes: 'a' }), change(bank, { notes: 'b' })]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('refuses an IBAN typed wrong when it changes', async () => {
  const bank = await newBank();
  expect(await change(bank, { accountRef: 'FR7620041010050500013M02606' })).toMatchObject({
    rejection: 'iban_wrong',
  });
});

test('says who signs by the mandates, and that the bank was not told of the last one', async () => {
  const bank = await newBank();
  const role = { userId: 'camille', name: 'Camille Roux', role: 'mandateHolder' };
  await commit([keepMandate(bank.scope, { ...role, from: '2025-09-01' })]);
  expect((await find(bank)).signatories).toEqual({ names: ['Camille Roux'], state: 'unknown' });
  await change(bank, { signatoriesToldOn: '2025-08-25' });
  expect((await find(bank)).signatories.state).toBe('outOfDate');
  await change(bank, { version: 2, signatoriesToldOn: '2025-09-02' });
  expect((await find(bank)).signatories.state).toBe('upToDate');
});

test('the association holds the account while nobody says otherwise', async () => {
  const bank = await newBank();
  expect((await find(bank)).bankAccount.holder).toBe('OCCE des Alpes-Maritimes');
});

async function postCashDeposit(scope: CoopScope) {
  const post = async (entry: object) => {
    const body = postEntryEndpoint.request.parse({
      id: ulid(),
      entry: {
        entryDate: '2026-03-03',
        label: 'Kermesse',
        attachmentIds: [],
        noVoucherReason: 'Comptage',
        ...entry,
      },
    });
    const posted = await runAgainIfStale(() =>
      postEntry(callOf(postEntryEndpoint, { scope, params: { coopId: scope.coopId }, body })),
    );
    if (!posted.ok) throw new Error(posted.rejection);
  };
  await post({
    kind: 'income',
    treasuryAccountNumber: '530',
    paymentMeans: 'cash',
    splits: [{ accountNumber: '7080', amountCents: 1_000 }],
  });
  await post({
    kind: 'transfer',
    fromAccountNumber: '530',
    toAccountNumber: '512',
    amountCents: 1_000,
  });
}

test('warns before the fourth cash deposit of the year', async () => {
  const bank = await newBank();
  const quota = () =>
    findCashQuota(
      callOf(findCashQuotaEndpoint, {
        scope: bank.scope,
        params: { coopId: bank.scope.coopId },
        query: {},
      }),
    );
  await postCashDeposit(bank.scope);
  await postCashDeposit(bank.scope);
  expect(await quota()).toMatchObject({
    value: { accounts: [{ madeCount: 2, freeCount: 3, isNextBilled: false }] },
  });
  await postCashDeposit(bank.scope);
  expect(await quota()).toMatchObject({
    value: { yearId: '2025', accounts: [{ madeCount: 3, isNextBilled: true, beyondCents: null }] },
  });
  await change(bank, { bankName: 'La Banque Postale' });
  expect((await find(bank)).cashQuota).toMatchObject({ madeCount: 3, beyondCents: 600 });
  expect((await find(bank)).cost).toMatchObject({ knownCents: 0, toConfirm: true });
});

test('rejects: bank_account_not_empty', async () => {
  expect(await close(await newBank())).toMatchObject({ rejection: 'bank_account_not_empty' });
});

test('closes an empty account, once, and then it no longer changes', async () => {
  const scope = await newCoop();
  const bank = { scope, bankAccountId: ulid() };
  await addAccount(scope, bank.bankAccountId);
  expect(await close(bank, '2026-03-17')).toMatchObject({ rejection: 'closing_day_wrong' });
  expect(await close(bank)).toMatchObject({ value: { closedOn: '2026-03-16' } });
  expect(await close(bank)).toMatchObject({ value: { closedOn: '2026-03-16' } });
  expect(await close(bank, '2026-03-15')).toMatchObject({ rejection: 'bank_account_closed' });
  expect(await change(bank, { version: 2, label: 'Autre' })).toMatchObject({
    rejection: 'bank_account_closed',
  });
  expect(await declare(bank, ulid())).toMatchObject({ rejection: 'bank_account_closed' });
});

test('rejects: bank_account_lines_open', async () => {
  const scope = await newCoop();
  const bank = { scope, bankAccountId: ulid() };
  await addAccount(scope, bank.bankAccountId);
  await declare(bank, ulid());
  expect(await close(bank)).toMatchObject({ rejection: 'bank_account_lines_open' });
});

test('rejects: not_found for an account of another cooperative', async () => {
  const bank = await newBank();
  const scope = await newCoop();
  expect(await change({ ...bank, scope })).toMatchObject({ rejection: 'not_found' });
  expect(await close({ ...bank, scope })).toMatchObject({ rejection: 'not_found' });
});
