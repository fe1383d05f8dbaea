import type { Routes } from '../endpoint.ts';
import {
  depositPaymentsEndpoint,
  findCollectionEndpoint,
  listCollectionsEndpoint,
  noteOfflinePaymentEndpoint,
  openCollectionEndpoint,
} from './collection.ts';

export const collectionsRoutes = {
  listCollections: listCollectionsEndpoint,
  findCollection: findCollectionEndpoint,
  openCollection: openCollectionEndpoint,
  noteOfflinePayment: noteOfflinePaymentEndpoint,
  depositPayments: depositPaymentsEndpoint,
} as const satisfies Routes;
