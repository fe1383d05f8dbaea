import type { Family } from '#shared/domain/collections/collection.ts';
import {
  depositEntry,
  depositTotalCents,
  depositedPayments,
  slipNumberOf,
  titlesOf,
  type Deposit,
  type DepositPart,
  type PaymentPlace,
} from '#shared/domain/collections/deposit.ts';
import type { FamilyPayment } from '#shared/domain/collections/family-payment.ts';
import type { DepositSlip } from '#shared/domain/documents/payout-voucher.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findCollections, listFamilies } from '#functions/stores/collections.ts';
import { findEntry } from '#functions/stores/entries.ts';
import {
  bookPayment,
  findDeposit,
  findPayments,
  keepDeposit,
  type KeptDeposit,
} from '#functions/stores/family-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { actOf, type Signed } from './act-of.ts';
import { postWithSlip } from './post-with-slip.ts';

/** A deposit with the collecte of each of its payments, and the digest of what was asked. */
interface Asked {
  readonly deposit: Omit<Deposit, 'paymentIds'>;
  readonly payments: readonly PaymentPlace[];
  readonly facts: string;
}

/**
 * Books noted payments by one entry, with its slip as its voucher. The id of the deposit is the id
 * of its entry; asked again with the same content, it answers as at first.
 */
export async function bookDeposit(call: Signed & { readonly scope: CoopScope }, asked: Asked) {
  const { scope } = call;
  const { deposit } = asked;
  const factsSha256 = sha256Hex(asked.facts);
  // The entry first: an entry without its deposit, read after it, is another entry.
  const entry = await findEntry(scope, deposit.id);
  const known = await findDeposit(scope, deposit.id);
  if (known) return answerAgain(known, factsSha256);
  if (entry) return reject('entry_id_reused');
  const parts = await partsOf(scope, asked);
  if (!parts.ok) {
    const meanwhile = await findDeposit(scope, deposit.id);
    return meanwhile ? answerAgain(meanwhile, factsSha256) : parts;
  }
  const payments = parts.value.flatMap((part) => part.payments);
  const totalCents = depositTotalCents(payments);
  const whole = { ...deposit, paymentIds: payments.map(({ id }) => id) };
  const posted = await postWithSlip(call, {
    id: deposit.id,
    name: 'bordereau',
    on: { day: deposit.depositedOn, field: 'depositedOn' },
    contentOf: (voucher) => depositEntry(whole, parts.value, voucher),
    slip: {
      means: deposit.means,
      slipNumber: slipNumberOf(whole),
      collectionTitle: titlesOf(parts.value),
      lines: await slipLines(scope, parts.value),
      totalCents,
    },
  });
  if (!posted.ok) return posted;
  const kept = { id: deposit.id, factsSha256, entryNumber: posted.value.entryNumber, totalCents };
  await commit([
    ...posted.value.writes,
    ...payments.map((payment) => bookPayment(scope, payment, deposit.id)),
    keepDeposit(scope, kept),
    recordAct(scope, actOf(call, 'deposit-payments', deposit.id)),
  ]);
  return answerOf(kept);
}

const answerOf = ({ id, entryNumber, totalCents }: KeptDeposit) =>
  accept({ entryId: id, entryNumber, totalCents });

const answerAgain = (known: KeptDeposit, factsSha256: string) =>
  known.factsSha256 === factsSha256 ? answerOf(known) : reject('entry_id_reused');

async function partsOf(scope: CoopScope, { deposit, payments }: Asked) {
  const asked = [...Map.groupBy(payments, ({ collectionId }) => collectionId)];
  const collections = await findCollections(
    scope,
    asked.map(([id]) => id),
  );
  const parts: DepositPart[] = [];
  for (const [collectionId, places] of asked) {
    const collection = collections.find(({ id }) => id === collectionId);
    if (!collection || collection.status === 'opening') return reject('not_found');
    const paymentIds = places.map(({ paymentId }) => paymentId);
    const found = await findPayments(scope, collectionId, paymentIds);
    const chosen = depositedPayments({ ...deposit, paymentIds }, found);
    if (!chosen.ok) return chosen;
    parts.push({ collection, payments: chosen.value });
  }
  return accept(parts);
}

async function slipLines(scope: CoopScope, parts: readonly DepositPart[]) {
  const lines = await Promise.all(
    parts.map(async ({ collection, payments }) => {
      const families = await listFamilies(scope, collection.id);
      return payments.map((payment) => slipLine(payment, families));
    }),
  );
  return lines.flat();
}

/** A payment as a slip or a list of refunds shows it. */
export function slipLine(
  payment: FamilyPayment,
  families: readonly Family[],
  amountCents = payment.grossCents,
): DepositSlip['lines'][number] {
  const family = families.find(({ id }) => id === payment.familyId);
  return {
    paidOn: payment.paidOn,
    payerName: payment.payerName ?? '',
    pupil: family?.pupil ?? '',
    className: family?.className ?? '',
    chequeNumber: payment.chequeNumber ?? '',
    amountCents,
  };
}
