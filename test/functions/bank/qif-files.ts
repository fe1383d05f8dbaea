/** A QIF of these operations. */
export const qif = (...operations: readonly string[]) =>
  ['!Type:Bank', ...operations.map((operation) => `${operation}\n^`)].join('\n');
/** Two months of one account, whose days can be read two ways. */
export const inMarch = qif('D03/04/2026\nT-12.50\nPLIBRAIRIE', 'D03/05/2026\nT30.00\nPVIR MARTIN');
export const inApril = qif('D04/06/2026\nT-7.00\nPPAPETERIE', 'D04/07/2026\nT5.00\nPVIR DURAND');
