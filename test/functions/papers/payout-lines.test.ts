import { expect, test } from 'vitest';
import { printPayoutLines } from '#functions/papers/payout-lines.ts';
import { voucherOf } from './samples.ts';

const textOf = (voucher: Parameters<typeof printPayoutLines>[0]): string =>
  Buffer.from(printPayoutLines(voucher)).toString('utf8');

test('the list beside the voucher holds every line, to the cent, for a French spreadsheet', () => {
  const lines = textOf(voucherOf(27)).split('\r\n').filter(Boolean);
  expect(lines).toHaveLength(1 + 28);
  expect(lines[0]).toMatch(/^\uFEFFDate;Collecte;Payeur;/u);
  expect(lines[1]).toContain(';45,00;0,72;44,28');
  const total = lines
    .slice(1)
    .reduce((sum, line) => sum + Number(line.split(';')[10]?.replace(',', '')), 0);
  expect(total).toBe(voucherOf(27).netCents);
});

test('a name that a spreadsheet would run as a formula is made inert', () => {
  const voucher = voucherOf(1);
  const lines = voucher.lines.map((line) => ({ ...line, payerName: '=HYPERLINK("x")' }));
  expect(textOf({ ...voucher, lines })).toContain("'=HYPERLINK");
});
