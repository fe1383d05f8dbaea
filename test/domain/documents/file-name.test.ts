import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '#shared/domain/documents/file-name.ts';

test.each([
  ['facture.pdf', 'facture.pdf'],
  ['../../x.pdf', 'x.pdf'],
  ['C:\\Users\\x.pdf', 'x.pdf'],
  ['con.pdf', 'piece-con.pdf'],
  ['LPT1', 'piece-LPT1.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['...', 'piece.pdf'],
  ['a\r\nSet-Cookie: x.pdf', 'a Set-Cookie- x.pdf'],
  ['\u202Efdp.exe', 'fdp.pdf'],
  ['🧾 reçu.pdf', '🧾 reçu.pdf'],
  ['IMG_0042.JPG', 'IMG_0042.pdf'],
])('B-115 gives %j back as %j', (name, safe) => {
  expect(safeFileName(name, 'application/pdf')).toBe(safe);
});

const hostileName = fc
  .array(
    fc.constantFrom(
      '.',
      '/',
      '\\',
      ' ',
      '\0',
      '\r\n',
      '\u202E',
      'con',
      'é',
      '🧾',
      '.pdf',
      ':',
      'a',
    ),
  )
  .map((pieces) => pieces.join(''));

test('B-115 whatever the name, no path, no control character, the right extension, at any time', () => {
  fc.assert(
    fc.property(hostileName, (name) => {
      const safe = safeFileName(name, 'image/png');
      expect(safe).toMatch(/^[^./\\][^/\\\r\n\0]*\.png$/u);
      expect(safeFileName(safe, 'image/png')).toBe(safe);
    }),
  );
});
