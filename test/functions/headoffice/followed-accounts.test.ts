import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { listFollowedAccountsEndpoint } from '#shared/contract/headoffice/bank-accounts.ts';
import { day } from '#shared/domain/dates.ts';
import { listFollowedAccounts } from '#functions/headoffice/list-followed-accounts.ts';
import { summariseBanks } from '#functions/headoffice/summarise-banks.ts';
import { addBankAccount } from '#functions/stores/bank-accounts.ts';
import { departmentScopeOf, type CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { keepMandate } from '#functions/stores/users.ts';
import { callOf, newCoop } from '#test/support/calls.ts';

async function accountsOf({ coopId }: CoopScope) {
  const listed = await listFollowedAccounts(
    callOf(listFollowedAccountsEndpoint, {
      scope: departmentScopeOf('06'),
      params: { department: '06' },
    }),
  );
  if (!listed.ok) throw new Error(listed.rejection);
  const { accounts } = listFollowedAccountsEndpoint.response.parse(listed.value);
  return accounts.filter((account) => account.coopId === coopId);
}

test('follows the accounts of a cooperative, masked, with who signs and which sleep', async () => {
  const scope = await newCoop();
  const id = ulid();
  const iban = 'FR1420041010050500013M02606';
  await commit([
    ...addBankAccount(scope, {
      id,
      label: 'Compte courant',
      accountRef: iban,
      accountNumber: '512',
      bankName: 'Banque des Pins',
      openedOn: day('2024-01-10'),
      signatoriesToldOn: day('2024-01-10'),
    }),
    keepMandate(scope, {
      userId: 'camille',
      name: 'Camille Roux',
      role: 'mandateHolder',
      from: '2025-09-01',
    }),
  ]);
  expect(await accountsOf(scope)).toEqual([]);
  await summariseBanks(scope);
  await summariseBanks(scope);
  const accounts = await accountsOf(scope);
  expect(accounts).toMatchObject([
    {
      bankAccountId: id,
      coopName: 'Coopérative des Tilleuls',
      bankName: 'Banque des Pins',
      maskedRef: 'FR14\u00A0••••\u00A0••••\u00A0606',
      signatories: ['Camille Roux'],
      signatoriesState: 'outOfDate',
      isDormant: true,
    },
  ]);
  expect(JSON.stringify(accounts)).not.toContain(iban);
});
