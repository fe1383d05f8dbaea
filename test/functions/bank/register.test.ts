import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { listBankAccountsEndpoint } from '#shared/contract/bank/statement.ts';
import {
  changeBankAccountEndpoint,
  closeBankAccountEndpoint,
  declareOpeningItemEndpoint,
  findBankAccountEndpoint,
  findCashQuotaEndpoint,
  printReconciliationEndpoint,
  removeOpeningItemEndpoint,
} from '#shared/contract/bank/register.ts';
import { postEntryEndpoint } from '#shared/contract/ledger/post-entry.ts';
import { day } from '#shared/domain/dates.ts';
import { changeBankAccount } from '#functions/bank/change-bank-account.ts';
import { closeBankAccount } from '#functions/bank/close-bank-account.ts';
import { declareOpeningItem, removeOpeningItem } from '#functions/bank/declare-opening-item.ts';
import { findBankAccount } from '#functions/bank/find-bank-account.ts';
import { findCashQuota } from '#functions/bank/find-cash-quota.ts';
import { listBankAccounts } from '#functions/bank/list-bank-accounts.ts';
import { printReconciliation } from '#functions/bank/print-reconciliation.ts';
import { getObject } from '#functions/gateways/object-store.ts';
import { postEntry } from '#functions/ledger/post-entry.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import type { Actor } from '#functions/platform/use-case.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { keepMandate } from '#functions/stores/users.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { cfonbOf } from '#test/support/statements.ts';
import {
  accountRef,
  addAccount,
  confirm,
  importText,
  newBank,
  reconciliation,
} from './bank-calls.ts';

type Bank = Awaited<ReturnType<typeof newBank>>;

const holderIn = ({ department, coopId }: CoopScope): Actor => ({
  userId: 'camille',
  name: 'Camille Roux',
  mail: 'camille@example.test',
  grants: [
    {
      role: 'mandateHolder',
      place: { kind: 'coop', department, coopId },
      from: day('2025-09-01'),
    },
  ],
});

const paramsOf = ({ scope, bankAccountId }: Bank) => ({ coopId: scope.coopId, bankAccountId });

async function find(bank: Bank) {
  const found = await findBankAccount(
    callOf(findBankAccountEndpoint, { scope: bank.scope, params: paramsOf(bank), query: {} }),
  );
  if (!found.ok) throw new Error(found.rejection);
  return findBankAccountEndpoint.response.parse(found.value);
}

const change = (bank: Bank, more: object = {}) =>
  runAgainIfStale(() =>
    changeBankAccount(
      callOf(changeBankAccountEndpoint, {
        scope: bank.scope,
        params: paramsOf(bank),
        body: changeBankAccountEndpoint.request.parse({
          version: 1,
          label: 'Compte courant',
          accountRef,
          ...more,
        }),
      }),
    ),
  );

const close = (bank: Bank, closedOn = '2026-03-16') =>
  runAgainIfStale(() =>
    closeBankAccount(
      callOf(closeBankAccountEndpoint, {
        scope: bank.scope,
        params: paramsOf(bank),
        body: { closedOn: day(closedOn) },
      }),
    ),
  );

const declare = (bank: Bank, itemId: string, more: object = {}) =>
  runAgainIfStale(() =>
    declareOpeningItem(
      callOf(declareOpeningItemEndpoint, {
        scope: bank.scope,
        params: { ...paramsOf(bank), itemId },
        body: declareOpeningItemEndpoint.request.parse({
          itemKind: 'cheque',
          writtenOn: '2025-08-20',
          label: 'Librairie du Port',
          number: '6557001',
          amountCents: 4_000,
          ...more,
        }),
      }),
    ),
  );

const remove = (bank: Bank, itemId: string) =>
  runAgainIfStale(() =>
    removeOpeningItem(
      callOf(removeOpeningItemEndpoint, {
        scope: bank.scope,
        params: { ...paramsOf(bank), itemId },
      }),
    ),
  );

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

test('a cheque declared at the opening explains the gap, waits, and is met by its line', async () => {
  const bank = await newBank();
  await importText(
    bank,
    cfonbOf({ openingCents: 104_000, operations: [], from: '2025-09-01', to: '2025-09-30' }),
  );
  expect((await reconciliation(bank)).identity.gapCents).toBe(4_000);
  const itemId = ulid();
  expect(await declare(bank, itemId)).toMatchObject({ value: { isExpired: false } });
  const { identity, waitingEntries } = await reconciliation(bank);
  expect(identity).toMatchObject({ gapCents: 0, notYetDebitedCents: 4_000, ledgerCents: 100_000 });
  expect(waitingEntries).toMatchObject([{ id: itemId, number: 0, chequeNumber: '6557001' }]);
  await importText(
    bank,
    cfonbOf({
      openingCents: 104_000,
      operations: [
        { code: '01', date: '2025-10-06', cents: -4_000, label: 'CHEQUE', number: '6557001' },
      ],
      from: '2025-10-01',
      to: '2025-10-31',
    }),
  );
  const [line] = (await reconciliation(bank)).lines;
  const matched = await confirm(bank, line?.id ?? '', itemId);
  expect(matched).toMatchObject({ ok: true });
  expect((await reconciliation(bank)).identity).toMatchObject({
    gapCents: 0,
    notYetDebitedCents: 0,
    notInBooksCents: 0,
  });
  expect(await remove(bank, itemId)).toMatchObject({ rejection: 'opening_item_matched' });
});

test('an exact declaration again answers as at first; another under its id is refused', async () => {
  const bank = await newBank();
  const itemId = ulid();
  expect(await declare(bank, itemId)).toEqual(await declare(bank, itemId));
  expect(await declare(bank, itemId, { amountCents: 1 })).toMatchObject({
    rejection: 'opening_item_id_reused',
  });
});

test('rejects: opening_item_in_books', async () => {
  const bank = await newBank();
  expect(await declare(bank, ulid(), { writtenOn: '2025-09-01' })).toMatchObject({
    rejection: 'opening_item_in_books',
    field: 'writtenOn',
  });
});

test('a declaration is taken back once', async () => {
  const bank = await newBank();
  const itemId = ulid();
  await declare(bank, itemId);
  expect(await remove(bank, itemId)).toMatchObject({ value: { removed: true } });
  expect(await remove(bank, itemId)).toMatchObject({ value: { removed: false } });
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

test('prints the state of reconciliation at any date', async () => {
  const bank = await newBank();
  await declare(bank, ulid());
  const printed = await printReconciliation(
    callOf(printReconciliationEndpoint, {
      scope: bank.scope,
      params: paramsOf(bank),
      body: { on: day('2025-09-30') },
    }),
  );
  if (!printed.ok) throw new Error(printed.rejection);
  const url = new URL(printed.value.url);
  const key = url.pathname.slice(url.pathname.indexOf('drafts/'));
  const bytes = await getObject(decodeURIComponent(key));
  expect(Buffer.from(bytes ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
});

test('rejects: not_found for an account of another cooperative', async () => {
  const bank = await newBank();
  const scope = await newCoop();
  expect(await change({ ...bank, scope })).toMatchObject({ rejection: 'not_found' });
  expect(await close({ ...bank, scope })).toMatchObject({ rejection: 'not_found' });
});
