import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** All the text of a PDF, its narrow spaces as plain ones. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const paper = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= paper.numPages; number += 1) {
    const { items } = await (await paper.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await paper.destroy();
  return pages.join('\n').replace(/[\u00A0\u202F\s]+/gu, ' ');
}
