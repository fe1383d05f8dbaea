import type { answerSeatEndpoint } from '#shared/contract/collections/families.ts';
import { seatMove } from '#shared/domain/collections/seat.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findCollection, findFamily, keepSeat } from '#functions/stores/collections.ts';
import { commit } from '#functions/stores/table.ts';
import { actOf } from './act-of.ts';
import { shownOf } from './list-collections.ts';

/** Notes that a family confirms or declines its seat; the last seat is taken once. */
export const answerSeat: UseCase<typeof answerSeatEndpoint> = async (call) => {
  const { scope, params, body } = call;
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  const family = await findFamily(scope, collection.id, params.familyId);
  if (!family) return reject('family_unknown');
  const move = seatMove(collection, family, body.answer);
  if (!move.ok) return move;
  if (family.seat !== body.answer)
    await commit([
      ...keepSeat(scope, collection, move.value),
      recordAct(scope, actOf(call, 'answer-seat', family.id)),
    ]);
  return accept(await shownOf(scope, collection));
};
