import { accept, reject, type Result } from '../result.ts';
import { holds, joined, latin, numberAt } from './bytes.ts';
import { exifOfOrientation, orientationOf } from './exif.ts';

/** A photo without what it says beside its picture, and how large the picture is. */
export interface CleanImage {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface Segment {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** What draws the picture: frames, scans, their tables. Reserved markers could hide anything. */
const isPicture = (marker: number): boolean => marker >= 0xc0 && marker <= 0xdf && marker !== 0xc8;
const startOfScan = 0xda;
const endOfImage = 0xd9;

/** Where the compressed picture that begins there ends: at a marker that is not part of it. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    const isInside = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isInside) return at;
  }
  return bytes.length;
}

/** The segments up to the end of the image; undefined when it is cut before. */
function segmentsOf(bytes: Uint8Array): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // A fill byte.
      continue;
    }
    if (marker === endOfImage) return [...segments, { marker, start: at, end: at + 2 }];
    const length = numberAt(bytes, at + 2, 2);
    if (!(length >= 2) || at + 2 + length > bytes.length) return undefined;
    const end = marker === startOfScan ? scanEnd(bytes, at + 2 + length) : at + 2 + length;
    segments.push({ marker, start: at, end });
    at = end;
  }
  return undefined;
}

const payloadOf = (bytes: Uint8Array, { start, end }: Segment): Uint8Array =>
  bytes.subarray(start + 4, end);

const segment = (marker: number, payload: Uint8Array): Uint8Array =>
  joined([
    Uint8Array.from([0xff, marker, (payload.length + 2) >>> 8, (payload.length + 2) & 255]),
    payload,
  ]);

/** The JFIF header without its thumbnail. */
const plainJfif = (payload: Uint8Array): Uint8Array =>
  segment(0xe0, joined([payload.subarray(0, 12), Uint8Array.from([0, 0])]));

const adobeSize = 12; // The colour transform: without it some photos are shown in wrong colours.

function keptPart(bytes: Uint8Array, one: Segment): Uint8Array | undefined {
  const payload = payloadOf(bytes, one);
  if (isPicture(one.marker)) return bytes.subarray(one.start, one.end);
  if (one.marker === 0xe0 && holds(payload, 0, 'JFIF\0') && payload.length >= 14)
    return plainJfif(payload);
  if (one.marker === 0xee && latin(payload, 0, 5) === 'Adobe' && payload.length >= adobeSize)
    return segment(0xee, payload.subarray(0, adobeSize));
  return undefined;
}

/**
 * The same picture, not encoded again, without what a phone writes beside it: place, device, date,
 * thumbnail, comments, and whatever follows the end of the image. How to turn it is kept.
 * Rules: PRIVACY-1 (docs/rules.md).
 */
export function cleanJpeg(bytes: Uint8Array): Result<CleanImage, 'attachment_damaged'> {
  const segments = segmentsOf(bytes);
  const frames = segments?.filter(({ marker }) => isFrame(marker)) ?? [];
  const [frame] = frames;
  const isWhole = segments?.some(({ marker }) => marker === startOfScan);
  if (!segments || !frame || frames.length > 1 || !isWhole) return reject('attachment_damaged');
  const exif = segments.find(
    (one) => one.marker === 0xe1 && holds(payloadOf(bytes, one), 0, 'Exif'),
  );
  const orientation = exif ? orientationOf(payloadOf(bytes, exif)) : 1;
  const kept = segments.map((one) => keptPart(bytes, one)).filter((part) => part !== undefined);
  const turned = orientation === 1 ? [] : [segment(0xe1, exifOfOrientation(orientation))];
  return accept({
    bytes: joined([Uint8Array.from([0xff, 0xd8]), ...turned, ...kept]),
    height: numberAt(bytes, frame.start + 5, 2),
    width: numberAt(bytes, frame.start + 7, 2),
  });
}
