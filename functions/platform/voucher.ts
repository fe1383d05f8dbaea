import { encodeTime } from 'ulid';
import type { Attachment } from '#functions/stores/attachments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { putObject } from '#functions/gateways/object-store.ts';
import { sha256Hex } from './digest.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timePartLength = 10;
const randomPartLength = 16;

/**
 * Eighty bits of the digest of what a paper says, as sixteen characters that are read aloud without
 * doubt: who holds the paper can have it verified, nobody guesses one.
 */
export const paperCodeOf = (said: unknown): string => base32Of(sha256Hex(JSON.stringify(said)));

const base32Of = (digest: string): string => {
  let rest = BigInt(`0x${digest}`);
  let text = '';
  for (let index = 0; index < randomPartLength; index += 1) {
    text += crockford[Number(rest & 31n)] ?? '';
    rest >>= 5n;
  }
  return text;
};

/** The time part of a ULID made at that instant. */
export const ulidTimeOf = (instant: string): string => encodeTime(Date.parse(instant));

/**
 * A ULID that the same source always gives: the time part given, then 80
 * bits of the source's digest. What is made twice has one id, so the table keeps it once.
 */
export const derivedId = (source: string, timePart: string): string =>
  timePart.slice(0, timePartLength) + base32Of(sha256Hex(source));

const mediaTypes = { pdf: 'application/pdf', csv: 'text/csv' } as const;

/**
 * Stores a voucher that the system printed, under its own digest: a voucher made again for
 * another number is another object, and the one in the books never changes.
 */
export async function storeVoucher(
  scope: CoopScope,
  {
    id,
    name,
    bytes,
    extension = 'pdf',
  }: {
    readonly id: string;
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly extension?: 'pdf' | 'csv';
  },
): Promise<Attachment> {
  const mediaType = mediaTypes[extension];
  const sha256 = sha256Hex(bytes);
  const slug = name.replace(/[^A-Za-z0-9_-]+/gu, '-').slice(0, 80);
  const objectKey = `coops/${scope.department}/${scope.coopId}/vouchers/${slug}-${sha256.slice(0, 12)}.${extension}`;
  await putObject(objectKey, bytes, mediaType);
  return {
    id,
    fileName: `${slug}.${extension}`,
    mediaType,
    sizeBytes: bytes.byteLength,
    sha256,
    objectKey,
    status: 'kept',
  };
}
