import type { BodyOf, ParamsOf, QueryOf } from '#shared/contract/endpoint.ts';
import type {
  findLineEndpoint,
  findReconciliationEndpoint,
  confirmMatchEndpoint,
  listMatchHistoryEndpoint,
  markLineEndpoint,
  matchAutomaticallyEndpoint,
  undoAutomaticEndpoint,
  undoMatchEndpoint,
} from '#shared/contract/bank/matching.ts';
import type {
  listBankAccountsEndpoint,
  addBankAccountEndpoint,
  importStatementEndpoint,
  previewStatementEndpoint,
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
export const importStatement = (
  params: ParamsOf<typeof importStatementEndpoint>,
  bytes: Blob,
  query: Sent<QueryOf<typeof importStatementEndpoint>> = {},
) =>
  call<typeof importStatementEndpoint>(
    'POST',
    '/api/coops/{coopId}/bank-accounts/{bankAccountId}/statements',
    { params, query, bytes },
  );

/** Shows what would be read of a statement file, and keeps nothing. */
export const previewStatement = (
  params: ParamsOf<typeof previewStatementEndpoint>,
  bytes: Blob,
  query: Sent<QueryOf<typeof previewStatementEndpoint>> = {},
) =>
  call<typeof previewStatementEndpoint>(
    'POST',
    '/api/coops/{coopId}/bank-accounts/{bankAccountId}/statements/preview',
    { params, query, bytes },
  );

/** Statement lines, entries still to match, proposals, and the reconciliation identity. */
export const findReconciliation = (
  params: ParamsOf<typeof findReconciliationEndpoint>,
  query: Sent<QueryOf<typeof findReconciliationEndpoint>> = {},
) =>
  call<typeof findReconciliationEndpoint>(
    'GET',
    '/api/coops/{coopId}/bank-accounts/{bankAccountId}/reconciliation',
    { params, query },
  );

/** A statement line, and what its entry may be pre-filled with. */
export const findLine = (params: ParamsOf<typeof findLineEndpoint>) =>
  call<typeof findLineEndpoint>(
    'GET',
    '/api/coops/{coopId}/bank-accounts/{bankAccountId}/lines/{lineId}',
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

const automaticMatches =
  '/api/coops/{coopId}/bank-accounts/{bankAccountId}/automatic-matches/{batchId}';

/** Confirms the proposals that are safe without a look. */
export const matchAutomatically = (params: ParamsOf<typeof matchAutomaticallyEndpoint>) =>
  call<typeof matchAutomaticallyEndpoint>('PUT', automaticMatches, { params });

/** Undoes the automatic matches of a batch. */
export const undoAutomatic = (params: ParamsOf<typeof undoAutomaticEndpoint>) =>
  call<typeof undoAutomaticEndpoint>('DELETE', automaticMatches, { params });

/** Marks a statement line as to be explained or set apart. */
export const markLine = (
  params: ParamsOf<typeof markLineEndpoint>,
  body: Sent<BodyOf<typeof markLineEndpoint>>,
) =>
  call<typeof markLineEndpoint>(
    'PUT',
    '/api/coops/{coopId}/bank-accounts/{bankAccountId}/lines/{lineId}/mark',
    { params, body },
  );

/** The history of the matches of a bank account. */
export const listMatchHistory = (params: ParamsOf<typeof listMatchHistoryEndpoint>) =>
  call<typeof listMatchHistoryEndpoint>(
    'GET',
    '/api/coops/{coopId}/bank-accounts/{bankAccountId}/matches',
    { params },
  );
