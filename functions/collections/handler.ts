import { collectionsRoutes } from '#shared/contract/collections/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { depositPayments } from './deposit-payments.ts';
import { findCollection, listCollections } from './list-collections.ts';
import { noteOfflinePayment } from './note-offline-payment.ts';
import { openCollection } from './open-collection.ts';

export const handler = mount(collectionsRoutes, {
  listCollections,
  findCollection,
  openCollection,
  noteOfflinePayment,
  depositPayments,
});
