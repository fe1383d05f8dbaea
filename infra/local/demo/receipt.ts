import { formatLongDay } from '#shared/domain/dates.ts';
import { totalCents, type PostedEntry } from '#shared/domain/ledger/entry.ts';
import { formatCents } from '#shared/domain/money.ts';

/** Text as a PDF string of the Latin alphabet of Windows: every French letter, and the euro. */
const pdfText = (text: string): string =>
  text
    .replaceAll('’', "'")
    .replace(/[\u202F\u00A0]/gu, ' ')
    .replaceAll('€', '\\200')
    .replace(/[()]/gu, '\\$&')
    .replaceAll('œ', '\\234');

/** A one-page receipt for an expense of the demonstration, in the plainest PDF there is. */
export function receiptOf(entry: PostedEntry): Buffer {
  const rows = [
    entry.counterparty ?? 'Fournisseur',
    `Reçu du ${formatLongDay(entry.entryDate)}`,
    entry.label,
    `Total payé : ${formatCents(totalCents(entry.lines, 'debit'))}`,
    'Document de démonstration, sans valeur.',
  ];
  const lines = rows.map((row) => `(${pdfText(row)}) Tj 0 -24 Td`).join('\n');
  const stream = `BT /F1 14 Tf 40 360 Td\n${lines}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 420] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + end, 'latin1');
}
