import { expect, test } from 'vitest';
import { readStatement, type ReadOptions } from '#shared/domain/bank/reading/read-statement.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const rows = [
  ['Date', 'Libellé', 'Débit', 'Crédit'],
  ['13/03/2026', 'CANTINE ÉCOLE', '12,50', ''],
  ['20/03/2026', 'VIR MME LÉA', '', '1234,56'],
];
const written = (mark: string, end: string, table: readonly (readonly string[])[] = rows): string =>
  table.map((cells) => cells.join(mark) + end).join('');
const plain = written(';', '\r\n');

/** What every way to write the two rows must bring, and nothing else. */
const two = [
  ['2026-03-13', -1_250, 'CANTINE ÉCOLE'],
  ['2026-03-20', 123_456, 'VIR MME LÉA'],
];

const linesOf = (bytes: Uint8Array, options?: ReadOptions) => {
  const read = readStatement(bytes, options);
  if (!read.ok) return read;
  return read.value.statements.flatMap(({ lines }) =>
    lines.map(({ date, amountCents, label }) => [date, amountCents, label]),
  );
};

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const utf16be = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());

const american = [
  ['Booking date', 'Description', 'Amount'],
  ['03/13/2026', 'CANTINE ÉCOLE', '-12.50'],
  ['03/20/2026', 'VIR MME LÉA', '1234.56'],
];
const grouped = (amount: string) => plain.replace('1234,56', amount);
const crossed = [
  ['Date', 'Libellé', 'Crédit', 'Débit'],
  ['13/03/2026', 'CANTINE ÉCOLE', '', '12,50'],
  ['20/03/2026', 'VIR MME LÉA', '1234,56', ''],
];
const oneColumn = [
  ['Date', 'Libellé', 'Montant'],
  ['13/03/2026', 'CANTINE ÉCOLE', '-12,50'],
  ['20/03/2026', 'VIR MME LÉA', '1234,56'],
];

test.each<[string, Uint8Array]>([
  ['rows that end in three ways', bytesOf(plain.replace('\r\n', '\n').replace('\r\n', '\r'))],
  ['commas between cells', bytesOf(written(',', '\n', american))],
  ['tabs between cells', bytesOf(written('\t', '\n'))],
  ['Latin-1', latin1(plain)],
  ['UTF-8 with its mark', bytesOf(`\uFEFF${plain}`)],
  ['UTF-16', utf16(plain)],
  ['UTF-16 the other way', utf16be(plain)],
  ['days of America', bytesOf(written(';', '\n', american))],
  ['a blank between thousands', bytesOf(grouped('1 234,56'))],
  ['a thin no-break blank between thousands', bytesOf(grouped('1\u202F234,56'))],
  ['a point between thousands', bytesOf(grouped('1.234,56'))],
  [
    'a comma between thousands',
    bytesOf(written(';', '\n', american).replace('1234.56', '"1,234.56"')),
  ],
  ['debit and credit the other way round', bytesOf(written(';', '\n', crossed))],
  ['debits with a minus', bytesOf(plain.replace('12,50', '-12,50'))],
  ['one column of amounts', bytesOf(written(';', '\n', oneColumn))],
  ['a sum at its end', bytesOf(`${plain}Total;;12,50;1234,56\r\n`)],
  ['a sum in other words', bytesOf(`${plain};Solde des opérations;;1222,06\r\n`)],
  ['blank rows and cells', bytesOf(plain.replaceAll('\r\n', ';;\r\n;;;;;\r\n'))],
])('B-120: a table with %s brings its lines, each once', (_, bytes) => {
  expect(linesOf(bytes)).toEqual(two);
});

test('B-120: a table of debits alone brings them as debits', () => {
  const file = written(';', '\n', oneColumn).replace('1234,56', '-1234,56');
  expect(linesOf(bytesOf(file))).toEqual([two[0], ['2026-03-20', -123_456, 'VIR MME LÉA']]);
});

test('B-120: days of America under French titles are refused by their line, then read as told', () => {
  const file = bytesOf(plain.replace('13/03', '03/13').replace('20/03', '03/20'));
  expect(linesOf(file)).toEqual({ ok: false, rejection: 'statement_unreadable', field: 'line-2' });
  expect(linesOf(file, { dateOrder: 'mdy' })).toEqual(two);
});
