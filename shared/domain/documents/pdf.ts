import { accept, reject, type Result } from '../result.ts';
import { latin } from './bytes.ts';

/** Opens what a PDF compressed with Flate; undefined when it cannot, or when it is far too long. */
export type Inflate = (bytes: Uint8Array) => Uint8Array | undefined;

/** What runs, fetches, or carries another file: no receipt needs it. */
const active =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|XFA|RichMedia|GoToE|GoToR|ImportData|SubmitForm)(?![A-Za-z0-9])/u;
const encrypted = /\/Encrypt(?![A-Za-z0-9])/u;

/** Names as a reader sees them: `/J#61vaScript` is `/JavaScript`. */
const plainNames = (text: string): string =>
  text.replaceAll(/#([0-9A-Fa-f]{2})/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

const streamStart = /(?<!end)stream\r?\n/gu;
const streamsMax = 20_000;
const dictionaryMax = 4_096;
const openedMax = 40_000_000;

/** What stands before a stream and says what it is. */
const dictionaryBefore = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - dictionaryMax), at);
  return plainNames(before.slice(Math.max(0, before.lastIndexOf(' obj'))));
};

/**
 * The compressed objects of the file, opened; undefined when one cannot be, or when a file made to
 * keep us busy has too many.
 */
function hiddenObjects(text: string, bytes: Uint8Array, inflate: Inflate): string | undefined {
  const opened: string[] = [];
  let size = 0;
  let streams = 0;
  let end = 0;
  for (const match of text.matchAll(streamStart)) {
    streams += 1;
    if (streams > streamsMax) return undefined;
    if (!/\/(?:ObjStm|First)/u.test(dictionaryBefore(text, match.index))) continue;
    const start = match.index + match[0].length;
    if (end < start) end = text.indexOf('endstream', start);
    const content = end === -1 ? undefined : inflate(bytes.subarray(start, end));
    size += content?.length ?? 0;
    if (!content || size > openedMax) return undefined;
    opened.push(latin(content));
  }
  return opened.join('\n');
}

const tailSize = 1_024;

/** A whole PDF ends with its mark, and nothing follows: no archive glued behind. */
const endsWell = (text: string): boolean =>
  /%%EOF[\s\0]*$/u.test(text.slice(-tailSize)) && !text.slice(-65_557).includes('PK\x05\x06');

/**
 * Whether a PDF may be kept as it is: whole, open, and without program, form or file inside, also
 * under another spelling or in compressed objects. Its text is not read.
 */
export function checkPdf(
  bytes: Uint8Array,
  inflate: Inflate,
): Result<Uint8Array, 'attachment_damaged' | 'attachment_active'> {
  const text = latin(bytes);
  if (!endsWell(text)) return reject('attachment_damaged');
  const hidden = hiddenObjects(text, bytes, inflate);
  if (hidden === undefined) return reject('attachment_damaged');
  const names = plainNames(`${text}\n${hidden}`);
  if (encrypted.test(names)) return reject('attachment_damaged');
  return active.test(names) ? reject('attachment_active') : accept(bytes);
}
