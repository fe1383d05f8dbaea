import { accept, reject, type Result } from '#shared/domain/result.ts';

/** More files than the accounts of a cooperative over all its years, or the parts of a workbook. */
const entriesMax = 60;

/** The record that ends every archive stands within its last 64 kB. */
const endWithin = 65_557;
const endMark = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const entryMark = 0x02_01_4b_50;
const [endBytes, entryBytes, localBytes] = [22, 46, 30];

/** Where another archive, of more than four gigabytes, says elsewhere how large a file is. */
const saidElsewhere = 0xff_ff_ff_ff;

/** Why an archive is not opened: cut, too much in it, a password, or no archive at all. */
export type ArchiveRejection =
  'archive_truncated' | 'archive_unsafe' | 'archive_locked' | 'archive_unreadable';

interface Listed {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly isLink: boolean;
  readonly offset: number;
  readonly compressedBytes: number;
}

/**
 * How many files an archive says it holds, when nothing that it says of them is suspect: a link, a
 * name that leads out of its folder, files that share their bytes. It is asked before anything is
 * inflated. An archive without the record that ends it was cut.
 */
export function countListed(archive: Uint8Array): Result<number, ArchiveRejection> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = bytes.lastIndexOf(endMark);
  if (end < Math.max(0, bytes.length - endWithin) || end + endBytes > bytes.length)
    return reject('archive_truncated');
  const count = bytes.readUInt16LE(end + 10);
  if (count > entriesMax) return reject('archive_unsafe');
  const start = bytes.readUInt32LE(end + 16);
  const listed: Listed[] = [];
  for (let at = start; listed.length < count; at += sizeAt(bytes, at)) {
    if (at + entryBytes > end || bytes.readUInt32LE(at) !== entryMark)
      return reject('archive_unreadable');
    listed.push(listedAt(bytes, at));
  }
  if (listed.some(({ isEncrypted }) => isEncrypted)) return reject('archive_locked');
  const isSuspect = listed.some((file) => file.isLink || leadsOut(file.name));
  return isSuspect || sharesBytes(bytes, listed, start) ? reject('archive_unsafe') : accept(count);
}

const sizeAt = (bytes: Buffer, at: number): number =>
  entryBytes +
  bytes.readUInt16LE(at + 28) +
  bytes.readUInt16LE(at + 30) +
  bytes.readUInt16LE(at + 32);

const listedAt = (bytes: Buffer, at: number): Listed => ({
  name: bytes.toString('latin1', at + entryBytes, at + entryBytes + bytes.readUInt16LE(at + 28)),
  isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
  isLink: (bytes.readUInt16LE(at + 40) & 0o17_0000) === 0o12_0000,
  offset: bytes.readUInt32LE(at + 42),
  compressedBytes: bytes.readUInt32LE(at + 20),
});

const leadsOut = (name: string): boolean =>
  /^[\\/]|^[a-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/iu.test(name);

/** Whether a file begins before the one before it ends, or the last ends within the directory. */
function sharesBytes(bytes: Buffer, listed: readonly Listed[], directoryAt: number): boolean {
  const inOrder = listed.toSorted((one, other) => one.offset - other.offset);
  return inOrder.some(({ offset, compressedBytes }, index) => {
    const next = inOrder[index + 1]?.offset ?? directoryAt;
    if (offset + localBytes > next) return true;
    const names = bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const written = compressedBytes === saidElsewhere ? 0 : compressedBytes;
    return offset + localBytes + names + written > next;
  });
}
