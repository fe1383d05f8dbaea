import type { refundPaymentsEndpoint } from '#shared/contract/collections/money.ts';
import type { Collection, Family } from '#shared/domain/collections/collection.ts';
import { familyStanding, type Money } from '#shared/domain/collections/family-payment.ts';
import {
  refundEntry,
  refundFacts,
  refundTotalCents,
  refundedPayments,
  type Refund,
  type RefundedPayment,
} from '#shared/domain/collections/refund.ts';
import { cents, sumCents } from '#shared/domain/money.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findCollection, listFamilies, touchFamily } from '#functions/stores/collections.ts';
import { findEntry } from '#functions/stores/entries.ts';
import {
  changePayment,
  findRefund,
  keepRefund,
  listCarries,
  listPayments,
  type KeptRefund,
} from '#functions/stores/family-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit, type Write } from '#functions/stores/table.ts';
import { actOf } from './act-of.ts';
import { slipLine } from './book-deposit.ts';
import { postWithSlip } from './post-with-slip.ts';

type RefundCall = Call<typeof refundPaymentsEndpoint>;

/**
 * Gives payments back to families by one entry with its list; what was never booked goes back
 * without one. Asked again with the same content, it answers as at first.
 */
export const refundPayments: UseCase<typeof refundPaymentsEndpoint> = async (call) => {
  const { scope, params, body } = call;
  const factsSha256 = sha256Hex(refundFacts(params.collectionId, body));
  const entry = await findEntry(scope, body.id);
  const known = await findRefund(scope, body.id);
  if (known) return answerAgain(known, factsSha256);
  if (entry) return reject('entry_id_reused');
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  if (body.means === 'cheque' && body.chequeNumber === undefined)
    return reject('cheque_number_missing', 'chequeNumber');
  const families = await listFamilies(scope, collection.id);
  const money = {
    payments: await listPayments(scope, collection.id),
    carries: await listCarries(scope),
  };
  const refunded = refundedPayments(body, money.payments, paidBy(collection, families, money));
  if (!refunded.ok) {
    const meanwhile = await findRefund(scope, body.id);
    return meanwhile ? answerAgain(meanwhile, factsSha256) : refunded;
  }
  const entries = await entryOf(call, collection, families, refunded.value);
  if (!entries.ok) return entries;
  const { entryNumber, writes } = entries.value;
  const kept: KeptRefund = {
    id: body.id,
    factsSha256,
    ...(entryNumber !== undefined && { entryNumber }),
    totalCents: refundTotalCents(refunded.value),
  };
  await commit([
    ...writes,
    ...refunded.value.map((part) => takeOff(scope, body, part)),
    ...touched(families, refunded.value).map((family) => touchFamily(scope, family)),
    keepRefund(scope, kept),
    recordAct(scope, actOf(call, 'refund-payments', body.id)),
  ]);
  return answerOf(kept);
};

const answerOf = ({ id, entryNumber, totalCents }: KeptRefund) =>
  accept({
    ...(entryNumber !== undefined && { entryId: id, entryNumber }),
    totalCents,
  });

const answerAgain = (known: KeptRefund, factsSha256: string) =>
  known.factsSha256 === factsSha256 ? answerOf(known) : reject('entry_id_reused');

const paidBy =
  (collection: Collection, families: readonly Family[], money: Money) => (familyId: string) => {
    const family = families.find(({ id }) => id === familyId);
    return family ? familyStanding(collection, family, money).paidCents : cents(0);
  };

const touched = (families: readonly Family[], refunded: readonly RefundedPayment[]) =>
  families.filter(({ id }) => refunded.some(({ payment }) => payment.familyId === id));

const takeOff = (scope: CoopScope, { means }: Refund, { payment, amountCents }: RefundedPayment) =>
  changePayment(
    scope,
    payment,
    means === 'givenBack'
      ? { ...payment, state: 'givenBack' }
      : { ...payment, refundedCents: sumCents([payment.refundedCents, amountCents]) },
  );

/** The entry of a refund with its list; none for what goes back as it came. */
async function entryOf(
  call: RefundCall,
  collection: Collection,
  families: readonly Family[],
  refunded: readonly RefundedPayment[],
) {
  const { body } = call;
  const { means } = body;
  if (means === 'givenBack')
    return accept<{ entryNumber?: number; writes: readonly Write[] }>({ writes: [] });
  return postWithSlip(call, {
    id: body.id,
    name: 'remboursements',
    on: { day: body.refundedOn, field: 'refundedOn' },
    contentOf: (voucher) => refundEntry({ ...body, means }, collection, refunded, voucher),
    slip: {
      means: 'refund',
      slipNumber: `R-${body.id.slice(-6)}`,
      collectionTitle: collection.title,
      lines: refunded.map(({ payment, amountCents }) => slipLine(payment, families, amountCents)),
      totalCents: refundTotalCents(refunded),
    },
  });
}
