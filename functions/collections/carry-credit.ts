import type { carryCreditEndpoint } from '#shared/contract/collections/money.ts';
import { carryFacts, type Carry } from '#shared/domain/collections/carry.ts';
import { familyStanding } from '#shared/domain/collections/family-payment.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findCollection, findFamily, touchFamily } from '#functions/stores/collections.ts';
import {
  findCarry,
  keepCarry,
  listCarries,
  listPayments,
} from '#functions/stores/family-payments.ts';
import { commit } from '#functions/stores/table.ts';
import { actOf } from './act-of.ts';
import { carriedEntry, targetOf } from './carried-entry.ts';

/** Carries what a family paid above what was awaited to another family or collecte. */
export const carryCredit: UseCase<typeof carryCreditEndpoint> = async (call) => {
  const { actor, scope, params, body, now } = call;
  const from = { collectionId: params.collectionId, familyId: body.familyId };
  const wanted = {
    id: body.id,
    kind: 'credit',
    from,
    to: body.to,
    amountCents: body.amountCents,
  } as const;
  const factsSha256 = sha256Hex(carryFacts(wanted));
  const known = await findCarry(scope, body.id);
  if (known) return known.factsSha256 === factsSha256 ? accept(known) : reject('carry_id_reused');
  const collection = await findCollection(scope, from.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  const family = await findFamily(scope, collection.id, body.familyId);
  if (!family) return reject('family_unknown', 'familyId');
  if (from.collectionId === body.to.collectionId && from.familyId === body.to.familyId)
    return reject('input_invalid', 'to');
  const target = await targetOf(scope, body.to);
  if (!target.ok) return target;
  const standing = familyStanding(collection, family, {
    payments: await listPayments(scope, collection.id),
    carries: await listCarries(scope),
  });
  if (standing.creditCents < body.amountCents) return reject('credit_too_small', 'amountCents');
  const carry: Carry = { ...wanted, carriedOn: body.carriedOn, by: actor.userId, at: now };
  const entry = await carriedEntry(
    call,
    carry,
    { from: collection, to: target.value.collection },
    true,
  );
  if (!entry.ok) return entry;
  const kept = { ...carry, ...entry.value.made, factsSha256 };
  await commit([
    ...entry.value.writes,
    touchFamily(scope, family),
    touchFamily(scope, target.value.family),
    keepCarry(scope, kept),
    recordAct(scope, actOf(call, 'carry-credit', body.id)),
  ]);
  return accept(kept);
};
