import { Unzip, UnzipInflate, UnzipPassThrough, type UnzipFile } from 'fflate';
import { accept, reject, type Result } from '#shared/domain/result.ts';
import { countListed, type ArchiveRejection } from './directory.ts';

/** How much is inflated between two looks at what came out. */
const chunkBytes = 8_192;

/** What every ZIP begins with. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/**
 * The files of an archive. What the archive claims of their sizes counts for nothing: bytes are
 * counted as they come out, and the work stops as soon as there are more than `bytesMax` in all. Each
 * file is there once, and listed by the archive.
 */
export function unzip(
  bytes: Uint8Array,
  bytesMax: number,
): Result<readonly ZipEntry[], ArchiveRejection> {
  const listed = countListed(bytes);
  if (!listed.ok) return listed;
  const collected = new Map<UnzipFile, Uint8Array[]>();
  let total = 0;
  let unfinished = 0;
  const archive = new Unzip((file) => {
    if (collected.size === listed.value) throw new TooMuch();
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
  if (collected.size < listed.value) return reject('archive_unsafe');
  return accept([...collected].map(([{ name }, chunks]) => ({ name, bytes: joined(chunks) })));
}

const joined = (chunks: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(chunks));
