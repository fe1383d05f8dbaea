import { holds } from './bytes.ts';

/** What an attachment may be: a photo or a PDF. */
export type AttachmentMediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

/**
 * What the bytes are, by their first ones: neither the name of a file nor what a browser says of it
 * is believed. Undefined for all the rest: programs, HTML, SVG, HEIC, GIF, archives.
 */
export function sniffMediaType(bytes: Uint8Array): AttachmentMediaType | undefined {
  if (holds(bytes, 0, '\xFF\xD8\xFF')) return 'image/jpeg';
  if (holds(bytes, 0, '\x89PNG\r\n\x1A\n')) return 'image/png';
  if (holds(bytes, 0, 'RIFF') && holds(bytes, 8, 'WEBP')) return 'image/webp';
  if (holds(bytes, 0, '%PDF-')) return 'application/pdf';
  return undefined;
}
