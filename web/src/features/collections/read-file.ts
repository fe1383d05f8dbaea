import { oneLine } from '#shared/domain/text.ts';

const csv = /\.(?:csv|txt|tsv)$/iu;

/** The text of a CSV, in UTF-8 or as older spreadsheets of Windows write it. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * A file of families as the text that could have been pasted; nothing of it leaves the browser.
 * Undefined when it is neither a CSV nor a spreadsheet that can be read.
 */
export async function familyFileText(file: File): Promise<string | undefined> {
  if (csv.test(file.name)) return textOf(file);
  try {
    const { readSheet } = await import('read-excel-file/browser');
    const rows = await readSheet(file);
    return rows
      .map((row) => row.map((cell) => (cell === null ? '' : oneLine(String(cell)))).join('\t'))
      .join('\n');
  } catch {
    return undefined;
  }
}
