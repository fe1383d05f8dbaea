import { accept, reject, type Result } from '../result.ts';
import { cleanJpeg } from './jpeg.ts';
import { checkPdf, type Inflate } from './pdf.ts';
import { cleanPng } from './png.ts';
import { sniffMediaType } from './sniff.ts';
import { cleanWebp } from './webp.ts';

export type AttachmentRefusal =
  | 'attachment_too_large'
  | 'attachment_type_unknown'
  | 'attachment_type_mismatch'
  | 'attachment_damaged'
  | 'attachment_too_many_pixels'
  | 'attachment_active';

/** What was said of the file before it was sent. */
export interface Announced {
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** The most a photo or a PDF may weigh. */
export const attachmentBytesMax = 10_000_000;

/** A photo larger than this would fill the memory of who opens it. */
export const pixelsMax = 40_000_000;

/**
 * The bytes to keep: what was announced, whole, inert, and without what a phone writes beside the
 * picture. Refusals are checked in the order `AttachmentRefusal` lists them, sizes last for images.
 */
export function checkAttachment(
  bytes: Uint8Array,
  announced: Announced,
  inflate: Inflate,
): Result<Uint8Array, AttachmentRefusal> {
  if (bytes.length > attachmentBytesMax) return reject('attachment_too_large');
  const mediaType = sniffMediaType(bytes);
  if (!mediaType) return reject('attachment_type_unknown');
  if (mediaType !== announced.mediaType) return reject('attachment_type_mismatch');
  if (bytes.length !== announced.sizeBytes) return reject('attachment_damaged');
  if (mediaType === 'application/pdf') return checkPdf(bytes, inflate);
  const image = cleaner[mediaType](bytes);
  if (!image.ok) return image;
  const pixels = image.value.width * image.value.height;
  if (!(pixels > 0)) return reject('attachment_damaged');
  return pixels > pixelsMax ? reject('attachment_too_many_pixels') : accept(image.value.bytes);
}

const cleaner = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
} as const;
