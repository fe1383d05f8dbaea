import { describe, expect, test } from 'vitest';
import { decode } from '#shared/domain/bank/reading/decode.ts';
import { ofxAmount, ofxDay } from '#shared/domain/bank/reading/ofx-amount.ts';
import {
  readStatement,
  statementFileMaxBytes,
} from '#shared/domain/bank/reading/read-statement.ts';
import { cfonbOf, march, ofxOf } from '#test/support/statements.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readStatement(bytesOf(text));

describe('CFONB 120', () => {
  test('gives lines, balances and days', () => {
    expect(read(cfonbOf(march))).toMatchObject({
      ok: true,
      value: {
        format: 'cfonb120',
        statements: [
          {
            account: '20041-01012-7654321B033',
            currency: 'EUR',
            openingCents: 100_000,
            closingCents: 123_530,
            closingOn: '2026-03-15',
            from: '2026-03-01',
            to: '2026-03-15',
            lines: [
              { amountCents: 28_650, number: '123', operation: 'chequeDeposit' },
              { amountCents: -4_520, number: '6557005', operation: 'cheque' },
              { amountCents: -600, operation: 'fee' },
            ],
          },
        ],
      },
    });
  });

  test('reads a stream without line breaks, and lines whose trailing blanks were cut', () => {
    const file = cfonbOf(march);
    expect(read(file.replaceAll('\n', ''))).toEqual(read(file));
    expect(read(file.replace(/ +$/gmu, '').replaceAll('\n', '\r\n'))).toEqual(read(file));
  });

  test('is cut wherever it stops before the end of its last balance', () => {
    const file = cfonbOf(march);
    for (let length = 40; length < file.length - 16; length += 1)
      expect(read(file.slice(0, length))).toEqual({ ok: false, rejection: 'statement_truncated' });
    expect(read(file.slice(0, -16))).toMatchObject({ ok: true });
  });

  test('is refused when it begins after its first record', () => {
    expect(read(cfonbOf(march).slice(121))).toMatchObject({ rejection: 'statement_truncated' });
  });

  test('is refused when a movement is of another account than its statement', () => {
    const other = cfonbOf(march).replace(/^(04.{19})7654321B033/mu, '$17654321B034');
    expect(read(other)).toMatchObject({ rejection: 'statement_unreadable' });
  });
});

describe('OFX', () => {
  test('gives lines, the closing balance and its day, and no opening balance', () => {
    expect(read(ofxOf(march))).toMatchObject({
      ok: true,
      value: {
        format: 'ofx',
        statements: [
          {
            account: '20041/01012/7654321B033',
            kind: 'bank',
            openingCents: null,
            closingCents: 123_530,
            closingOn: '2026-03-15',
            lines: [
              { amountCents: 28_650, operation: 'chequeDeposit' },
              { amountCents: -4_520, operation: 'cheque' },
              { amountCents: -600, operation: 'fee' },
            ],
          },
        ],
      },
    });
  });

  test('is cut wherever it stops before its end tag', () => {
    const file = ofxOf(march);
    for (let length = 80; length < file.length - 1; length += 1)
      expect(read(file.slice(0, length))).toEqual({ ok: false, rejection: 'statement_truncated' });
  });

  test('keeps a card statement apart', () => {
    const card = ofxOf(march).replaceAll('STMTRS', 'CCSTMTRS');
    expect(read(card)).toMatchObject({ value: { statements: [{ kind: 'card' }] } });
  });

  test('keeps text that looks like a tag, an ampersand, and what was escaped twice', () => {
    const file = ofxOf({
      ...march,
      operations: [{ date: '2026-03-02', cents: 1, label: 'A &amp; B & C < 3 &amp;lt;d&amp;gt;' }],
    });
    expect(read(file)).toMatchObject({
      value: { statements: [{ lines: [{ label: 'A & B & C < 3 <d>' }] }] },
    });
  });

  test('is refused when it is nested too deep', () => {
    expect(read(`<OFX>${'<STMTTRN>'.repeat(50)}</OFX>`)).toMatchObject({
      rejection: 'statement_unreadable',
    });
  });

  test.each([
    ['-45.20', -4_520],
    ['8000,00', 800_000],
    ['+6 828.50', 682_850],
    ['1,234.56', 123_456],
    ['1.234.567', 123_456_700],
    ['-30.000', -3_000],
    ['.5', 50],
    ['12', 1_200],
    ['0', 0],
    ['-0.00', 0],
  ])('reads the amount %s', (text, cents) => {
    expect(ofxAmount(text)).toBe(cents);
  });

  test.each(['', '.', '-', '$120', '1.005', '1e3', '--1', '9'.repeat(25), 'NaN'])(
    'refuses the amount %j',
    (text) => {
      expect(ofxAmount(text)).toBeNull();
    },
  );

  test.each(['', '000000', '20110231', '1999', 'hier'])('refuses the date %j', (text) => {
    expect(ofxDay(text)).toBeNull();
  });

  test('takes the first eight digits of a date and never shifts it', () => {
    expect(ofxDay('20260831235959.000[-5:EST]')).toBe('2026-08-31');
  });
});

describe('a file', () => {
  test.each([
    ['nothing', ''],
    ['blanks', ' \n\n '],
    ['an OFX document without a statement', '<OFX></OFX>'],
  ])('of %s is empty', (_, text) => {
    expect(read(text)).toEqual({ ok: false, rejection: 'statement_empty' });
  });

  test.each([
    ['a spreadsheet', 'PK\u0003\u0004'],
    ['a web page', '<!DOCTYPE html><html><body>Session expirée</body></html>'],
    ['a letter', 'Bonjour; voici, en pièce jointe, le relevé.\nMerci; à bientôt, le 02/03/2026.'],
    ['a transfer order', '<?xml version="1.0"?><Document><CstmrCdtTrfInitn/></Document>'],
    ['nothing but noughts', '\u0000\u0000\u0000'],
  ])('that is %s has no format we know', (_, text) => {
    expect(read(text)).toEqual({ ok: false, rejection: 'statement_format_unknown' });
  });

  test('that is a PDF is refused for what it is', () => {
    expect(read('%PDF-1.7')).toEqual({ ok: false, rejection: 'statement_pdf' });
  });

  test('of the largest size is read, of one byte more is not', () => {
    const largest = new Uint8Array(statementFileMaxBytes).fill(0x20);
    expect(readStatement(largest)).toMatchObject({ rejection: 'statement_empty' });
    expect(readStatement(new Uint8Array(statementFileMaxBytes + 1))).toMatchObject({
      rejection: 'statement_too_large',
    });
  });
});

describe('decoding', () => {
  const latin = Uint8Array.from([0x45, 0x43, 0x4f, 0x4c, 0xc9, 0x20, 0x80]);

  test('takes UTF-8 when every byte is, with its mark or without', () => {
    expect(decode(bytesOf('ÉCOLE €'))).toBe('ÉCOLE €');
    expect(decode(bytesOf('\uFEFFÉCOLE €'))).toBe('ÉCOLE €');
  });

  test('takes windows-1252 otherwise, euro sign included', () => {
    expect(decode(latin)).toBe('ECOLÉ €');
  });

  test('takes UTF-16 with its mark', () => {
    expect(decode(Uint8Array.from([0xff, 0xfe, 0xc9, 0x00]))).toBe('É');
    expect(decode(Uint8Array.from([0xfe, 0xff, 0x00, 0xc9]))).toBe('É');
  });
});
