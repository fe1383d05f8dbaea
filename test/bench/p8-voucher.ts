import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { formatCents } from '#shared/domain/money.ts';
import { printPayoutVoucher } from '#functions/papers/payout-voucher.ts';
import { fonts } from '#functions/papers/fonts.ts';
import { voucherOf } from '#test/functions/papers/samples.ts';

/**
 * P8, in a process of its own for each measure: the voucher of five hundred payments, ours or as
 * one writes it by hand with pdfkit, tagged too. Says milliseconds, bytes and MiB.
 */
const voucher = voucherOf(499);

async function byHand(): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 42,
    font: '',
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'fr-FR',
  });
  const bytes = buffer(doc);
  doc.registerFont('regular', fonts().regular);
  doc.font('regular').fontSize(8.4);
  const table = doc.struct('Table');
  doc.addStructure(table);
  let y = 60;
  for (const line of voucher.lines) {
    if (y > 520) {
      doc.addPage();
      y = 60;
    }
    const cells = [
      line.paidOn,
      line.payerName,
      line.pupil,
      line.className,
      line.means,
      line.platformReference,
      ...[line.grossCents, line.feeCents, line.netCents].map((amount) =>
        formatCents(amount).replaceAll('\u202F', '\u00A0'),
      ),
    ];
    const row = doc.struct('TR');
    table.add(row);
    for (const [index, cell] of cells.entries()) {
      const at = y;
      const align = index > 5 ? 'right' : 'left';
      const draw = (): void => {
        doc.text(cell, 42 + index * 84, at, { width: 80, align, features: ['tnum'] });
      };
      row.add(doc.struct('TD', {}, [draw]));
    }
    row.end();
    y += 17;
  }
  table.end();
  doc.end();
  return bytes;
}

const startedAt = performance.now();
const bytes = await (process.argv[2] === 'hand' ? byHand() : printPayoutVoucher(voucher));
console.log(
  JSON.stringify({
    ms: performance.now() - startedAt,
    bytes: bytes.byteLength,
    mib: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
