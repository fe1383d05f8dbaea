import { accept, reject, type Result } from '../result.ts';
import { holds, joined, latin, numberAt } from './bytes.ts';
import type { CleanImage } from './jpeg.ts';

const kept = new Set(['VP8X', 'ALPH', 'VP8 ', 'VP8L']);

interface Chunk {
  readonly type: string;
  /** With its header and its padding. */
  readonly bytes: Uint8Array;
}

const headerSize = 12;

/** The chunks of the container; undefined when one is cut. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const end = 8 + numberAt(bytes, 4, 4, true);
  if (!(end <= bytes.length)) return undefined;
  const chunks: Chunk[] = [];
  let at = headerSize;
  while (at < end) {
    const size = numberAt(bytes, at + 4, 4, true);
    const next = at + 8 + size + (size % 2);
    if (!(next <= end)) return undefined;
    chunks.push({ type: latin(bytes, at, at + 4), bytes: bytes.subarray(at, next) });
    at = next;
  }
  return chunks;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const sizeOf = ({ type, bytes }: Chunk): Size | undefined => {
  if (type === 'VP8X')
    return {
      width: numberAt(bytes, 12, 3, true) + 1,
      height: numberAt(bytes, 15, 3, true) + 1,
    };
  if (type === 'VP8 ' && holds(bytes, 11, '\x9D\x01\x2A'))
    return {
      width: numberAt(bytes, 14, 2, true) & 0x3f_ff,
      height: numberAt(bytes, 16, 2, true) & 0x3f_ff,
    };
  if (type === 'VP8L' && bytes[8] === 0x2f && bytes.length >= 13) {
    const bits = numberAt(bytes, 9, 4, true);
    return { width: (bits & 0x3f_ff) + 1, height: ((bits >>> 14) & 0x3f_ff) + 1 };
  }
  return undefined;
};

const alphaFlag = 0b0001_0000;

/** The extended header, saying that nothing but transparency is there. */
const plainHeader = ({ type, bytes }: Chunk): Uint8Array => {
  if (type !== 'VP8X') return bytes;
  const plain = bytes.slice();
  plain[8] = (plain[8] ?? 0) & alphaFlag;
  return plain;
};

const container = (chunks: readonly Uint8Array[]): Uint8Array => {
  const body = joined(chunks);
  const size = body.length + 4;
  return joined([
    Uint8Array.from([0x52, 0x49, 0x46, 0x46]),
    Uint8Array.from([size & 255, (size >>> 8) & 255, (size >>> 16) & 255, size >>> 24]),
    Uint8Array.from([0x57, 0x45, 0x42, 0x50]),
    body,
  ]);
};

/**
 * The same picture, not encoded again, without EXIF, XMP or profile, and without what follows its
 * end. An animation is no photo. Rules: PRIVACY-1 (docs/rules.md).
 */
export function cleanWebp(
  bytes: Uint8Array,
): Result<CleanImage, 'attachment_damaged' | 'attachment_type_unknown'> {
  const chunks = chunksOf(bytes);
  if (!chunks) return reject('attachment_damaged');
  if (chunks.some(({ type }) => type === 'ANIM' || type === 'ANMF'))
    return reject('attachment_type_unknown');
  const sizes = chunks.map(sizeOf).filter((size) => size !== undefined);
  if (!chunks.some((chunk) => chunk.type !== 'VP8X' && sizeOf(chunk)))
    return reject('attachment_damaged');
  return accept({
    bytes: container(chunks.filter(({ type }) => kept.has(type)).map(plainHeader)),
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  });
}
