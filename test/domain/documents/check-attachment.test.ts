import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attachmentBytesMax,
  checkAttachment,
  pixelsMax,
} from '#shared/domain/documents/check-attachment.ts';
import {
  canary,
  chunk,
  concat,
  eoi,
  exif,
  includesText,
  inflate,
  jpegOf,
  letters,
  pdfOf,
  pngOf,
  segment,
  webpOf,
} from './files.ts';

const check = (bytes: Uint8Array, mediaType = 'image/jpeg', sizeBytes = bytes.length) =>
  checkAttachment(bytes, { mediaType, sizeBytes }, inflate);

const refusal = (name: string) => ({ ok: false, rejection: name });

const keptOf = (bytes: Uint8Array, mediaType: string): Uint8Array => {
  const checked = check(bytes, mediaType);
  if (!checked.ok) throw new Error(checked.rejection);
  return checked.value;
};

test.each([
  ['image/jpeg', jpegOf()],
  ['image/png', pngOf()],
  ['image/webp', webpOf()],
  ['application/pdf', pdfOf()],
] as const)('keeps a plain %s', (mediaType, bytes) => {
  expect(check(bytes, mediaType)).toMatchObject({ ok: true });
});

test('keeps as they are the bytes of a photo that says nothing', () => {
  expect(keptOf(jpegOf(), 'image/jpeg')).toEqual(jpegOf());
  expect(keptOf(pngOf(), 'image/png')).toEqual(pngOf());
});

test('B-103 refuses a file of zero bytes', () => {
  expect(check(new Uint8Array())).toEqual(refusal('attachment_type_unknown'));
});

test('B-104 accepts ten million bytes, refuses one more', () => {
  const padded = (size: number): Uint8Array => {
    const bytes = new Uint8Array(size).fill(0x20);
    bytes.set(letters('%PDF-1.7\n'));
    bytes.set(letters('\n%%EOF\n'), size - 7);
    return bytes;
  };
  expect(check(padded(attachmentBytesMax), 'application/pdf')).toMatchObject({ ok: true });
  expect(check(padded(attachmentBytesMax + 1), 'application/pdf')).toEqual(
    refusal('attachment_too_large'),
  );
});

