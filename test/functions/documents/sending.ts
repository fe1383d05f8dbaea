import { ulid } from 'ulid';
import {
  announceAttachmentEndpoint,
  checkAttachmentEndpoint,
} from '#shared/contract/documents/attachment.ts';
import { announceAttachment } from '#functions/documents/announce-attachment.ts';
import { checkAttachment } from '#functions/documents/check-attachment.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf } from '#test/support/calls.ts';

export const announce = (
  scope: CoopScope,
  sent: { id: string; fileName: string; mediaType: string; sizeBytes: number },
) =>
  runAgainIfStale(() =>
    announceAttachment(
      callOf(announceAttachmentEndpoint, {
        scope,
        params: { coopId: scope.coopId },
        body: announceAttachmentEndpoint.request.parse(sent),
      }),
    ),
  );

export const check = (scope: CoopScope, attachmentId: string) =>
  runAgainIfStale(() =>
    checkAttachment(
      callOf(checkAttachmentEndpoint, { scope, params: { coopId: scope.coopId, attachmentId } }),
    ),
  );

/** Announces the bytes and sends them by the signed link, as the browser does. */
export async function send(
  scope: CoopScope,
  bytes: Uint8Array,
  { id = ulid(), mediaType = 'image/jpeg', fileName = 'IMG_0042.JPG' } = {},
): Promise<string> {
  const link = await announce(scope, { id, fileName, mediaType, sizeBytes: bytes.length });
  if (!link.ok) throw new Error(link.rejection);
  const { url, method, headers } = link.value;
  const answer = await fetch(url, { method, headers, body: new Uint8Array(bytes) });
  if (answer.status !== 200) throw new Error(`not taken: ${answer.status}`);
  return id;
}
