import { describe, expect, test } from 'vitest';
import { writtenAmount } from '#shared/domain/bank/reading/amount-text.ts';
import { describeCsv, readCsv, readCsvText } from '#shared/domain/bank/reading/csv.ts';
import { dateOrderOf, writtenDay } from '#shared/domain/bank/reading/day-text.ts';
import { readStatement } from '#shared/domain/bank/reading/read-statement.ts';
import { csvOf } from '#test/support/statement-files.ts';
import { march } from '#test/support/statements.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readStatement(bytesOf(text));

describe('CSV', () => {
  const unknown = 'Jour;Quoi;Combien\n04/03/2026;Cantine;1.234,50\n17/03/2026;Goûter;-12,00\n';
  const columns = ['date', 'label', 'amount'] as const;

  test('with a header of nobody asks what its columns are, and is read once told', () => {
    expect(read(unknown)).toEqual({ ok: false, rejection: 'statement_needs_columns' });
    expect(readCsv(bytesOf(unknown), { columns })).toMatchObject({
      value: [{ lines: [{ amountCents: 123_450 }, { amountCents: -1_200 }] }],
    });
  });

  test('is turned when debits are written as positive amounts', () => {
    expect(readCsv(bytesOf(unknown), { columns, flipSigns: true })).toMatchObject({
      value: [{ signFlipped: true, lines: [{ amountCents: -123_450 }, { amountCents: 1_200 }] }],
    });
  });

  test('is described by its header, its first rows, and a digest of the header alone', () => {
    const other = unknown.replace('Cantine', 'Piscine').replace('Jour', 'JOUR ');
    const described = describeCsv(bytesOf(unknown), (text) => text);
    expect(described).toMatchObject({
      value: {
        header: ['Jour', 'Quoi', 'Combien'],
        columnCount: 3,
        sampleRows: [
          ['04/03/2026', 'Cantine', '1.234,50'],
          ['17/03/2026', 'Goûter', '-12,00'],
        ],
      },
    });
    const digestOf = (text: string) => {
      const one = describeCsv(bytesOf(text), (key) => key);
      return one.ok ? one.value.headerDigest : one.rejection;
    };
    expect(digestOf(other)).toBe(digestOf(unknown));
    expect(digestOf(unknown.replace('Quoi', 'Qui'))).not.toBe(digestOf(unknown));
  });

  test.each([
    ['an impossible day', 'Date;Libellé;Montant\n31/02/2026;X;1,00\n', 'statement_unreadable'],
    ['a garbled amount', 'Date;Libellé;Montant\n01/02/2026;X;12..34\n', 'statement_unreadable'],
    ['a third decimal', 'Date;Libellé;Montant\n01/02/2026;X;1,005\n', 'statement_unreadable'],
    ['no amount', 'Date;Libellé;Débit;Crédit\n01/02/2026;X;;\n', 'statement_unreadable'],
    [
      'a quote that never ends',
      'Date;Libellé;Montant\n01/02/2026;"X;1,00\n',
      'statement_truncated',
    ],
    [
      'a last row that was cut',
      'Date;Libellé;Montant\n01/02/2026;X;1,00\n02/0',
      'statement_truncated',
    ],
    [
      'two currencies',
      'Date;Libellé;Montant;Devise\n01/02/2026;X;1,00;EUR\n01/02/2026;Y;1,00;CHF\n',
      'statement_currency',
    ],
  ])('is refused with %s', (_, text, rejection) => {
    expect(read(text)).toMatchObject({ ok: false, rejection });
  });

  test('says the line that cannot be read', () => {
    const wrong = csvOf(march).replace('-45,20', '-45,2x');
    expect(read(wrong)).toMatchObject({ field: 'line-3' });
  });

  test('is read the same in windows-1252, UTF-8 with its mark and UTF-16', () => {
    const file = csvOf(march);
    const latin = Uint8Array.from(file, (character) => character.charCodeAt(0));
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...Array.from(file).flatMap((character) => [character.charCodeAt(0), 0]),
    ]);
    expect(readStatement(latin)).toEqual(read(file));
    expect(read(`\uFEFF${file}`)).toEqual(read(file));
    expect(readStatement(wide)).toEqual(read(file));
  });

  test('of no operation is a statement without lines', () => {
    expect(read('Date;Libellé;Montant\n')).toMatchObject({
      value: { statements: [{ lines: [] }] },
    });
  });
});

describe('an amount', () => {
  test.each([
    ['1 234,56', ',', 123_456],
    ['1\u202F234,56 €', ',', 123_456],
    ['1.234', ',', 123_400],
    ['1,234.56', 'unsure', 123_456],
    [',300.00', 'unsure', 30_000],
    ['-,109.62', 'unsure', -10_962],
    ['12,50-', ',', -1_250],
    ['+286,50', ',', 28_650],
    ['-7,2', ',', -720],
    ['1,000.0000', 'unsure', 100_000],
  ] as const)('%s is read', (text, mark, cents) => {
    expect(writtenAmount(text, mark)).toBe(cents);
  });

  test.each([
    ['1,234', 'unsure'],
    ['1.234', 'unsure'],
    ['12..34', ','],
    ['1,23,45', ','],
    ['1 23x', ','],
    ['--1', ','],
    ['-1-', ','],
    ['1,005', ','],
    ['', ','],
    ['.', ','],
  ] as const)('%s is refused', (text, mark) => {
    expect(writtenAmount(text, mark)).toBeNull();
  });
});

test('the order of dates is asked only when the two readings differ', () => {
  expect(dateOrderOf(['03/03/2026', '05/05/2026'])).toMatchObject({ ok: true });
  expect(dateOrderOf(['2026-03-04'])).toMatchObject({ value: 'dmy' });
  expect(writtenDay("4/ 8'2026", 'dmy')).toBe('2026-08-04');
});

test('B-120: a file that ends with an empty credit, without a line break, is whole', () => {
  const file = 'Date;Libellé;Débit;Crédit\r\n20/03/2026;VIR;;5,00\r\n21/03/2026;LIVRES;7,00;';
  expect(readCsvText(file, {})).toMatchObject({
    ok: true,
    value: [{ lines: [{ amountCents: 500 }, { amountCents: -700 }] }],
  });
});
