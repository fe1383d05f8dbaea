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

const streamStart = /stream\r?\n/gu;

/** The compressed objects of the file, opened; undefined when one cannot be. */
function hiddenObjects(text: string, bytes: Uint8Array, inflate: Inflate): string | undefined {
  let opened = '';
  for (const match of text.matchAll(streamStart)) {
    const dictionary = plainNames(text.slice(text.lastIndexOf(' obj', match.index), match.index));
    if (!/\/ObjStm|\/First/u.test(dictionary)) continue;
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    const content = end === -1 ? undefined : inflate(bytes.subarray(start, end));
    if (!content) return undefined;
    opened += latin(content);
  }
  return opened;
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
