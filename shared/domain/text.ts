const invisible =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\u3164\uFEFF\uFFA0]/gu;

/** A joiner that joins nothing: only families and flags of emoji need one. */
const strayJoiner = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D/gu;

/**
 * One line of text as people mean it: composed (NFC), without control, zero-width or direction
 * characters, runs of white space as one space. May be empty.
 */
export const oneLine = (text: string): string =>
  text
    .replace(/[\t\r\n\u2028\u2029]+/gu, ' ')
    .replace(invisible, '')
    .replace(strayJoiner, '')
    .normalize('NFC')
    .replace(/ {2,}/gu, ' ')
    .trim();

/** How many characters a person counts: code points, not UTF-16 units. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** Lower case without accents or punctuation, for searching and comparing labels. */
export const searchable = (text: string): string =>
  isPlain(text)
    ? text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
    : text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();

/** Without accents or ligatures, as nearly all that a bank prints: several times as quick. */
export const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/**
 * French text with the spaces that never end a line: no-break before a colon, inside quotation
 * marks and after `n°`, narrow before `;`, `!` and `?`.
 */
export const spaced = (text: string): string =>
  text.replace(/ +(?=[:»])|(?<=«|[nN]°) +/gu, '\u00A0').replace(/ +(?=[;!?])/gu, '\u202F');
