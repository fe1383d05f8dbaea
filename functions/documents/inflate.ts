import { inflateSync } from 'node:zlib';
import type { Inflate } from '#shared/domain/documents/pdf.ts';

/** What one compressed part of a PDF may become: a bomb stops here. */
const inflatedBytesMax = 20_000_000;

/** Opens Flate data; undefined when it is broken or becomes far too long. */
export const inflate: Inflate = (bytes) => {
  try {
    return inflateSync(bytes, { maxOutputLength: inflatedBytesMax });
  } catch {
    return undefined;
  }
};
