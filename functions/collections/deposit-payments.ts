import type { depositPaymentsEndpoint } from '#shared/contract/collections/collection.ts';
import type { Collection, Family } from '#shared/domain/collections/collection.ts';
import {
  depositEntry,
  depositFacts,
  depositTotalCents,
  depositedPayments,
  slipNumberOf,
} from '#shared/domain/collections/deposit.ts';
import type { FamilyPayment } from '#shared/domain/collections/family-payment.ts';
import type { DepositSlip } from '#shared/domain/documents/payout-voucher.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { postEntry } from '#shared/domain/ledger/post-entry.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { printDepositSlip } from '#functions/papers/deposit-slip.ts';
import { paperCoopOf } from '#functions/platform/paper-coop.ts';
import { postingBy, sha256Hex } from '#functions/platform/posting.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import { derivedId, storeVoucher } from '#functions/platform/voucher.ts';
import { keepAttachment } from '#functions/stores/attachments.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findCollection, listFamilies } from '#functions/stores/collections.ts';
import { appendEntries, findEntry } from '#functions/stores/entries.ts';
import {
  bookPayment,
  findDeposit,
  findPayments,
  keepDeposit,
  type KeptDeposit,
} from '#functions/stores/family-payments.ts';
import { commit } from '#functions/stores/table.ts';
import { findYear } from '#functions/stores/years.ts';

type DepositCall = Call<typeof depositPaymentsEndpoint>;

/**
 * Books noted cheques or cash by one entry, with its slip as its voucher. The id of the deposit is
 * the id of its entry; asked again with the same content, it answers as at first.
 */
export const depositPayments: UseCase<typeof depositPaymentsEndpoint> = async (call) => {
  const { scope, params, body } = call;
  const factsSha256 = sha256Hex(depositFacts(params.collectionId, body));
  // The entry first: an entry without its deposit, read after it, is another entry.
  const entry = await findEntry(scope, body.id);
  const known = await findDeposit(scope, body.id);
  if (known) return answerAgain(known, factsSha256);
  if (entry) return reject('entry_id_reused');
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  const payments = await findPayments(scope, collection.id, body.paymentIds);
  const chosen = depositedPayments(body, payments);
  if (!chosen.ok) {
    const meanwhile = await findDeposit(scope, body.id);
    return meanwhile ? answerAgain(meanwhile, factsSha256) : chosen;
  }
  const ready = await prepare(call, collection, chosen.value);
  if (!ready.ok) return ready;
  const deposit: KeptDeposit = {
    id: body.id,
    factsSha256,
    entryNumber: ready.value.entryNumber,
    totalCents: depositTotalCents(chosen.value),
  };
  await commit([
    ...ready.value.writes,
    ...chosen.value.map((payment) => bookPayment(scope, payment, body.id)),
    keepDeposit(scope, deposit),
  ]);
  return answerOf(deposit);
};

const answerOf = ({ id, entryNumber, totalCents }: KeptDeposit) =>
  accept({ entryId: id, entryNumber, totalCents });

const answerAgain = (known: KeptDeposit, factsSha256: string) =>
  known.factsSha256 === factsSha256 ? answerOf(known) : reject('entry_id_reused');

/** The posted entry with its voucher, ready to be written: the slip carries the entry's number. */
async function prepare(
  call: DepositCall,
  collection: Collection,
  payments: readonly FamilyPayment[],
) {
  const { actor, scope, body, now, today, requestId } = call;
  const year = await findYear(scope, fiscalYearIdOf(body.depositedOn));
  if (!year) return reject('date_outside_fiscal_year', 'depositedOn');
  const attachmentId = derivedId(`voucher|${body.id}`, body.id);
  const posting = postingBy(actor.userId, now, today);
  const book = { year, chart: chart2024 };
  const unprinted = { attachmentId, sha256: '' };
  const checked = postEntry(depositEntry(body, collection, payments, unprinted), book, posting);
  if (!checked.ok) return checked;
  const slip = await slipOf(call, collection, payments, checked.value);
  const voucher = await storeVoucher(scope, {
    id: attachmentId,
    name: `bordereau-${slip.slipNumber}-${body.id}`,
    bytes: await printDepositSlip(slip),
  });
  const printed = { attachmentId, sha256: voucher.sha256 };
  const posted = postEntry(depositEntry(body, collection, payments, printed), book, posting);
  if (!posted.ok) return posted;
  const act = {
    act: 'deposit-payments',
    target: body.id,
    by: actor.userId,
    at: now,
    correlationId: requestId,
  };
  const writes = [
    ...appendEntries(scope, year, [posted.value]),
    keepAttachment(scope, voucher),
    recordAct(scope, act),
  ];
  return accept({ entryNumber: posted.value.number, writes });
}

async function slipOf(
  { scope, body, now }: DepositCall,
  { id, title }: Collection,
  payments: readonly FamilyPayment[],
  { number: entryNumber, fiscalYearId: yearId }: PostedEntry,
): Promise<DepositSlip> {
  const [coop, families] = await Promise.all([paperCoopOf(scope), listFamilies(scope, id)]);
  return {
    coop,
    means: body.means,
    slipNumber: slipNumberOf(body),
    collectionTitle: title,
    depositedOn: body.depositedOn,
    entryNumber,
    yearId,
    lines: payments.map((payment) => slipLine(payment, families)),
    totalCents: depositTotalCents(payments),
    generatedAt: now,
  };
}

function slipLine(payment: FamilyPayment, families: readonly Family[]) {
  const family = families.find(({ id }) => id === payment.familyId);
  return {
    paidOn: payment.paidOn,
    payerName: payment.payerName ?? '',
    pupil: family?.pupil ?? '',
    className: family?.className ?? '',
    chequeNumber: payment.chequeNumber ?? '',
    amountCents: payment.grossCents,
  };
}
