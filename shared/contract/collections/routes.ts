import type { Routes } from '../endpoint.ts';
import {
  depositPaymentsEndpoint,
  findCollectionEndpoint,
  listCollectionsEndpoint,
  noteOfflinePaymentEndpoint,
  openCollectionEndpoint,
} from './collection.ts';
import {
  addFamiliesEndpoint,
  answerSeatEndpoint,
  cancelCollectionEndpoint,
  changeCollectionEndpoint,
  changeFamilyEndpoint,
  closeCollectionEndpoint,
  removeFamilyEndpoint,
} from './families.ts';
import {
  carryCreditEndpoint,
  depositAcrossEndpoint,
  movePaymentEndpoint,
  refundPaymentsEndpoint,
  returnChequeEndpoint,
} from './money.ts';

export const collectionsRoutes = {
  listCollections: listCollectionsEndpoint,
  findCollection: findCollectionEndpoint,
  openCollection: openCollectionEndpoint,
  changeCollection: changeCollectionEndpoint,
  closeCollection: closeCollectionEndpoint,
  cancelCollection: cancelCollectionEndpoint,
  addFamilies: addFamiliesEndpoint,
  changeFamily: changeFamilyEndpoint,
  removeFamily: removeFamilyEndpoint,
  answerSeat: answerSeatEndpoint,
  noteOfflinePayment: noteOfflinePaymentEndpoint,
  depositPayments: depositPaymentsEndpoint,
  depositAcross: depositAcrossEndpoint,
  refundPayments: refundPaymentsEndpoint,
  returnCheque: returnChequeEndpoint,
  movePayment: movePaymentEndpoint,
  carryCredit: carryCreditEndpoint,
} as const satisfies Routes;
