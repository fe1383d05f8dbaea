import type { BodyOf, ParamsOf } from '#shared/contract/endpoint.ts';
import type {
  listCollectionsEndpoint,
  findCollectionEndpoint,
  openCollectionEndpoint,
  noteOfflinePaymentEndpoint,
  depositPaymentsEndpoint,
} from '#shared/contract/collections/collection.ts';
import { call, type Sent } from './call.ts';

/** The collectes, newest first. */
export const listCollections = (params: ParamsOf<typeof listCollectionsEndpoint>) =>
  call<typeof listCollectionsEndpoint>('GET', '/api/coops/{coopId}/collections', { params });

/** A collecte with its families and payments. */
export const findCollection = (params: ParamsOf<typeof findCollectionEndpoint>) =>
  call<typeof findCollectionEndpoint>('GET', '/api/coops/{coopId}/collections/{collectionId}', {
    params,
  });

/** Opens a collecte with its families. */
export const openCollection = (
  params: ParamsOf<typeof openCollectionEndpoint>,
  body: Sent<BodyOf<typeof openCollectionEndpoint>>,
) =>
  call<typeof openCollectionEndpoint>('PUT', '/api/coops/{coopId}/collections/{collectionId}', {
    params,
    body,
  });

/** Notes a cheque or cash received from a family. */
export const noteOfflinePayment = (
  params: ParamsOf<typeof noteOfflinePaymentEndpoint>,
  body: Sent<BodyOf<typeof noteOfflinePaymentEndpoint>>,
) =>
  call<typeof noteOfflinePaymentEndpoint>(
    'POST',
    '/api/coops/{coopId}/collections/{collectionId}/payments',
    { params, body },
  );

/** Books noted cheques (bank) or cash (cash box) by one entry. */
export const depositPayments = (
  params: ParamsOf<typeof depositPaymentsEndpoint>,
  body: Sent<BodyOf<typeof depositPaymentsEndpoint>>,
) =>
  call<typeof depositPaymentsEndpoint>(
    'POST',
    '/api/coops/{coopId}/collections/{collectionId}/deposits',
    { params, body },
  );
