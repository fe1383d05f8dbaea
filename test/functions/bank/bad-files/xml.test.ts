import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStatement } from '#shared/domain/bank/reading/read-statement.ts';
import { camtOf } from '#test/support/statement-files.ts';
import { march } from '#test/support/statements.ts';
import { rowsOf, workbookOf } from '#test/support/made-workbooks.ts';
import { importBytes, newBank, reconciliation } from '../bank-calls.ts';
import { keptOf } from './keeping.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const whole = camtOf(march);
const label = 'REMISE CHEQUES';
const withLabel = (text: string): string => whole.replace(label, text);
const withType = (declared: string, text = '&x;'): string =>
  withLabel(text).replace('<Document', `<!DOCTYPE Document [${declared}]><Document`);

let bank: Awaited<ReturnType<typeof newBank>>;
let server: Server;
const asked: (string | undefined)[] = [];
let url = '';
beforeAll(async () => {
  bank = await newBank();
  server = createServer(({ url: path }, response) => {
    asked.push(path);
    response.end('entité');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const refusedWhole = async (file: Uint8Array | string, rejection: string) => {
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  expect(await importBytes(bank, bytes)).toMatchObject({ ok: false, rejection });
  expect(await keptOf(bank)).toEqual({ statements: 0, lines: [] });
};

test('B-122: an XML file that names a file of the server or an address reads neither', async () => {
  for (const place of ['file:///etc/passwd', `${url}/x`]) {
    await refusedWhole(withType(`<!ENTITY x SYSTEM "${place}">`), 'statement_xml_unsafe');
    await refusedWhole(
      withType(`<!ENTITY % x SYSTEM "${place}"> %x;`, 'A'),
      'statement_xml_unsafe',
    );
    await refusedWhole(
      whole.replace('<Document', `<!DOCTYPE Document SYSTEM "${place}"><Document`),
      'statement_xml_unsafe',
    );
  }
  expect(asked).toEqual([]);
});

test('B-122: nor does one in UTF-16, or a part of a workbook', async () => {
  const wide = withType(`<!ENTITY x SYSTEM "${url}/x">`).replace('UTF-8', 'UTF-16');
  await refusedWhole(
    new Uint8Array(Buffer.from(`\uFEFF${wide}`, 'utf16le')),
    'statement_xml_unsafe',
  );
  const part = `<!DOCTYPE sst [<!ENTITY x SYSTEM "${url}/x">]><sst><si><t>&x;</t></si></sst>`;
  await refusedWhole(
    workbookOf(rowsOf([['Date', 'Libellé', 'Montant']]), { 'xl/sharedStrings.xml': part }),
    'statement_xml_unsafe',
  );
  expect(asked).toEqual([]);
});

test('B-122: an OFX file that declares an entity keeps its name, and asks for nothing', async () => {
  const own = await newBank();
  const ofx = `<!DOCTYPE OFX [<!ENTITY x SYSTEM "${url}/x">]><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKTRANLIST><STMTTRN><DTPOSTED>20260310<TRNAMT>1.00<NAME>A &x; B</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
  expect(await importBytes(own, bytesOf(ofx))).toMatchObject({ ok: true });
  expect(await keptOf(own)).toMatchObject({ lines: [['2026-03-10', 100, 'A &x; B']] });
  expect(asked).toEqual([]);
});

test('B-123: a billion laughs are refused before the first', async () => {
  const laughs = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  );
  await refusedWhole(
    withType(`<!ENTITY l0 "ha">${laughs.join('')}`, '&l9;'),
    'statement_xml_unsafe',
  );
});

test('B-124: an entity of a thousand characters, asked a hundred times, is never declared', async () => {
  await refusedWhole(
    withType(`<!ENTITY x "${'A'.repeat(1_000)}">`, '&x;'.repeat(100)),
    'statement_xml_unsafe',
  );
});

test('B-125: two million characters by their numbers are one label, cut where labels are', () => {
  expect(readStatement(bytesOf(withLabel('&#65;'.repeat(2_000_000))))).toMatchObject({
    value: { statements: [{ lines: [{ label: 'A'.repeat(500) }, {}, {}] }] },
  });
});

test.each([
  ['a character that is none', '&#0;'],
  ['half of a character', '&#xD800;'],
  ['a character beyond the last', '&#x110000;'],
  ['digits without end', `&#${'1'.repeat(2_000_000)};`],
])('B-125: %s by its number refuses the file', async (_, text) => {
  await refusedWhole(withLabel(text), 'statement_unreadable');
});

test.each([
  [
    'a hundred thousand tags in each other',
    withLabel('<a>'.repeat(100_000) + '</a>'.repeat(100_000)),
  ],
  ['an attribute of five megabytes', withLabel(`<a b="${'1'.repeat(5_000_000)}"/>`)],
  ['a name of five megabytes', withLabel(`<${'a'.repeat(5_000_000)}/>`)],
  ['a hundred thousand attributes', withLabel(`<a ${'b="1" '.repeat(100_000)}/>`)],
])('B-126: a CAMT file with %s is refused', async (_, text) => {
  await refusedWhole(text, 'statement_unreadable');
});

describe('a CAMT file that is not what we expect', () => {
  const { from, to, openingCents, operations } = march;
  const [first, ...others] = operations;

  test.each([
    ['of another version', whole.replace('camt.053.001.08', 'camt.053.001.02')],
    [
      'of a namespace of nobody',
      whole.replace('urn:iso:std:iso:20022:tech:xsd:camt.053.001.08', 'urn:x'),
    ],
    ['of no namespace', whole.replace(/ xmlns="[^"]*"/u, '')],
    [
      'with a reversal, whose side is already turned',
      whole.replace('<Sts>', '<RvslInd>true</RvslInd><Sts>'),
    ],
  ])('B-127: %s brings its lines, and its balances agree', async (_, text) => {
    const own = await newBank();
    expect(await importBytes(own, bytesOf(text))).toMatchObject({
      value: { statements: [{ lineCount: 3, newLineCount: 3, balanceCheck: 'agrees' }] },
    });
  });

  test.each([
    [
      'another message',
      whole.replaceAll('BkToCstmrStmt', 'CstmrCdtTrfInitn'),
      'statement_format_unknown',
    ],
    ['another account', whole.replaceAll('7654321B033', '7654321B034'), 'statement_other_account'],
    ['another currency', whole.replaceAll('"EUR"', '"CHF"'), 'statement_currency'],
    [
      'an amount without a side',
      whole.replace(/(<Ntry>.*?)<CdtDbtInd>\w+<\/CdtDbtInd>/su, '$1'),
      'statement_unreadable',
    ],
    [
      'a side of nobody',
      whole.replace(/(<Ntry>.*?<CdtDbtInd>)\w+/su, '$1BOTH'),
      'statement_unreadable',
    ],
    [
      'an amount with a minus',
      whole.replace(/(<Ntry><Amt Ccy="EUR">)/u, '$1-'),
      'statement_unreadable',
    ],
    [
      'balances that do not follow',
      whole.replace('>1235.30<', '>1235.31<'),
      'statement_balance_gap',
    ],
  ])('B-127: with %s is refused, and nothing is kept', async (_, text, rejection) => {
    await refusedWhole(text, rejection);
  });

  test('B-127: of two statements brings both; of one of another account, ours alone', async () => {
    const april = camtOf({
      ...march,
      from: '2026-04-01',
      to: '2026-04-15',
      openingCents: 123_530,
      operations: [{ date: '2026-04-02', cents: 500, label: 'AVRIL' }],
    });
    const [, stmt = ''] = /(<Stmt>.*<\/Stmt>)/su.exec(april) ?? [];
    const both = (added: string) => whole.replace('</BkToCstmrStmt>', `${added}</BkToCstmrStmt>`);
    const [two, ours] = [await newBank(), await newBank()];
    await importBytes(two, bytesOf(both(stmt)));
    await importBytes(ours, bytesOf(both(stmt.replace('7654321B033', '7654321B034'))));
    expect(await keptOf(two)).toMatchObject({ statements: 2, lines: { length: 4 } });
    expect(await keptOf(ours)).toMatchObject({ statements: 1, lines: { length: 3 } });
  });

  test('B-127: a statement that is missing between two is told', async () => {
    const own = await newBank();
    const numbered = (number: number, text: string) =>
      text.replace('<Stmt>', `<Stmt><ElctrncSeqNb>${number}</ElctrncSeqNb>`);
    await importBytes(
      own,
      bytesOf(numbered(1, camtOf({ from, to, openingCents, operations: first ? [first] : [] }))),
    );
    await importBytes(
      own,
      bytesOf(
        numbered(
          3,
          camtOf({
            from: '2026-05-01',
            to: '2026-05-31',
            openingCents: 5_000,
            operations: others.map((one) => ({ ...one, date: '2026-05-04' })),
          }),
        ),
      ),
    );
    expect(await reconciliation(own)).toMatchObject({
      missingPeriods: [{ from: '2026-03-03', to: '2026-05-03', missingCents: -123_650 }],
    });
  });
});
