import type { openAttachmentEndpoint } from '#shared/contract/documents/attachment.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { signDownload } from '#functions/gateways/object-store.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findAttachment } from '#functions/stores/attachments.ts';

/** A link to read an attachment; one that was not checked is not there yet. */
export const openAttachment: UseCase<typeof openAttachmentEndpoint> = async ({ scope, params }) => {
  const known = await findAttachment(scope, params.attachmentId);
  if (known?.status !== 'kept') return reject('not_found');
  return accept({ ...known, url: await signDownload(known.objectKey, known) });
};
