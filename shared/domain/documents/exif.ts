import { holds, numberAt } from './bytes.ts';

const header = 'Exif\0\0';
const orientationTag = 0x0112;
const entrySize = 12;

/** How a photo is to be turned, 1 to 8, from the payload of an EXIF segment; 1 when it is unsaid. */
export function orientationOf(exif: Uint8Array): number {
  if (!holds(exif, 0, header)) return 1;
  const tiff = exif.subarray(header.length);
  const little = holds(tiff, 0, 'II');
  const directory = numberAt(tiff, 4, 4, little);
  const count = numberAt(tiff, directory, 2, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * entrySize;
    if (entry + entrySize > tiff.length) return 1;
    if (numberAt(tiff, entry, 2, little) === orientationTag)
      return validOr1(numberAt(tiff, entry + 8, 2, little));
  }
  return 1;
}

const validOr1 = (value: number): number => (value >= 1 && value <= 8 ? value : 1);

/** An EXIF payload that says how to turn the photo, and nothing else. */
export const exifOfOrientation = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...Array.from(header, (letter) => letter.charCodeAt(0)),
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8], // Big-endian TIFF, its directory right after.
    ...[0, 1], // One entry:
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0], // orientation, one short number.
    ...[0, 0, 0, 0], // No other directory.
  ]);
