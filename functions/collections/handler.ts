import { collectionsRoutes } from '#shared/contract/collections/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { answerSeat } from './answer-seat.ts';
import { carryCredit } from './carry-credit.ts';
import { addFamilies, changeFamily, removeFamily } from './change-families.ts';
import { depositAcross, depositPayments } from './deposit-payments.ts';
import { cancelCollection, changeCollection, closeCollection } from './end-collection.ts';
import { findCollection, listCollections } from './list-collections.ts';
import { movePayment } from './move-payment.ts';
import { noteOfflinePayment } from './note-offline-payment.ts';
import { openCollection } from './open-collection.ts';
import { refundPayments } from './refund-payments.ts';
import { returnCheque } from './return-cheque.ts';

export const handler = mount(collectionsRoutes, {
  listCollections,
  findCollection,
  openCollection,
  changeCollection,
  closeCollection,
  cancelCollection,
  addFamilies,
  changeFamily,
  removeFamily,
  answerSeat,
  noteOfflinePayment,
  depositPayments,
  depositAcross,
  refundPayments,
  returnCheque,
  movePayment,
  carryCredit,
});
