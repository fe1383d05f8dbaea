import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkPdf } from '#shared/domain/documents/pdf.ts';
import { printPayoutVoucher } from '#functions/papers/payout-voucher.ts';
import { voucherOf } from './samples.ts';

test('a paper of ours is accepted as an attachment: whole, open, nothing active in it', async () => {
  const bytes = await printPayoutVoucher(voucherOf(27));
  expect(checkPdf(bytes, (part) => inflateSync(part))).toMatchObject({ ok: true });
});

test('declares itself PDF/A-3a, with its objects compressed together', async () => {
  const text = Buffer.from(await printPayoutVoucher(voucherOf(27))).toString('latin1');
  expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
  expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  expect(text).toContain('/Type/ObjStm');
});
