import type { decidePayoutEndpoint } from '#shared/contract/payments/payouts.ts';
import { canBeEntryOf } from '#shared/domain/payments/duplicate.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findEntry } from '#functions/stores/entries.ts';
import { decidePayout as noteDecision, findPayout, isLinked } from '#functions/stores/payouts.ts';
import { commit } from '#functions/stores/table.ts';

/**
 * Notes what the mandate holder says of a payout that waits; the worker, told by the stream, then
 * links it to that entry or writes its own.
 */
export const decidePayout: UseCase<typeof decidePayoutEndpoint> = async (call) => {
  const { scope, params, body, actor, now, requestId } = call;
  const payout = await findPayout(scope, params.provider, params.payoutId);
  if (!payout) return reject('not_found');
  if (JSON.stringify(payout.decision) === JSON.stringify(body)) return accept(body);
  if (payout.entryId !== undefined) return reject('payout_settled');
  if (body.kind === 'link') {
    const entry = await findEntry(scope, body.entryId);
    if (entry?.status !== 'posted') return reject('entry_not_posted', 'entryId');
    if (!canBeEntryOf(entry, payout) || (await isLinked(scope, entry.id)))
      return reject('entry_not_linkable', 'entryId');
  }
  await commit([
    noteDecision(scope, payout, body, now),
    recordAct(scope, {
      act: `decide-payout-${body.kind}`,
      target: payout.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept(body);
};