test.each([
  ['B-105 a program named .jpg', letters('MZ\x90\0\x03\0\0\0')],
  ['B-105 a Linux program', letters('\x7FELF\x02\x01\x01')],
  ['B-106 HTML', letters('<!doctype html><script>alert(1)</script>')],
  ['B-106 SVG with a script', letters('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['B-107 a GIF that is also a script', letters('GIF89a/*…*/=1;alert(1)')],
  ['B-111 HEIC', letters('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
  ['B-114 EICAR', letters('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*')],
])('%s is neither a photo nor a PDF', (_, bytes) => {
  expect(check(bytes)).toEqual(refusal('attachment_type_unknown'));
});

test('B-107 refuses a PDF with an archive behind, and cuts what is glued behind a photo', () => {
  const zip = 'PK\x03\x04canary PK\x05\x06' + '\0'.repeat(18);
  expect(check(pdfOf('', zip), 'application/pdf')).toEqual(refusal('attachment_damaged'));
  expect(check(pdfOf('', `${zip}\n%%EOF`), 'application/pdf')).toEqual(
    refusal('attachment_damaged'),
  );
  expect(keptOf(concat(jpegOf(), letters(zip)), 'image/jpeg')).toEqual(jpegOf());
  expect(keptOf(concat(pngOf(), letters(zip)), 'image/png')).toEqual(pngOf());
  expect(includesText(keptOf(concat(webpOf(), letters(zip)), 'image/webp'), 'PK')).toBe(false);
});

describe('B-108 a flood of pixels', () => {
  const within = { width: 8_000, height: 5_000 };
  test('accepts forty million, the bound', () => {
    expect(within.width * within.height).toBe(pixelsMax);
    expect(check(jpegOf([], within))).toMatchObject({ ok: true });
  });
  const beyond = { width: 8_000, height: 5_001 };
  test.each([
    ['image/jpeg', jpegOf([], { width: 30_000, height: 30_000 })],
    ['image/jpeg', jpegOf([], beyond)],
    ['image/png', pngOf([], beyond)],
    ['image/webp', webpOf([], beyond)],
  ] as const)('refuses more in a %s', (mediaType, bytes) => {
    expect(check(bytes, mediaType)).toEqual(refusal('attachment_too_many_pixels'));
  });
  test('refuses an image of no pixels', () => {
    expect(check(jpegOf([], { width: 0, height: 5 }))).toEqual(refusal('attachment_damaged'));
    expect(check(pngOf([], { width: 0, height: 5 }), 'image/png')).toEqual(
      refusal('attachment_damaged'),
    );
  });
});

describe('B-109 what is cut or altered', () => {
  test.each([
    ['image/jpeg', jpegOf([segment(0xe1, exif(6))])],
    ['image/png', pngOf()],
    ['image/webp', webpOf()],
    ['application/pdf', pdfOf()],
  ] as const)('refuses a %s cut anywhere', (mediaType, bytes) => {
    for (let end = 13; end < bytes.length - 1; end += 1)
      expect(check(bytes.subarray(0, end), mediaType)).toMatchObject({ ok: false });
  });
  test('refuses a PNG of which one bit was turned', () => {
    const bytes = pngOf();
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    expect(check(bytes, 'image/png')).toEqual(refusal('attachment_damaged'));
  });
  test('refuses a file shorter than announced', () => {
    expect(check(jpegOf(), 'image/jpeg', jpegOf().length + 1)).toEqual(
      refusal('attachment_damaged'),
    );
  });
  test('never throws, whatever the bytes', () => {
    const starts = ['\xFF\xD8\xFF', '\x89PNG\r\n\x1A\n', 'RIFF\x10\0\0\0WEBP', '%PDF-'];
    const types = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];
    fc.assert(
      fc.property(fc.nat(3), fc.uint8Array({ maxLength: 400 }), (kind, noise) => {
        check(concat(letters(starts[kind] ?? ''), noise), types[kind]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('B-110 what a phone writes beside the picture', () => {
  const places = fc.subarray([
    segment(0xe1, exif(6)),
    segment(0xe1, letters(`http://ns.adobe.com/xap/1.0/\0<x>${canary}</x>`)),
    segment(0xe2, letters(`ICC_PROFILE\0${canary}`)),
    segment(0xe0, letters(`JFXX\0${canary}`)),
    segment(0xed, letters(`Photoshop 3.0\0${canary}`)),
    segment(0xee, letters(`Adobe\0\x64\0\0\0\0\x01${canary}`)),
    segment(0xf0, letters(canary)),
    segment(0xfe, letters(canary)),
  ]);
  test('never survives in a JPEG, and the picture is as it was', () => {
    fc.assert(
      fc.property(places, (beside) => {
        const kept = keptOf(concat(jpegOf(beside), letters(canary)), 'image/jpeg');
        expect(includesText(kept, canary)).toBe(false);
        expect(Buffer.from(kept).subarray(-90)).toEqual(Buffer.from(jpegOf()).subarray(-90));
      }),
    );
  });
  test('never survives in a PNG or a WebP', () => {
    const beside = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP', 'prVt'].map((type) =>
      chunk(type, letters(canary)),
    );
    expect(keptOf(pngOf(beside), 'image/png')).toEqual(pngOf());
    const webp = webpOf([
      ['EXIF', exif(6)],
      ['XMP ', letters(canary)],
      ['ICCP', letters(canary)],
    ]);
    const kept = keptOf(webp, 'image/webp');
    expect(includesText(kept, canary)).toBe(false);
    expect(kept.length).toBe(webpOf().length);
  });
  test.each(['II', 'MM'] as const)('how to turn the photo is kept (%s)', (order) => {
    for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
      const kept = keptOf(jpegOf([segment(0xe1, exif(orientation, order))]), 'image/jpeg');
      expect(Array.from(kept.subarray(2, 6))).toEqual([0xff, 0xe1, 0, 34]);
      expect(kept[31]).toBe(orientation);
    }
  });
  test('a photo already upright gets no EXIF at all', () => {
    expect(keptOf(jpegOf([segment(0xe1, exif(1))]), 'image/jpeg')).toEqual(jpegOf());
    expect(keptOf(jpegOf([segment(0xe1, exif(9))]), 'image/jpeg')).toEqual(jpegOf());
  });
  test('cleaning what is clean changes nothing', () => {
    fc.assert(
      fc.property(places, (beside) => {
        const once = keptOf(jpegOf(beside), 'image/jpeg');
        expect(keptOf(once, 'image/jpeg')).toEqual(once);
      }),
    );
    const webp = keptOf(webpOf([['EXIF', exif(6)]]), 'image/webp');
    expect(keptOf(webp, 'image/webp')).toEqual(webp);
  });
  test('the colours that Adobe declares, without which some photos turn green, are kept', () => {
    const adobe = segment(0xee, letters('Adobe\0\x64\0\0\0\0\x01'));
    expect(includesText(keptOf(jpegOf([adobe]), 'image/jpeg'), 'Adobe')).toBe(true);
  });
});

test('B-109 refuses a JPEG of two frames, of which readers would choose either', () => {
  const frame = segment(0xc0, Uint8Array.from([8, 0, 9, 0, 9, 1, 1, 0x11, 0]));
  expect(check(jpegOf([frame]))).toEqual(refusal('attachment_damaged'));
});

test('B-112 keeps the still picture of an animated PNG, refuses an animated WebP', () => {
  const animation = [chunk('acTL', new Uint8Array(8)), chunk('fcTL', new Uint8Array(26))];
  expect(keptOf(pngOf(animation), 'image/png')).toEqual(pngOf());
  expect(check(webpOf([['ANIM', new Uint8Array(6)]]), 'image/webp')).toEqual(
    refusal('attachment_type_unknown'),
  );
});

test('B-116 refuses a PNG announced as a JPEG', () => {
  expect(check(pngOf(), 'image/jpeg')).toEqual(refusal('attachment_type_mismatch'));
  expect(check(pdfOf(), 'image/png')).toEqual(refusal('attachment_type_mismatch'));
});

test('the end of the image is found in spite of restart marks and stuffed bytes', () => {
  expect(keptOf(concat(jpegOf(), eoi), 'image/jpeg')).toEqual(jpegOf());
});
