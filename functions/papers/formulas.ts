const formulaStart = /^[\s\u00A0\u200B\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/**
 * The text, with an apostrophe before it when a spreadsheet would run it as a formula. Only for
 * text: a number is written as a number and never goes through here.
 */
export const inertText = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);
