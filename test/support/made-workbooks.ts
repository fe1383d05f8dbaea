import { zipSync } from 'fflate';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';

const columnName = (at: number): string => String.fromCharCode(65 + at);

/** A cell that is a text where it stands, or one written as XML. */
export const cellOf = (at: number, row: number, text: string): string =>
  `<c r="${columnName(at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Rows of texts, the first one first. */
export const rowsOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells, at) => {
      const written = cells.map((text, column) => cellOf(column, at + 1, text)).join('');
      return `<row r="${at + 1}">${written}</row>`;
    })
    .join('');

/** The parts of a workbook of one sheet, which holds these rows, and whatever else is added. */
export const workbookParts = (
  rows: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries({
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      ...more,
    }).map(([name, text]) => [name, bytesOf(text)]),
  );

export const workbookOf = (rows: string, more?: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(workbookParts(rows, more), { level: 1 });
