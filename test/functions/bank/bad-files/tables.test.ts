import { beforeAll, expect, test } from 'vitest';
import { messageOf } from '#shared/contract/messages.ts';
import { readAlone } from '#test/support/peak-memory.ts';
import { importBytes, newBank } from '../bank-calls.ts';
import { keptOf } from './keeping.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const plain =
  'Date;Libellé;Débit;Crédit\n13/03/2026;CANTINE ÉCOLE;12,50;\n20/03/2026;VIR MME LÉA;;1234,56\n';

let bank: Awaited<ReturnType<typeof newBank>>;
beforeAll(async () => {
  bank = await newBank();
});

const wide = [...Array(200).keys()];
test.each([
  ['without a title', plain.slice(plain.indexOf('\n') + 1), 'statement_needs_columns'],
  [
    'of two hundred columns',
    `${wide.map((at) => `C${at}`).join(';')}\n${wide.join(';')}\n`,
    'statement_too_large',
  ],
  [
    'of a million rows',
    'Date;Libellé;Montant\n' + '13/03/26;A;1,00\n'.repeat(1_000_000),
    'statement_too_large',
  ],
  [
    'of twenty thousand rows and one',
    'Date;Libellé;Montant\n' + '13/03/26;A;1,00\n'.repeat(20_001),
    'statement_too_large',
  ],
  ['with a quote that never ends', plain.replace('VIR', '"VIR'), 'statement_truncated'],
  [
    'with days that can be read two ways',
    'Booking date,Description,Amount\n03/04/2026,A,-1.00\n05/06/2026,B,2.00\n',
    'statement_needs_date_order',
  ],
  [
    'with an amount that can be read two ways',
    'Booking date,Description,Amount\n03/13/2026,A,1.234\n',
    'statement_unreadable',
  ],
  ['with 31 February', plain.replace('13/03', '31/02'), 'statement_unreadable'],
  ['with the thirteenth month', plain.replace('13/03', '13/13'), 'statement_unreadable'],
  ['with day nought', plain.replace('13/03', '00/03'), 'statement_unreadable'],
  ['with no row at all', 'Date;Libellé;Débit;Crédit\n', 'statement_empty'],
  ['with both a debit and a credit', plain.replace('12,50;', '12,50;3,00'), 'statement_unreadable'],
  [
    'with debits in the place of credits, told by its balances',
    'Date;Libellé;Débit;Crédit;Solde\n13/03/2026;A;;12,50;87,50\n14/03/2026;B;5,00;;92,50\n',
    'statement_balance_gap',
  ],
])(
  'B-120: a table %s is refused in a sentence, and nothing is kept',
  async (_, text, rejection) => {
    const answer = await importBytes(bank, bytesOf(text));
    expect(answer).toMatchObject({ ok: false, rejection });
    expect(messageOf[rejection as keyof typeof messageOf]).toMatch(/Rien n’a été importé\.$/u);
    expect(await keptOf(bank)).toEqual({ statements: 0, lines: [] });
  },
);

test('B-120: twenty megabytes of rows are read in bounded memory', async () => {
  const row = `13/03/2026;${'CANTINE '.repeat(24)};1,00\n`;
  const file = bytesOf('Date;Libellé;Montant\n' + row.repeat(96_000));
  expect(file.byteLength).toBeGreaterThan(20_000_000);
  const { answers, grownMegabytes } = await readAlone(file);
  expect(answers).toEqual([{ lineCount: 96_000 }]);
  expect(grownMegabytes).toBeLessThan(300);
});
