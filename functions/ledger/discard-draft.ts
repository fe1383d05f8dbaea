import type { discardDraftEndpoint } from '#shared/contract/ledger/save-draft.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { discardDraft as discard, findEntry } from '#functions/stores/entries.ts';
import { commit } from '#functions/stores/table.ts';

/** Discards a draft; asked again, there is nothing left to do. A posted entry is never deleted. */
export const discardDraft: UseCase<typeof discardDraftEndpoint> = async (call) => {
  const { actor, scope, params, now, requestId } = call;
  const known = await findEntry(scope, params.entryId);
  if (!known) return accept({ discarded: false });
  if (known.status === 'posted') return reject('entry_id_reused');
  await commit([
    ...discard(scope, known),
    recordAct(scope, {
      act: 'discard-draft',
      target: known.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept({ discarded: true });
};
