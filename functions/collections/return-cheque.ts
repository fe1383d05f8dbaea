import type { returnChequeEndpoint } from '#shared/contract/collections/money.ts';
import {
  returnableCheque,
  returnedChequeEntries,
  returnedChequeFacts,
} from '#shared/domain/collections/returned-cheque.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { postAll } from '#shared/domain/ledger/post-all.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { postingBy } from '#functions/platform/posting.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { derivedId } from '#functions/platform/voucher.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findCollection, findFamily, touchFamily } from '#functions/stores/collections.ts';
import { appendEntries, findEntry } from '#functions/stores/entries.ts';
import {
  changePayment,
  findPayment,
  findRefund,
  keepRefund,
  type KeptRefund,
} from '#functions/stores/family-payments.ts';
import { commit } from '#functions/stores/table.ts';
import { findYear } from '#functions/stores/years.ts';
import { actOf } from './act-of.ts';

/** Books a cheque that the bank sent back: its family has not paid, and may pay again. */
export const returnCheque: UseCase<typeof returnChequeEndpoint> = async (call) => {
  const { actor, scope, params, body, now, today } = call;
  const factsSha256 = sha256Hex(returnedChequeFacts(params.collectionId, body));
  const entry = await findEntry(scope, body.id);
  const known = await findRefund(scope, body.id);
  if (known) return answerAgain(known, factsSha256);
  if (entry) return reject('entry_id_reused');
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  const payment = await findPayment(scope, collection.id, body.paymentId);
  if (!payment) return reject('cheque_not_returnable', 'paymentId');
  const returned = returnableCheque(payment);
  if (!returned.ok) {
    const meanwhile = await findRefund(scope, body.id);
    return meanwhile ? answerAgain(meanwhile, factsSha256) : returned;
  }
  const year = await findYear(scope, fiscalYearIdOf(body.returnedOn));
  if (!year) return reject('date_outside_fiscal_year', 'returnedOn');
  const contents = returnedChequeEntries(
    body,
    payment,
    collection,
    derivedId(`fee|${body.id}`, body.id),
  );
  const posted = postAll(contents, year, chart2024, () => postingBy(actor.userId, now, today));
  if (!posted.ok) return posted;
  const family = await findFamily(scope, collection.id, payment.familyId ?? '');
  const kept: KeptRefund = {
    id: body.id,
    factsSha256,
    entryNumber: year.lastNumber + 1,
    totalCents: payment.grossCents,
  };
  await commit([
    ...appendEntries(scope, year, posted.value),
    changePayment(scope, payment, { ...payment, state: 'returned' }),
    ...(family ? [touchFamily(scope, family)] : []),
    keepRefund(scope, kept),
    recordAct(scope, actOf(call, 'return-cheque', body.paymentId)),
  ]);
  return answerOf(kept);
};

const answerOf = ({ id, entryNumber = 0, totalCents }: KeptRefund) =>
  accept({ entryId: id, entryNumber, totalCents });

const answerAgain = (known: KeptRefund, factsSha256: string) =>
  known.factsSha256 === factsSha256 ? answerOf(known) : reject('entry_id_reused');
