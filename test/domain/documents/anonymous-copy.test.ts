import { expect, test } from 'vitest';
import { anonymousCopyOf, initialsOf } from '#shared/domain/documents/anonymous-copy.ts';
import { gapsOf } from '#shared/domain/documents/voucher-summary.ts';
import { voucherOf } from '#test/functions/papers/samples.ts';

test.each([
  ['Zoé M.', 'Z. M.'],
  ['Jean-Paul M.', 'J.-P. M.'],
  ['N’Golo K.', 'N. K.'],
  ['élie l.', 'É. L.'],
  ['E\u0301lie L.', 'É. L.'],
  ['Maria del Mar G.', 'M. D. M. G.'],
  ['', ''],
])('%s is %s', (pupil, initials) => {
  expect(initialsOf(pupil)).toBe(initials);
});

test('hides who paid and says pupils by their initials; references and sums stay', () => {
  const voucher = voucherOf(27);
  const copy = anonymousCopyOf(voucher);
  expect(new Set(copy.lines.map(({ payerName }) => payerName))).toEqual(new Set(['']));
  expect(new Set(copy.lines.map(({ pupil }) => pupil))).toEqual(
    new Set(['Z. M.', 'A. N.', 'É. L.', 'H. N.']),
  );
  expect(copy.lines.map(({ platformReference }) => platformReference)).toEqual(
    voucher.lines.map(({ platformReference }) => platformReference),
  );
  expect(gapsOf(copy)).toEqual(gapsOf(voucher));
});
