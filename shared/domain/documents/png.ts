import { accept, reject, type Result } from '../result.ts';
import { joined, latin, numberAt } from './bytes.ts';
import type { CleanImage } from './jpeg.ts';

/** What draws the picture. All else (texts, place, dates, animation, profiles) is left out. */
const kept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB', 'sBIT', 'pHYs']);

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1)
    value = value & 1 ? 0xed_b8_83_20 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The checksum a PNG writes after each of its chunks. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xff_ff_ff_ff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xff_ff_ff_ff) >>> 0;
}

interface Chunk {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const signatureSize = 8;

/** The chunks up to the end of the image; undefined when one is cut or altered. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  let at = signatureSize;
  while (at < bytes.length) {
    const end = at + 12 + numberAt(bytes, at, 4);
    if (!(end <= bytes.length)) return undefined;
    const type = latin(bytes, at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== numberAt(bytes, end - 4, 4)) return undefined;
    chunks.push({ type, bytes: bytes.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return undefined;
}

/**
 * The same picture, not encoded again, without texts, dates, places or animation, and without what
 * follows its end. Rules: PRIVACY-1 (docs/rules.md).
 */
export function cleanPng(bytes: Uint8Array): Result<CleanImage, 'attachment_damaged'> {
  const chunks = chunksOf(bytes);
  const head = chunks?.[0];
  if (head?.type !== 'IHDR' || !chunks?.some(({ type }) => type === 'IDAT'))
    return reject('attachment_damaged');
  return accept({
    bytes: joined([
      bytes.subarray(0, signatureSize),
      ...chunks.filter(({ type }) => kept.has(type)).map((chunk) => chunk.bytes),
    ]),
    width: numberAt(head.bytes, 8, 4),
    height: numberAt(head.bytes, 12, 4),
  });
}
