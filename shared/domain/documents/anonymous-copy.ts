import type { PayoutVoucher } from './payout-voucher.ts';

/** `Z. M.` for Zoé M., `J.-P. M.` for Jean-Paul M.: each word by its first letter. */
export const initialsOf = (pupil: string): string =>
  pupil
    .normalize('NFC')
    .replace(
      /[\p{L}\p{N}][\p{L}\p{M}\p{N}’']*\.?/gu,
      (word) => `${(/^./u.exec(word)?.[0] ?? '').toLocaleUpperCase('fr')}.`,
    );

/**
 * The voucher as it may be shown at a meeting of parents: who paid is not named, pupils are their
 * initials. Amounts and references stay. Rules: FAMILY-1, PRIVACY-1 (docs/rules.md).
 */
export const anonymousCopyOf = (voucher: PayoutVoucher): PayoutVoucher => ({
  ...voucher,
  lines: voucher.lines.map((line) => ({
    ...line,
    payerName: '',
    pupil: initialsOf(line.pupil),
  })),
});
