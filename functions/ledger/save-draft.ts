import type { saveDraftEndpoint } from '#shared/contract/ledger/save-draft.ts';
import { contentOf } from '#shared/domain/ledger/simple-entry.ts';
import { sameFacts } from '#shared/domain/ledger/seal.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findEntry, keepDraft } from '#functions/stores/entries.ts';
import { commit } from '#functions/stores/table.ts';

/** Keeps a draft. A draft that somebody else changed meanwhile is not overwritten. */
export const saveDraft: UseCase<typeof saveDraftEndpoint> = async (call) => {
  const { actor, scope, params, body, now, requestId } = call;
  const content = contentOf(params.entryId, body.entry);
  const known = await findEntry(scope, params.entryId);
  if (known && sameFacts(content, known)) return accept(known);
  if (known?.status === 'posted') return reject('entry_id_reused');
  if ((known?.version ?? 0) !== body.version) return reject('draft_changed');
  const draft = {
    ...content,
    status: 'draft',
    version: body.version + 1,
    savedAt: now,
    savedBy: actor.userId,
  } as const;
  await commit([
    ...keepDraft(scope, draft, known),
    recordAct(scope, {
      act: 'save-draft',
      target: draft.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept(draft);
};
