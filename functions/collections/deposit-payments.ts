import type { depositPaymentsEndpoint } from '#shared/contract/collections/collection.ts';
import type { depositAcrossEndpoint } from '#shared/contract/collections/money.ts';
import { depositAcrossFacts, depositFacts } from '#shared/domain/collections/deposit.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { bookDeposit } from './book-deposit.ts';

/** Books noted payments of one collecte by one entry. */
export const depositPayments: UseCase<typeof depositPaymentsEndpoint> = async (call) => {
  const { collectionId } = call.params;
  const { paymentIds, ...deposit } = call.body;
  return bookDeposit(call, {
    deposit,
    payments: paymentIds.map((paymentId) => ({ collectionId, paymentId })),
    facts: depositFacts(collectionId, call.body),
  });
};

/** Books noted payments of several collectes by one entry: one trip to the bank. */
export const depositAcross: UseCase<typeof depositAcrossEndpoint> = async (call) => {
  const { payments, ...deposit } = call.body;
  return bookDeposit(call, { deposit, payments, facts: depositAcrossFacts(deposit, payments) });
};
