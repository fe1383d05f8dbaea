import { oneLine } from '../text.ts';
import type { AttachmentMediaType } from './sniff.ts';

const extensionOf = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
} as const satisfies Record<AttachmentMediaType, string>;

const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/**
 * The name under which an attachment is given back: no path, no leading dot, no name that Windows
 * keeps for itself, and always the extension of what it is.
 */
export function safeFileName(name: string, mediaType: AttachmentMediaType): string {
  const last = oneLine(name).normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const stem = last
    .replace(/\.[A-Za-z0-9]{1,5}$/u, '')
    .replaceAll(/["*:<>?|]/gu, '-')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  const kept = stem === '' ? 'piece' : device.test(stem) ? `piece-${stem}` : stem;
  return `${kept}.${extensionOf[mediaType]}`;
}
