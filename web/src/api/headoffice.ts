import type { BodyOf, ParamsOf, QueryOf } from '#shared/contract/endpoint.ts';
import type {
  listCoopsEndpoint,
  readFiledCrfEndpoint,
  decideCrfEndpoint,
  startExportEndpoint,
  listExportsEndpoint,
  readNationalTotalsEndpoint,
} from '#shared/contract/headoffice/follow-up.ts';
import { call, type Sent } from './call.ts';

/** The cooperatives of the association with their state. */
export const listCoops = (
  params: ParamsOf<typeof listCoopsEndpoint>,
  query: QueryOf<typeof listCoopsEndpoint> = {},
) =>
  call<typeof listCoopsEndpoint>('GET', '/api/departments/{department}/coops', { params, query });

/** A filed CRF, as frozen at its submission. */
export const readFiledCrf = (params: ParamsOf<typeof readFiledCrfEndpoint>) =>
  call<typeof readFiledCrfEndpoint>(
    'GET',
    '/api/departments/{department}/years/{yearId}/crfs/{coopId}',
    { params },
  );

/** Accepts a filed CRF, or returns it with a reason. */
export const decideCrf = (
  params: ParamsOf<typeof decideCrfEndpoint>,
  body: Sent<BodyOf<typeof decideCrfEndpoint>>,
) =>
  call<typeof decideCrfEndpoint>(
    'POST',
    '/api/departments/{department}/years/{yearId}/crfs/{coopId}/decision',
    { params, body },
  );

/** Starts the consolidated export of a year. */
export const startExport = (
  params: ParamsOf<typeof startExportEndpoint>,
  body: Sent<BodyOf<typeof startExportEndpoint>>,
) =>
  call<typeof startExportEndpoint>('PUT', '/api/departments/{department}/exports/{exportId}', {
    params,
    body,
  });

/** The consolidated exports, newest first, with signed links. */
export const listExports = (params: ParamsOf<typeof listExportsEndpoint>) =>
  call<typeof listExportsEndpoint>('GET', '/api/departments/{department}/exports', { params });

/** Totals of the network by association. */
export const readNationalTotals = (query: QueryOf<typeof readNationalTotalsEndpoint> = {}) =>
  call<typeof readNationalTotalsEndpoint>('GET', '/api/nation/totals', { query });
