import {
  changeBankAccountEndpoint,
  closeBankAccountEndpoint,
  declareOpeningItemEndpoint,
  findBankAccountEndpoint,
  removeOpeningItemEndpoint,
} from '#shared/contract/bank/register.ts';
import { day } from '#shared/domain/dates.ts';
import { changeBankAccount } from '#functions/bank/change-bank-account.ts';
import { closeBankAccount } from '#functions/bank/close-bank-account.ts';
import { declareOpeningItem, removeOpeningItem } from '#functions/bank/declare-opening-item.ts';
import { findBankAccount } from '#functions/bank/find-bank-account.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import type { Actor } from '#functions/platform/use-case.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf } from '#test/support/calls.ts';
import { accountRef, type newBank } from './bank-calls.ts';

type Bank = Awaited<ReturnType<typeof newBank>>;

export const holderIn = ({ department, coopId }: CoopScope): Actor => ({
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

export const paramsOf = ({ scope, bankAccountId }: Bank) => ({
  coopId: scope.coopId,
  bankAccountId,
});

export async function find(bank: Bank) {
  const found = await findBankAccount(
    callOf(findBankAccountEndpoint, { scope: bank.scope, params: paramsOf(bank), query: {} }),
  );
  if (!found.ok) throw new Error(found.rejection);
  return findBankAccountEndpoint.response.parse(found.value);
}

export const change = (bank: Bank, more: object = {}) =>
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

export const close = (bank: Bank, closedOn = '2026-03-16') =>
  runAgainIfStale(() =>
    closeBankAccount(
      callOf(closeBankAccountEndpoint, {
        scope: bank.scope,
        params: paramsOf(bank),
        body: { closedOn: day(closedOn) },
      }),
    ),
  );

export const declare = (bank: Bank, itemId: string, more: object = {}) =>
  runAgainIfStale(() =>
    declareOpeningItem(
      callOf(declareOpeningItemEndpoint, {
        scope: bank.scope,
        params: { ...paramsOf(bank), itemId },
        body: declareOpeningItemEndpoint.request.parse({
          itemKind: 'cheque',
          writtenOn: '2025-08-20',
          label: 'Librairie du Port',
          itemNumber: '6557001',
          amountCents: 4_000,
          ...more,
        }),
      }),
    ),
  );

export const remove = (bank: Bank, itemId: string) =>
  runAgainIfStale(() =>
    removeOpeningItem(
      callOf(removeOpeningItemEndpoint, {
        scope: bank.scope,
        params: { ...paramsOf(bank), itemId },
      }),
    ),
  );
