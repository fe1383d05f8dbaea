import type { checkAttachmentEndpoint } from '#shared/contract/documents/attachment.ts';
import { checkAttachment as check } from '#shared/domain/documents/check-attachment.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { deleteObject, getObject, putObject } from '#functions/gateways/object-store.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findAttachment, keepChecked } from '#functions/stores/attachments.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { commit } from '#functions/stores/table.ts';
import { inflate } from './inflate.ts';
import { attachmentKey, quarantineKey } from './object-keys.ts';

/**
 * Checks what was sent and keeps it, without its metadata. Asked again, it answers as at first:
 * what is kept is never checked twice, what was refused waits in quarantine and is refused again.
 */
export const checkAttachment: UseCase<typeof checkAttachmentEndpoint> = async (call) => {
  const { actor, scope, params, now, requestId } = call;
  const id = params.attachmentId;
  const bytes = await getObject(quarantineKey(scope, id));
  // Read after the bytes: who keeps them marks the attachment before emptying the quarantine.
  const known = await findAttachment(scope, id);
  if (!known) return reject('not_found');
  if (known.status === 'kept') return accept(known);
  if (!bytes) return reject('attachment_not_sent');
  const checked = check(bytes, known, inflate);
  if (!checked.ok) return checked;
  const sha256 = sha256Hex(checked.value);
  const kept = {
    ...known,
    status: 'kept',
    objectKey: attachmentKey(scope, { id, sha256 }),
    sizeBytes: checked.value.length,
    sha256,
  } as const;
  await putObject(kept.objectKey, checked.value, kept.mediaType);
  await commit([
    keepChecked(scope, kept),
    recordAct(scope, {
      act: 'check-attachment',
      target: id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  await deleteObject(quarantineKey(scope, id));
  return accept(kept);
};
