import { stringify } from 'csv-stringify/sync';
import type { PayoutVoucher } from '#shared/domain/documents/payout-voucher.ts';
import { voucherKindLabel } from '#shared/domain/documents/voucher-summary.ts';
import { formatDay } from '#shared/domain/dates.ts';
import type { Cents } from '#shared/domain/money.ts';
import { inertText } from './formulas.ts';

const headers = [
  'Date',
  'Collecte',
  'Payeur',
  'Élève',
  'Classe',
  'Opération',
  'Moyen',
  'Référence',
  'Montant',
  'Frais',
  'Net',
];

/** `-12,50`: a number for a French spreadsheet. */
const number = (value: Cents): string => (value / 100).toFixed(2).replace('.', ',');

/**
 * The lines of the voucher as a table for a spreadsheet: the same lines, to the cent, without the
 * sums. Texts that would run as a formula are made inert.
 */
export function printPayoutLines({ lines }: PayoutVoucher): Uint8Array {
  const rows = lines.map((line) => [
    formatDay(line.paidOn),
    ...[
      line.collectionTitle,
      line.payerName,
      line.pupil,
      line.className,
      voucherKindLabel[line.kind],
      line.means,
      line.platformReference,
    ].map(inertText),
    ...[line.grossCents, line.feeCents, line.netCents].map(number),
  ]);
  const text = stringify([headers, ...rows], { delimiter: ';', record_delimiter: 'windows' });
  return Buffer.from(`\uFEFF${text}`, 'utf8');
}
