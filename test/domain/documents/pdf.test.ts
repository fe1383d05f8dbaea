import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkPdf } from '#shared/domain/documents/pdf.ts';
import { inflate, letters, pdfOf } from './files.ts';

const check = (bytes: Uint8Array) => checkPdf(bytes, inflate);

const refusal = (name: string) => ({ ok: false, rejection: name });

describe('B-113 a PDF that does more than be read', () => {
  const streamOf = (content: string): string =>
    `5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n` +
    `${Buffer.from(deflateSync(Buffer.from(content))).toString('latin1')}\nendstream\nendobj`;
  test.each([
    ['a program', '<< /S /JavaScript /JS (app.alert(1)) >>'],
    ['a program under another spelling', '<< /S /J#61vaScript /JS (1) >>'],
    ['a launch', '<< /S /Launch /F (cmd.exe) >>'],
    ['a file inside', '<< /Type /EmbeddedFile >>'],
    ['files inside', '<< /Names << /EmbeddedFiles 4 0 R >> >>'],
    ['an XFA form', '<< /AcroForm << /XFA 4 0 R >> >>'],
    ['a film', '<< /Subtype /RichMedia >>'],
    ['a form that sends', '<< /S /SubmitForm >>'],
    ['a program in compressed objects', streamOf('<< /S /JavaScript /JS (1) >>')],
  ])('refuses %s', (_, objects) => {
    expect(check(pdfOf(objects))).toEqual(refusal('attachment_active'));
  });
  test('refuses a password, and compressed objects that cannot be opened', () => {
    expect(check(pdfOf('<< /Encrypt 9 0 R >>'))).toEqual(refusal('attachment_damaged'));
    const unreadable = '5 0 obj\n<< /Type /ObjStm >>\nstream\nnot flate\nendstream\nendobj';
    expect(check(pdfOf(unreadable))).toEqual(refusal('attachment_damaged'));
    const bomb = streamOf('0'.repeat(2_000_000));
    expect(check(pdfOf(bomb))).toEqual(refusal('attachment_damaged'));
  });
  test('answers at once to a file made of nothing but beginnings of streams', () => {
    const bytes = new Uint8Array(Buffer.alloc(5_000_000, '/ObjStm stream\n'));
    bytes.set(letters('%PDF-1.7\n'));
    bytes.set(letters('\n%%EOF\n'), bytes.length - 7);
    expect(check(bytes)).toEqual(refusal('attachment_damaged'));
  });
  test('keeps what only looks like it: words of the text, plain compressed objects, loops', () => {
    const objects = `${streamOf('<< /Type /Pages >>')}\n(JavaScript et Launch)\n/LaunchDate\n7 0 obj\n7 0 R\nendobj`;
    expect(check(pdfOf(objects))).toMatchObject({ ok: true });
  });
});
