import type { BodyOf, ParamsOf, QueryOf } from '#shared/contract/endpoint.ts';
import type {
  changeBankAccountEndpoint,
  closeBankAccountEndpoint,
  declareOpeningItemEndpoint,
  findBankAccountEndpoint,
  findCashQuotaEndpoint,
  printReconciliationEndpoint,
  removeOpeningItemEndpoint,
} from '#shared/contract/bank/register.ts';
import type { listFollowedAccountsEndpoint } from '#shared/contract/headoffice/bank-accounts.ts';
import { call, type Sent } from './call.ts';

const accountPath = '/api/coops/{coopId}/bank-accounts/{bankAccountId}';

/** A bank account: who signs, what it does and costs in a year, whether it sleeps. */
export const findBankAccount = (
  params: ParamsOf<typeof findBankAccountEndpoint>,
  query: Sent<QueryOf<typeof findBankAccountEndpoint>> = {},
) => call<typeof findBankAccountEndpoint>('GET', accountPath, { params, query });

/** Changes what the register says of a bank account. */
export const changeBankAccount = (
  params: ParamsOf<typeof changeBankAccountEndpoint>,
  body: Sent<BodyOf<typeof changeBankAccountEndpoint>>,
) => call<typeof changeBankAccountEndpoint>('POST', accountPath, { params, body });

/** Closes a bank account that is empty. */
export const closeBankAccount = (
  params: ParamsOf<typeof closeBankAccountEndpoint>,
  body: Sent<BodyOf<typeof closeBankAccountEndpoint>>,
) =>
  call<typeof closeBankAccountEndpoint>(
    'POST',
    '/api/coops/{coopId}/bank-accounts/{bankAccountId}/closing',
    { params, body },
  );

const itemPath = '/api/coops/{coopId}/bank-accounts/{bankAccountId}/opening-items/{itemId}';

/** Declares what was waiting for the bank before the books began. */
export const declareOpeningItem = (
  params: ParamsOf<typeof declareOpeningItemEndpoint>,
  body: Sent<BodyOf<typeof declareOpeningItemEndpoint>>,
) => call<typeof declareOpeningItemEndpoint>('PUT', itemPath, { params, body });

/** Takes back what was declared as waiting before the books. */
export const removeOpeningItem = (params: ParamsOf<typeof removeOpeningItemEndpoint>) =>
  call<typeof removeOpeningItemEndpoint>('DELETE', itemPath, { params });

/** A signed link to the PDF of the reconciliation on a day. */
export const printReconciliation = (
  params: ParamsOf<typeof printReconciliationEndpoint>,
  body: Sent<BodyOf<typeof printReconciliationEndpoint>>,
) =>
  call<typeof printReconciliationEndpoint>(
    'POST',
    '/api/coops/{coopId}/bank-accounts/{bankAccountId}/reconciliation-paper',
    { params, body },
  );

/** The cash deposits of a year and how many are free. */
export const findCashQuota = (
  params: ParamsOf<typeof findCashQuotaEndpoint>,
  query: Sent<QueryOf<typeof findCashQuotaEndpoint>> = {},
) =>
  call<typeof findCashQuotaEndpoint>('GET', '/api/coops/{coopId}/cash-deposits', { params, query });

/** The bank accounts of the association. */
export const listFollowedAccounts = (params: ParamsOf<typeof listFollowedAccountsEndpoint>) =>
  call<typeof listFollowedAccountsEndpoint>('GET', '/api/departments/{department}/bank-accounts', {
    params,
  });
