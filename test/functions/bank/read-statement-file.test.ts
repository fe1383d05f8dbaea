import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { statementFileMaxBytes } from '#shared/domain/bank/reading/read-statement.ts';
import { readStatementFile } from '#functions/bank/reading/read-statement-file.ts';
import { camtOf, csvOf } from '#test/support/statement-files.ts';
import { cfonbOf, march, ofxOf } from '#test/support/statements.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A workbook as a bank gives it: numbers, real dates, an accent. */
async function workbook(): Promise<Uint8Array> {
  const head = ['Date', 'Libellé', 'Montant'].map((value) => ({ value, type: String }));
  const rows = march.operations.map(({ date, cents, label }) => [
    { value: new Date(`${date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' },
    { value: label, type: String },
    { value: cents / 100, type: Number },
  ]);
  return new Uint8Array(await writeExcelFile([head, ...rows]).toBuffer());
}

describe('an Excel workbook', () => {
  test('is read as the table it holds, to the cent', async () => {
    expect(await readStatementFile(await workbook())).toMatchObject({
      ok: true,
      value: [
        {
          format: 'xlsx',
          statements: [
            {
              lines: march.operations.map(({ date, cents, label }) => ({
                date,
                amountCents: cents,
                label,
              })),
            },
          ],
        },
      ],
    });
  });
});

describe('an archive', () => {
  const folder = { 'relevés/': new Uint8Array() };

  test('gives its statements in order, whatever their formats, and leaves what a Mac adds', async () => {
    const zip = zipSync({
      ...folder,
      'a.ofx': bytesOf(ofxOf(march)),
      'b.csv': bytesOf(csvOf(march)),
      '__MACOSX/._b.csv': bytesOf('x'),
      'c.xlsx': await workbook(),
      'd.dat': bytesOf(camtOf(march)),
    });
    const read = await readStatementFile(zip);
    expect(read.ok && read.value.map(({ format }) => format)).toEqual([
      'ofx',
      'csv',
      'xlsx',
      'camt',
    ]);
  });

  test('is refused whole when one of its files is', async () => {
    const zip = zipSync({ 'a.ofx': bytesOf(ofxOf(march)), 'b.txt': bytesOf('Bonjour') });
    expect(await readStatementFile(zip)).toMatchObject({ rejection: 'statement_format_unknown' });
  });

  test('of nothing holds no statement', async () => {
    expect(await readStatementFile(zipSync(folder))).toMatchObject({
      rejection: 'statement_empty',
    });
  });

  test('that was cut is refused', async () => {
    const zip = zipSync({ 'a.txt': bytesOf(cfonbOf(march)) });
    for (let length = 5; length < zip.length - 22; length += 9)
      expect(await readStatementFile(zip.slice(0, length))).toMatchObject({ ok: false });
  });
});

test('a file of the largest size is read, one byte more is refused', async () => {
  const rejectionOf = async (size: number) => readStatementFile(new Uint8Array(size).fill(0x20));
  expect(await rejectionOf(statementFileMaxBytes)).toMatchObject({ rejection: 'statement_empty' });
  expect(await rejectionOf(statementFileMaxBytes + 1)).toMatchObject({
    rejection: 'statement_too_large',
  });
});
