import type { BodyOf, ParamsOf } from '#shared/contract/endpoint.ts';
import type {
  listBankAccountsEndpoint,
  addBankAccountEndpoint,
  importStatementEndpoint,
  findReconciliationEndpoint,
  confirmMatchEndpoint,
  undoMatchEndpoint,
} from '#shared/contract/bank/statement.ts';
import { call, type Sent } from './call.ts';

/** The bank accounts of the cooperative. */
export const listBankAccounts = (params: ParamsOf<typeof listBankAccountsEndpoint>) =>
  call<typeof listBankAccountsEndpoint>('GET', '/api/coops/{coopId}/bank-accounts', { params });

/** Adds a bank account. */
export const addBankAccount = (
  params: ParamsOf<typeof addBankAccountEndpoint>,
  body: Sent<BodyOf<typeof addBankAccountEndpoint>>,
) =>
  call<typeof addBankAccountEndpoint>('PUT', '/api/coops/{coopId}/bank-accounts/{bankAccountId}', {
    params,
    body,
  });

/** Imports a statement file, in any format of a bank, or a ZIP of several. */
export const importStatement = (params: ParamsOf<typeof importStatementEndpoint>, bytes: Blob) =>
  call<typeof importStatementEndpoint>(
    'POST',
    '/api/coops/{coopId}/bank-accounts/{bankAccountId}/statements',
    { params, bytes },
  );

/** Statement lines, entries still to match, proposals, and the reconciliation identity. */
export const findReconciliation = (params: ParamsOf<typeof findReconciliationEndpoint>) =>
  call<typeof findReconciliationEndpoint>(
    'GET',
    '/api/coops/{coopId}/bank-accounts/{bankAccountId}/reconciliation',
    { params },
  );

/** Matches one statement line to one entry. */
export const confirmMatch = (
  params: ParamsOf<typeof confirmMatchEndpoint>,
  body: Sent<BodyOf<typeof confirmMatchEndpoint>>,
) =>
  call<typeof confirmMatchEndpoint>('PUT', '/api/coops/{coopId}/matches/{matchId}', {
    params,
    body,
  });

/** Undoes a match. */
export const undoMatch = (params: ParamsOf<typeof undoMatchEndpoint>) =>
  call<typeof undoMatchEndpoint>('DELETE', '/api/coops/{coopId}/matches/{matchId}', { params });
