import { Unzip, UnzipInflate, UnzipPassThrough, type UnzipFile } from 'fflate';
import { accept, reject, type Result } from '#shared/domain/result.ts';

/** More files than the accounts of a cooperative over all its years, or the parts of a workbook. */
const entriesMax = 60;

/** How much is inflated between two looks at what came out. */
const chunkBytes = 8_192;

/** What every ZIP begins with. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why an archive is not opened: cut, too much in it, or no archive at all. */
export type ArchiveRejection = 'archive_truncated' | 'archive_unsafe' | 'archive_unreadable';

class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/**
 * The files of an archive. What the archive claims of their sizes counts for nothing: bytes are
 * counted as they come out, and the work stops as soon as there are more than `bytesMax` in all.
 */
export function unzip(
  bytes: Uint8Array,
  bytesMax: number,
): Result<readonly ZipEntry[], ArchiveRejection> {
  if (!hasEnd(bytes)) return reject('archive_truncated');
  const collected = new Map<UnzipFile, Uint8Array[]>();
  let total = 0;
  let unfinished = 0;
  const archive = new Unzip((file) => {
    if (collected.size === entriesMax) throw new TooMuch();
    const chunks: Uint8Array[] = [];
    collected.set(file, chunks);
    unfinished += 1;
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      total += chunk.byteLength;
      if (total > bytesMax) throw new TooMuch();
      chunks.push(chunk);
      if (final) unfinished -= 1;
    };
    file.start();
  });
  archive.register(UnzipInflate);
  archive.register(UnzipPassThrough);
  try {
    for (let at = 0; at < bytes.length; at += chunkBytes)
      archive.push(bytes.subarray(at, at + chunkBytes), at + chunkBytes >= bytes.length);
  } catch (error) {
    return reject(error instanceof TooMuch ? 'archive_unsafe' : 'archive_unreadable');
  }
  if (unfinished > 0) return reject('archive_truncated');
  return accept([...collected].map(([{ name }, chunks]) => ({ name, bytes: joined(chunks) })));
}

const joined = (chunks: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(chunks));

/** The record that ends every archive, within its last 64 kB: a file without it was cut. */
const hasEnd = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .subarray(-65_557)
    .includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
