import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { readStatementFile } from '#functions/bank/reading/read-statement-file.ts';
import { archiveOf, repeatedFile, type MadeFile } from '#test/support/made-archives.ts';
import { cellOf, rowsOf, workbookOf, workbookParts } from '#test/support/made-workbooks.ts';
import { readAlone } from '#test/support/peak-memory.ts';

const titles = ['Date', 'Libellé', 'Montant'];
const table = rowsOf([titles, ['02/03/2026', 'CANTINE', '-12,50']]);
const oneLine = {
  ok: true,
  value: [
    { statements: [{ lines: [{ date: '2026-03-02', label: 'CANTINE', amountCents: -1_250 }] }] },
  ],
};
const read = (rows: string, more?: Readonly<Record<string, string>>) =>
  readStatementFile(workbookOf(rows, more));

const row = (at: number, cells: string): string => `<row r="${at}">${cells}</row>`;
const dated = rowsOf([titles]) + row(2, `${cellOf(0, 2, '02/03/2026')}TWO`);

test('B-130: a formula is what the bank computed, and is never computed here', async () => {
  const label = '<c r="B2" t="str"><f>HYPERLINK("http://example.fr","x")</f><v>CANTINE</v></c>';
  const amount = '<c r="C2"><f>SUM(1,1)</f><v>-12.5</v></c>';
  expect(await read(dated.replace('TWO', label + amount))).toMatchObject(oneLine);
});

test('B-130: a formula that nobody computed refuses the workbook', async () => {
  const amount = '<c r="C2"><f>SUM(1,1)</f></c>';
  expect(await read(dated.replace('TWO', cellOf(1, 2, 'CANTINE') + amount))).toEqual({
    ok: false,
    rejection: 'statement_unreadable',
    field: 'line-2',
  });
});

test('B-130: macros are left asleep', async () => {
  expect(
    await read(table, { 'xl/vbaProject.bin': 'Sub Auto_Open()\nShell "calc"\nEnd Sub' }),
  ).toMatchObject(oneLine);
});

test('B-130: nothing that a workbook links to is asked for', async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(url);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const target = `Target="http://127.0.0.1:${port}/a.xlsx" TargetMode="External"`;
  const linked = dated.replace(
    'TWO',
    `${cellOf(1, 2, 'CANTINE')}<c r="C2"><f>[1]A!A1</f><v>-12.5</v></c>`,
  );
  const answer = await read(linked, {
    'xl/externalLinks/externalLink1.xml': '<externalLink><externalBook/></externalLink>',
    'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships><Relationship Id="rId1" ${target}/></Relationships>`,
  });
  server.close();
  expect(answer).toMatchObject(oneLine);
  expect(asked).toEqual([]);
});

const partsOf = (rows: string, more?: Readonly<Record<string, string>>): readonly MadeFile[] =>
  Object.entries(workbookParts(rows, more)).map(([name, bytes]) => ({ name, bytes }));

test('B-130: ten million empty styled cells are never held', async () => {
  const sheet = repeatedFile('xl/worksheets/sheet1.xml', {
    head: '<worksheet><sheetData>',
    middle: `<row>${'<c s="1"/>'.repeat(100_000)}</row>`,
    times: 100,
    tail: '</sheetData></worksheet>',
  });
  const { answers, grownMegabytes } = await readAlone(
    archiveOf([...partsOf('').filter(({ name }) => name !== sheet.name), sheet]),
  );
  expect(grownMegabytes).toBeLessThan(150);
  expect(answers).toEqual([{ rejection: 'statement_archive_unsafe' }]);
});

test('B-130: a sheet styled down to its last cell is read for what it holds', async () => {
  const styled = row(1_048_576, '<c r="XFD1048576" s="1"/>');
  const { answers, grownMegabytes } = await readAlone(workbookOf(table + styled));
  expect(answers).toEqual([{ lineCount: 1 }]);
  expect(grownMegabytes).toBeLessThan(150);
});

const sheetsOf = (count: number): string =>
  `<workbook xmlns:r="r"><sheets>${'<sheet name="A" r:id="rId1"/>'.repeat(count)}</sheets></workbook>`;

test('B-130: a sheet that claims more than memory holds is refused before it is laid out', async () => {
  const { answers, grownMegabytes } = await readAlone(
    workbookOf(table + row(1_048_576, '<c r="XFD1048576"><v>1</v></c>')),
    workbookOf(table + row(500, ''), { 'xl/workbook.xml': sheetsOf(10_000) }),
    workbookOf(table + row(4_000_000_000, '')),
    workbookOf(table + row(3, '<c r="ZZZZZZZ3"><v>1</v></c>')),
  );
  expect(grownMegabytes).toBeLessThan(150);
  expect(answers.map(({ rejection }) => rejection)).toEqual([
    'statement_too_large',
    'statement_too_large',
    'statement_unreadable',
    'statement_unreadable',
  ]);
});

test.each([
  ['in a cell alone', '<row><c r="A4000000000"><v>1</v></c></row>'],
  ['with a prefix', '<x:row x:r="4000000000"/>'],
  ['in riddles', '<row r="&#52;000000000"/>'],
  ['after a sign that ends a tag', '<row a=">" r="4000000000"/>'],
])('B-130: a row beyond the last is seen %s', async (_, rows) => {
  expect(await read(table + rows)).toEqual({ ok: false, rejection: 'statement_unreadable' });
});

test('B-130: a part that claims four gigabytes is read for what it is', async () => {
  const lying = partsOf(table).map((part) => ({ ...part, claimsBytes: 4_000_000_000 }));
  expect(await readStatementFile(archiveOf(lying))).toMatchObject(oneLine);
});

test('B-130: a text of megabytes that every cell repeats is cut, not copied', async () => {
  const shared = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      row(
        at + 2,
        `${cellOf(0, at + 2, '02/03/2026')}<c r="B${at + 2}" t="s"><v>0</v></c>${cellOf(2, at + 2, '1,00')}`,
      ),
    ).join('');
  const relations = new TextDecoder()
    .decode(workbookParts('')['xl/_rels/workbook.xml.rels'])
    .replace(
      '</Relationships>',
      '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    );
  const { answers, grownMegabytes } = await readAlone(
    workbookOf(rowsOf([titles]) + shared(3_000), {
      'xl/_rels/workbook.xml.rels': relations,
      'xl/sharedStrings.xml': `<sst><si><t>${'A'.repeat(10_000_000)}</t></si></sst>`,
    }),
  );
  expect(answers).toEqual([{ lineCount: 3_000 }]);
  expect(grownMegabytes).toBeLessThan(200);
});
