import { deflateRawSync, constants } from 'node:zlib';

/** One file of a made-up archive; what is not said is what an honest archive would say. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Already compressed, into this many bytes when it comes out. */
  readonly inflatesTo?: number;
  /** What the archive claims it inflates to. */
  readonly claimsBytes?: number;
  readonly isEncrypted?: boolean;
  /** What Unix says the file is: `0o120777` is a link to another. */
  readonly mode?: number;
  /** Said by the directory only, of the bytes of the file before. */
  readonly sharesBytes?: boolean;
}

function headOf({ name, bytes, inflatesTo, claimsBytes, isEncrypted }: MadeFile): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(isEncrypted === true ? 1 : 0, 2);
  head.writeUInt16LE(inflatesTo === undefined ? 0 : 8, 4);
  head.writeUInt32LE(bytes.byteLength, 14);
  head.writeUInt32LE(claimsBytes ?? inflatesTo ?? bytes.byteLength, 18);
  head.writeUInt16LE(Buffer.byteLength(name), 22);
  return head;
}

function directoryEntry(file: MadeFile, offset: number): Buffer {
  const after = Buffer.alloc(14);
  after.writeUInt32LE(((file.mode ?? 0o100644) << 16) >>> 0, 6);
  after.writeUInt32LE(offset, 10);
  const signed = Buffer.from([0x50, 0x4b, 0x01, 0x02, 20, 3]);
  return Buffer.concat([signed, headOf(file), after, Buffer.from(file.name)]);
}

/** An archive as nobody's tool would write it: what it says of its files need not be so. */
export function archiveOf(files: readonly MadeFile[], countClaimed = files.length): Uint8Array {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let size = 0;
  let last = 0;
  for (const file of files) {
    if (file.sharesBytes !== true) {
      last = size;
      const signed = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
      const local = Buffer.concat([signed, headOf(file), Buffer.from(file.name), file.bytes]);
      written.push(local);
      size += local.byteLength;
    }
    directory.push(directoryEntry(file, last));
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(countClaimed % 65_536, 8);
  end.writeUInt16LE(countClaimed % 65_536, 10);
  end.writeUInt32LE(Buffer.concat(directory).byteLength, 12);
  end.writeUInt32LE(size, 16);
  return new Uint8Array(Buffer.concat([...written, ...directory, end]));
}

/** A text with a middle that comes thousands of times, compressed without ever being so large. */
export function repeatedFile(
  name: string,
  {
    head,
    middle,
    times,
    tail,
  }: Readonly<Record<'head' | 'middle' | 'tail', string>> & { times: number },
): MadeFile {
  const part = (text: string, finishFlush?: number) => deflateRawSync(text, { finishFlush });
  const again = part(middle, constants.Z_FULL_FLUSH);
  const parts = [part(head, constants.Z_FULL_FLUSH), ...Array.from({ length: times }, () => again)];
  const inflatesTo =
    Buffer.byteLength(head) + Buffer.byteLength(middle) * times + Buffer.byteLength(tail);
  return { name, bytes: Buffer.concat([...parts, part(tail)]), inflatesTo };
}

const megabyte = ' '.repeat(1_000_000);

/** A file of blanks, compressed a thousand times over. */
export const bombFile = (name: string, megabytes: number): MadeFile =>
  repeatedFile(name, { head: '', middle: megabyte, times: megabytes, tail: '' });
