import type * as z from 'zod';
import type { BodyOf } from '#shared/contract/endpoint.ts';
import { ulid } from 'ulid';
import {
  confirmMatchEndpoint,
  findReconciliationEndpoint,
  matchAutomaticallyEndpoint,
  undoAutomaticEndpoint,
  undoMatchEndpoint,
} from '#shared/contract/bank/matching.ts';
import {
  addBankAccountEndpoint,
  importStatementEndpoint,
} from '#shared/contract/bank/statement.ts';
import { openYearEndpoint } from '#shared/contract/ledger/open-year.ts';
import { postEntryEndpoint } from '#shared/contract/ledger/post-entry.ts';
import type { Day } from '#shared/domain/dates.ts';
import { addBankAccount } from '#functions/bank/add-bank-account.ts';
import { confirmMatch } from '#functions/bank/confirm-match.ts';
import { findReconciliation } from '#functions/bank/find-reconciliation.ts';
import { importStatement } from '#functions/bank/import-statement.ts';
import { matchAutomatically } from '#functions/bank/match-automatically.ts';
import { undoAutomatic } from '#functions/bank/undo-automatic.ts';
import { undoMatch } from '#functions/bank/undo-match.ts';
import { postEntry } from '#functions/ledger/post-entry.ts';
import { openYear } from '#functions/ledger/open-year.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf, newCoop } from '#test/support/calls.ts';

export const accountRef = '20041-01012-7654321B033';

/** A cooperative with its bank account and 1 000,00 € in it on 1 September. */
export async function newBank(ref = accountRef, department?: string) {
  const scope = await newCoop(department);
  const bankAccountId = ulid();
  await openYear(
    callOf(openYearEndpoint, {
      scope,
      params: { coopId: scope.coopId, yearId: '2025' },
      body: openYearEndpoint.request.parse({
        id: ulid(),
        bankCents: 100_000,
        postalCents: 0,
        cashCents: 0,
      }),
    }),
  );
  const added = await addAccount(scope, bankAccountId, { accountRef: ref });
  if (!added.ok) throw new Error(added.rejection);
  return { scope, bankAccountId };
}

type Bank = Awaited<ReturnType<typeof newBank>>;

export const addAccount = (
  scope: CoopScope,
  bankAccountId: string,
  more: Partial<BodyOf<typeof addBankAccountEndpoint>> = {},
) =>
  runAgainIfStale(() =>
    addBankAccount(
      callOf(addBankAccountEndpoint, {
        scope,
        params: { coopId: scope.coopId, bankAccountId },
        body: { label: 'Compte courant', accountNumber: '512', accountRef, ...more },
      }),
    ),
  );

type ImportQuery = z.input<typeof importStatementEndpoint.query>;

/** Imports the bytes of a file as a person sends them. */
export const importBytes = (
  { scope, bankAccountId }: Bank,
  bytes: Uint8Array,
  query: ImportQuery = {},
) =>
  runAgainIfStale(() =>
    importStatement(
      callOf(importStatementEndpoint, {
        scope,
        params: { coopId: scope.coopId, bankAccountId },
        query: importStatementEndpoint.query.parse(query),
        bytes,
      }),
    ),
  );

export const importText = (bank: Bank, text: string, query: ImportQuery = {}) =>
  importBytes(bank, new TextEncoder().encode(text), query);

export async function reconciliation({ scope, bankAccountId }: Bank, on?: Day) {
  const found = await findReconciliation(
    callOf(findReconciliationEndpoint, {
      scope,
      params: { coopId: scope.coopId, bankAccountId },
      query: { on },
    }),
  );
  if (!found.ok) throw new Error(found.rejection);
  return findReconciliationEndpoint.response.parse(found.value);
}

/** Posts an expense paid by cheque on 3 March 2026. */
export async function postCheque(scope: CoopScope, amountCents: number, chequeNumber = '6557005') {
  const id = ulid();
  const body = postEntryEndpoint.request.parse({
    id,
    entry: {
      kind: 'expense',
      entryDate: '2026-03-03',
      label: 'Livres',
      counterparty: 'Librairie du Port',
      treasuryAccountNumber: '512',
      paymentMeans: 'cheque',
      chequeNumber,
      attachmentIds: [],
      noVoucherReason: 'Ticket perdu',
      splits: [{ accountNumber: '6180', amountCents }],
    },
  });
  const posted = await runAgainIfStale(() =>
    postEntry(callOf(postEntryEndpoint, { scope, params: { coopId: scope.coopId }, body })),
  );
  if (!posted.ok) throw new Error(posted.rejection);
  return id;
}

export const confirmAll = (
  { scope, bankAccountId }: Bank,
  lineIds: string[],
  entryIds: string[],
  matchId = ulid(),
) =>
  runAgainIfStale(() =>
    confirmMatch(
      callOf(confirmMatchEndpoint, {
        scope,
        params: { coopId: scope.coopId, matchId },
        body: { bankAccountId, lineIds, entryIds },
      }),
    ),
  );

export const confirm = (bank: Bank, lineId: string, entryId: string, matchId = ulid()) =>
  confirmAll(bank, [lineId], [entryId], matchId);

export const undo = (scope: CoopScope, matchId: string) =>
  runAgainIfStale(() =>
    undoMatch(callOf(undoMatchEndpoint, { scope, params: { coopId: scope.coopId, matchId } })),
  );

export const automatically = ({ scope, bankAccountId }: Bank, batchId: string) =>
  runAgainIfStale(() =>
    matchAutomatically(
      callOf(matchAutomaticallyEndpoint, {
        scope,
        params: { coopId: scope.coopId, bankAccountId, batchId },
      }),
    ),
  );

export const undoBatch = ({ scope, bankAccountId }: Bank, batchId: string) =>
  runAgainIfStale(() =>
    undoAutomatic(
      callOf(undoAutomaticEndpoint, {
        scope,
        params: { coopId: scope.coopId, bankAccountId, batchId },
      }),
    ),
  );
