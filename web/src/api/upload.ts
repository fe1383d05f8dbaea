import type { BodyOf } from '#shared/contract/endpoint.ts';
import type { announceAttachmentEndpoint } from '#shared/contract/documents/attachment.ts';
import { announceAttachment, checkAttachment } from './documents.ts';
import { ProblemError, unreachable } from './problem-error.ts';

type MediaType = BodyOf<typeof announceAttachmentEndpoint>['mediaType'];

const mediaTypes: readonly MediaType[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
];

const isMediaType = (type: string): type is MediaType => mediaTypes.some((known) => known === type);

/** A file on its way to the books of a cooperative, under an id that a retry keeps. */
export interface Upload {
  readonly coopId: string;
  readonly attachmentId: string;
  readonly file: File;
  /** Told what part of the file has left, from 0 to 1. */
  readonly onProgress?: (sentShare: number) => void;
}

/** Announces the file, sends it to its signed link, has it checked: only then it is kept. */
export async function upload({ coopId, attachmentId, file, onProgress }: Upload) {
  const mediaType = file.type;
  if (!isMediaType(mediaType))
    throw new ProblemError({
      status: 422,
      code: 'attachment_type_unknown',
      detail: 'Ce fichier n’est ni une photo (JPEG, PNG, WebP) ni un PDF.',
    });
  const link = await announceAttachment(
    { coopId },
    { id: attachmentId, fileName: file.name, sizeBytes: file.size, mediaType },
  );
  await send(link, file, onProgress);
  return checkAttachment({ coopId, attachmentId });
}

/** By XMLHttpRequest: `fetch` does not tell how much of a request has left. */
const send = (
  { method, url, headers }: Awaited<ReturnType<typeof announceAttachment>>,
  file: File,
  onProgress: Upload['onProgress'],
): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(unreachable());
    };
    request.onerror = () => reject(unreachable());
    request.send(file);
  });
