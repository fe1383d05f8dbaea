import { inflateSync } from 'node:zlib';
import { crc32 } from '#shared/domain/documents/png.ts';

/** What must never leave a phone: planted in every place where metadata lives. */
export const canary = 'GPS 43.7031N 7.2661E';

export const letters = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text, (letter) => letter.charCodeAt(0)));

export const concat = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => Array.from(part)));

export const includesText = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes).includes(Buffer.from(text, 'latin1'));

const be16 = (value: number): readonly number[] => [value >>> 8, value & 255];
const be32 = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
const le32 = (value: number): readonly number[] => be32(value).toReversed();

export const segment = (marker: number, payload: Uint8Array): Uint8Array =>
  concat(Uint8Array.from([0xff, marker, ...be16(payload.length + 2)]), payload);

/** EXIF as phones write it: orientation, then a place. */
export const exif = (orientation: number, order: 'II' | 'MM' = 'MM'): Uint8Array => {
  const short = (value: number) => (order === 'MM' ? be16(value) : be16(value).toReversed());
  const long = (value: number) => (order === 'MM' ? be32(value) : le32(value));
  return concat(
    letters(`Exif\0\0${order}`),
    Uint8Array.from([...short(42), ...long(8), ...short(2)]),
    Uint8Array.from([...short(0x0112), ...short(3), ...long(1), ...short(orientation), 0, 0]),
    Uint8Array.from([...short(0x8825), ...short(4), ...long(1), ...long(64)]),
    Uint8Array.from(long(0)),
    letters(canary),
  );
};

const jfif = segment(0xe0, letters('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'));
const frameOf = (width: number, height: number): Uint8Array =>
  segment(0xc0, Uint8Array.from([8, ...be16(height), ...be16(width), 1, 1, 0x11, 0]));
const tables = segment(0xdb, new Uint8Array(65));
const scan = concat(
  segment(0xda, Uint8Array.from([1, 1, 0, 0, 63, 0])),
  Uint8Array.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
);
const soi = Uint8Array.from([0xff, 0xd8]);
export const eoi = Uint8Array.from([0xff, 0xd9]);

/** A JPEG with whatever segments beside its picture. */
export const jpegOf = (
  beside: readonly Uint8Array[] = [],
  { width = 640, height = 480 } = {},
): Uint8Array => concat(soi, jfif, ...beside, tables, frameOf(width, height), scan, eoi);

export const chunk = (type: string, content: Uint8Array): Uint8Array => {
  const body = concat(letters(type), content);
  return concat(Uint8Array.from(be32(content.length)), body, Uint8Array.from(be32(crc32(body))));
};

export const pngOf = (
  beside: readonly Uint8Array[] = [],
  { width = 640, height = 480 } = {},
): Uint8Array =>
  concat(
    letters('\x89PNG\r\n\x1A\n'),
    chunk('IHDR', Uint8Array.from([...be32(width), ...be32(height), 8, 2, 0, 0, 0])),
    ...beside,
    chunk('IDAT', letters('pixels')),
    chunk('IEND', new Uint8Array()),
  );

const riffChunk = (type: string, content: Uint8Array): Uint8Array =>
  concat(
    letters(type),
    Uint8Array.from(le32(content.length)),
    content,
    new Uint8Array(content.length % 2),
  );

export const webpOf = (
  beside: readonly (readonly [string, Uint8Array])[] = [],
  { width = 640, height = 480 } = {},
): Uint8Array => {
  const le24 = (value: number) => le32(value).slice(0, 3);
  const chunks = concat(
    riffChunk(
      'VP8X',
      Uint8Array.from([0b10_1110, 0, 0, 0, ...le24(width - 1), ...le24(height - 1)]),
    ),
    riffChunk(
      'VP8 ',
      Uint8Array.from([
        0,
        0,
        0,
        0x9d,
        0x01,
        0x2a,
        width & 255,
        (width >>> 8) & 63,
        height & 255,
        (height >>> 8) & 63,
        7,
      ]),
    ),
    ...beside.map(([type, content]) => riffChunk(type, content)),
  );
  return concat(letters('RIFF'), Uint8Array.from(le32(chunks.length + 4)), letters('WEBP'), chunks);
};

/** A small PDF around these objects. */
export const pdfOf = (objects = '', tail = ''): Uint8Array =>
  letters(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n${objects}\n` +
      `trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n${tail}`,
  );

/** Opens Flate data up to a million bytes. */
export const inflate = (bytes: Uint8Array): Uint8Array | undefined => {
  try {
    return inflateSync(bytes, { maxOutputLength: 1_000_000 });
  } catch {
    return undefined;
  }
};
