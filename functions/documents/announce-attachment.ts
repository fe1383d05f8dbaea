import type { announceAttachmentEndpoint } from '#shared/contract/documents/attachment.ts';
import { safeFileName } from '#shared/domain/documents/file-name.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { signUpload } from '#functions/gateways/object-store.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { announce, findAttachment } from '#functions/stores/attachments.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { commit } from '#functions/stores/table.ts';
import { quarantineKey } from './object-keys.ts';

/** Announces an attachment. Asked again with the same content, it gives a fresh link. */
export const announceAttachment: UseCase<typeof announceAttachmentEndpoint> = async (call) => {
  const { actor, scope, body, now, requestId } = call;
  const { id, mediaType, sizeBytes } = body;
  const fileName = safeFileName(body.fileName, mediaType);
  const objectKey = quarantineKey(scope, id);
  const known = await findAttachment(scope, id);
  const isSame =
    known?.fileName === fileName &&
    known.mediaType === mediaType &&
    known.announcedBytes === sizeBytes;
  if (known && !isSame) return reject('attachment_id_reused');
  if (!known)
    await commit([
      announce(scope, {
        id,
        fileName,
        mediaType,
        sizeBytes,
        announcedBytes: sizeBytes,
        sha256: '',
        objectKey,
        status: 'announced',
      }),
      recordAct(scope, {
        act: 'announce-attachment',
        target: id,
        by: actor.userId,
        at: now,
        correlationId: requestId,
      }),
    ]);
  return accept(await signUpload(objectKey, { mediaType, sizeBytes }));
};
