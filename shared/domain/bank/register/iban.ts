const bare = (text: string): string => text.toUpperCase().replace(/[\s\u00A0\u202F.-]/gu, '');

/** Two letters and two digits: whoever wrote it meant an IBAN. */
export const looksLikeIban = (reference: string): boolean =>
  /^[A-Z]{2}\d{2}/u.test(bare(reference));

const ibanPattern = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/u;
const frenchLength = 27;

/** The rest of the division by 97, digit after digit: the number has more than a float holds. */
const restBy97 = (digits: string): number =>
  Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);

/** Whether it is an IBAN with the right check digits (ISO 13616: the rest by 97 is 1). */
export function isIban(reference: string): boolean {
  const text = bare(reference);
  if (!ibanPattern.test(text)) return false;
  if (text.startsWith('FR') && text.length !== frenchLength) return false;
  const turned = text.slice(4) + text.slice(0, 4);
  return restBy97(turned.replace(/[A-Z]/gu, (letter) => String(parseInt(letter, 36)))) === 1;
}

const dots = '••••';

/**
 * An account as it is shown to who may not write: `FR76 •••• •••• 123`, and only the end of what is
 * no IBAN.
 */
export function maskedReference(reference: string): string {
  const text = bare(reference);
  const end = text.slice(-3);
  return (looksLikeIban(text) ? [text.slice(0, 4), dots, dots, end] : [dots, end]).join('\u00A0');
}
