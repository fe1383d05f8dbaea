import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

export interface ReadPdf {
  /** The text of each page, its no-break spaces as plain ones. */
  readonly pages: readonly string[];
  /** How many elements of each role the tag tree holds. */
  readonly tags: Readonly<Record<string, number>>;
  readonly title: string;
}

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/gu, ' ');

const countRoles = (node: Node, counts: Record<string, number>): void => {
  if (node.role !== undefined) counts[node.role] = (counts[node.role] ?? 0) + 1;
  for (const child of node.children ?? []) countRoles(child, counts);
};

/** Reads a PDF as a reader would: its words, its tags, its title. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const file = await task.promise;
  const pages: string[] = [];
  const tags: Record<string, number> = {};
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(plain(items.map((item) => ('str' in item ? item.str : '')).join(' ')));
    countRoles(((await page.getStructTree()) ?? {}) as Node, tags);
  }
  const { info } = await file.getMetadata();
  await task.destroy();
  return { pages, tags, title: String((info as Record<string, unknown>)['Title']) };
}

/** All the words of a PDF, on one line. */
export const pdfText = async (bytes: Uint8Array): Promise<string> =>
  (await readPdf(bytes)).pages.join(' ').replaceAll(/\s+/gu, ' ');
