import type { Routes } from '../endpoint.ts';
import { listFollowedAccountsEndpoint } from './bank-accounts.ts';
import {
  decideCrfEndpoint,
  listCoopsEndpoint,
  listExportsEndpoint,
  readFiledCrfEndpoint,
  readNationalTotalsEndpoint,
  startExportEndpoint,
} from './follow-up.ts';

export const headofficeRoutes = {
  listCoops: listCoopsEndpoint,
  listFollowedAccounts: listFollowedAccountsEndpoint,
  readFiledCrf: readFiledCrfEndpoint,
  decideCrf: decideCrfEndpoint,
  startExport: startExportEndpoint,
  listExports: listExportsEndpoint,
  readNationalTotals: readNationalTotalsEndpoint,
} as const satisfies Routes;
