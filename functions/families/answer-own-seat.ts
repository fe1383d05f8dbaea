import type { answerOwnSeatEndpoint } from '#shared/contract/families/page.ts';
import type { SeatAnswer } from '#shared/domain/collections/collection.ts';
import { seatMove } from '#shared/domain/collections/seat.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findFamily, keepSeat } from '#functions/stores/collections.ts';
import { commit } from '#functions/stores/table.ts';
import { openedBy } from './by-link.ts';
import { nothingHere, seeOther } from './frame.ts';

const answers = {
  confirmer: ['confirmed', 'place-confirmee'],
  decliner: ['declined', 'place-declinee'],
} as const satisfies Record<string, readonly [SeatAnswer, string]>;

/**
 * Notes the family's own answer. The token is the right to answer, and rides in no cookie: another
 * site that has it could as well open the page, so there is nothing to forge.
 */
export const answerOwnSeat: UseCase<typeof answerOwnSeatEndpoint> = async (call) => {
  const { token, answer } = call.params;
  const opened = await openedBy(token);
  if (!opened?.own || opened.state !== 'open' || answer === '') return accept(nothingHere());
  const { scope, collection } = opened;
  const family = await findFamily(scope, collection.id, opened.own.family.id);
  if (!family) return accept(nothingHere());
  const [seat, said] = answers[answer];
  const move = seatMove(collection, family, seat);
  if (!move.ok) return accept(seeOther(`/f/${token}?fait=complet`));
  if (family.seat !== seat)
    await commit([
      ...keepSeat(scope, collection, move.value),
      recordAct(scope, {
        act: 'answer-seat',
        target: family.id,
        by: 'link',
        at: call.now,
        correlationId: call.requestId,
      }),
    ]);
  return accept(seeOther(`/f/${token}?fait=${said}`));
};
