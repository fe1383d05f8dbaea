import type { BodyOf, ParamsOf } from '#shared/contract/endpoint.ts';
import type {
  listCollectionsEndpoint,
  findCollectionEndpoint,
  openCollectionEndpoint,
  noteOfflinePaymentEndpoint,
  depositPaymentsEndpoint,
} from '#shared/contract/collections/collection.ts';
import type {
  addFamiliesEndpoint,
  answerSeatEndpoint,
  cancelCollectionEndpoint,
  changeCollectionEndpoint,
  changeFamilyEndpoint,
  closeCollectionEndpoint,
  removeFamilyEndpoint,
} from '#shared/contract/collections/families.ts';
import type {
  carryCreditEndpoint,
  depositAcrossEndpoint,
  movePaymentEndpoint,
  refundPaymentsEndpoint,
  returnChequeEndpoint,
} from '#shared/contract/collections/money.ts';
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

/** Changes the days, the seats or the payment page of an open collecte. */
export const changeCollection = (
  params: ParamsOf<typeof changeCollectionEndpoint>,
  body: Sent<BodyOf<typeof changeCollectionEndpoint>>,
) =>
  call<typeof changeCollectionEndpoint>(
    'PUT',
    '/api/coops/{coopId}/collections/{collectionId}/settings',
    { params, body },
  );

/** Ends a collecte. */
export const closeCollection = (params: ParamsOf<typeof closeCollectionEndpoint>) =>
  call<typeof closeCollectionEndpoint>(
    'POST',
    '/api/coops/{coopId}/collections/{collectionId}/close',
    { params },
  );

/** Cancels a collecte. */
export const cancelCollection = (params: ParamsOf<typeof cancelCollectionEndpoint>) =>
  call<typeof cancelCollectionEndpoint>(
    'POST',
    '/api/coops/{coopId}/collections/{collectionId}/cancel',
    { params },
  );

/** Adds families to an open collecte. */
export const addFamilies = (
  params: ParamsOf<typeof addFamiliesEndpoint>,
  body: Sent<BodyOf<typeof addFamiliesEndpoint>>,
) =>
  call<typeof addFamiliesEndpoint>(
    'POST',
    '/api/coops/{coopId}/collections/{collectionId}/families',
    { params, body },
  );

/** Changes the amount, the class or the mail of a family. */
export const changeFamily = (
  params: ParamsOf<typeof changeFamilyEndpoint>,
  body: Sent<BodyOf<typeof changeFamilyEndpoint>>,
) =>
  call<typeof changeFamilyEndpoint>(
    'PUT',
    '/api/coops/{coopId}/collections/{collectionId}/families/{familyId}',
    { params, body },
  );

/** Removes a family that paid nothing. */
export const removeFamily = (params: ParamsOf<typeof removeFamilyEndpoint>) =>
  call<typeof removeFamilyEndpoint>(
    'DELETE',
    '/api/coops/{coopId}/collections/{collectionId}/families/{familyId}',
    { params },
  );

/** Notes that a family confirms or declines its seat. */
export const answerSeat = (
  params: ParamsOf<typeof answerSeatEndpoint>,
  body: Sent<BodyOf<typeof answerSeatEndpoint>>,
) =>
  call<typeof answerSeatEndpoint>(
    'PUT',
    '/api/coops/{coopId}/collections/{collectionId}/families/{familyId}/seat',
    { params, body },
  );

/** Books cheques or cash of several collectes by one entry. */
export const depositAcross = (
  params: ParamsOf<typeof depositAcrossEndpoint>,
  body: Sent<BodyOf<typeof depositAcrossEndpoint>>,
) => call<typeof depositAcrossEndpoint>('POST', '/api/coops/{coopId}/deposits', { params, body });

/** Gives payments back to families. */
export const refundPayments = (
  params: ParamsOf<typeof refundPaymentsEndpoint>,
  body: Sent<BodyOf<typeof refundPaymentsEndpoint>>,
) =>
  call<typeof refundPaymentsEndpoint>(
    'POST',
    '/api/coops/{coopId}/collections/{collectionId}/refunds',
    { params, body },
  );

/** Books a cheque that the bank sent back unpaid. */
export const returnCheque = (
  params: ParamsOf<typeof returnChequeEndpoint>,
  body: Sent<BodyOf<typeof returnChequeEndpoint>>,
) =>
  call<typeof returnChequeEndpoint>(
    'POST',
    '/api/coops/{coopId}/collections/{collectionId}/returned-cheques',
    { params, body },
  );

/** Moves a payment to another family or collecte. */
export const movePayment = (
  params: ParamsOf<typeof movePaymentEndpoint>,
  body: Sent<BodyOf<typeof movePaymentEndpoint>>,
) =>
  call<typeof movePaymentEndpoint>('POST', '/api/coops/{coopId}/collections/{collectionId}/moves', {
    params,
    body,
  });

/** Carries the credit of a family to another collecte. */
export const carryCredit = (
  params: ParamsOf<typeof carryCreditEndpoint>,
  body: Sent<BodyOf<typeof carryCreditEndpoint>>,
) =>
  call<typeof carryCreditEndpoint>(
    'POST',
    '/api/coops/{coopId}/collections/{collectionId}/credits',
    { params, body },
  );
